import { entriesOf, referenceIn, referencesIn, tokensOf } from "./pdf-dictionary.ts";
import type { PdfFile, PdfObject } from "./pdf-file.ts";
import type { PdfWriter } from "./pdf-writer.ts";

export interface CopyOptions {
  /** The objects that stand in place of its own list of pages and its own document. */
  readonly pagesRoot: number;
  readonly document: number;
  /** What is added to its numbers in the parent tree, and put before the ids of its table cells. */
  readonly parentsFrom: number;
  readonly prefix: string;
  /** Whether its page at this place, counted from 0, is kept. */
  readonly keepsPage: (at: number) => boolean;
  /** Null: its bookmarks are left out. Else where each of its headings really stands, in order: the value of a destination. */
  readonly headings: readonly string[] | null;
}

/** A page that is not written yet: its number and its entries. */
export interface CopiedPage {
  readonly number: number;
  readonly entries: Map<string, string>;
}

/** What of a file must be told by the one into which it is copied. */
export interface CopiedPdf {
  readonly pages: readonly CopiedPage[];
  /** What stands right below the document in the tree of tags. */
  readonly kids: readonly number[];
  /** By their number in the parent tree. */
  readonly parents: ReadonlyMap<number, number>;
  readonly ids: readonly (readonly [id: string, element: number])[];
  /** The destinations of its headings. */
  readonly headings: readonly string[];
  readonly catalog: ReadonlyMap<string, string>;
  readonly info: PdfObject | null;
  readonly metadata: PdfObject;
  /** Which of its own tags are which of everybody's. */
  readonly roles: string;
}

/** Copies a file into another, but for its roots, and for the pages that are left out with all that stands on them. */
export class PdfCopy {
  readonly #file: PdfFile;
  readonly #writer: PdfWriter;
  readonly #options: CopyOptions;
  readonly #numbers = new Map<number, number>();
  readonly #dropped = new Set<number>();

  constructor(file: PdfFile, writer: PdfWriter, options: CopyOptions) {
    this.#file = file;
    this.#writer = writer;
    this.#options = options;
  }

  copy(): CopiedPdf {
    const { pagesRoot, document, keepsPage, headings, parentsFrom, prefix } = this.#options;
    const catalog = this.#entries(this.#file.root);
    const ownPages = referenceIn(catalog, "Pages");
    const structRoot = referenceIn(catalog, "StructTreeRoot");
    const struct = this.#entries(structRoot);
    const ownDocument = referenceIn(struct, "K");
    const outlines = referenceIn(catalog, "Outlines");
    const bookmarks = this.#bookmarks(outlines);
    const metadata = referenceIn(catalog, "Metadata");
    for (const root of [this.#file.root, this.#file.info, metadata, structRoot])
      if (root !== null) this.#dropped.add(root);
    if (headings === null) for (const number of [outlines, ...bookmarks]) this.#dropped.add(number);
    const pages = referencesIn(this.#entries(ownPages).get("Kids"));
    const left = new Set(pages.filter((_page, at) => !keepsPage(at)));
    const leftParents = new Set([...left].map((page) => Number(this.#entries(page).get("StructParents"))));
    for (const page of left) this.#drop(page, this.#entries(page).get("Contents"));
    const kids = referencesIn(this.#entries(ownDocument).get("K")).filter((kid) => !this.#isOn(kid, left));
    const parents = parentsIn(struct).filter(([key, value]) => {
      if (leftParents.has(key)) this.#dropped.add(value);
      return !leftParents.has(key);
    });

    for (const number of this.#file.objects.keys())
      if (!this.#dropped.has(number) && number !== ownPages && number !== ownDocument)
        this.#numbers.set(number, this.#writer.reserve());
    this.#numbers.set(ownPages, pagesRoot).set(ownDocument, document);

    const destinations = bookmarks.map((bookmark) => referenceIn(this.#entries(bookmark), "Dest"));
    const moved = new Map(destinations.map((number, at) => [number, headings?.[at]]));
    const kept = new Set(pages.filter((page) => !left.has(page)));
    for (const [number, object] of this.#file.objects) {
      const copy = this.#numbers.get(number);
      if (copy === undefined || kept.has(number) || number === ownPages || number === ownDocument) continue;
      this.#writer.write(
        copy,
        moved.get(number) ?? this.#rewritten(object.dictionary),
        copied(object.stream),
      );
    }
    return {
      pages: [...kept].map((page) => ({
        number: this.#copyOf(page),
        entries: entriesOf(this.#rewritten(this.#object(page).dictionary)),
      })),
      kids: kids.map((kid) => this.#copyOf(kid)),
      parents: new Map(parents.map(([key, value]) => [key + parentsFrom, this.#copyOf(value)])),
      ids: idsIn(struct).map(([id, element]) => [`${prefix}${id}`, this.#copyOf(element)]),
      headings: destinations.map((number) => this.#rewritten(this.#object(number).dictionary)),
      catalog: new Map([...catalog].map(([name, value]) => [name, this.#rewritten(value)])),
      info: this.#file.info === null ? null : this.#object(this.#file.info),
      metadata: this.#object(metadata),
      roles: struct.get("RoleMap") ?? "<< >>",
    };
  }

  #object(number: number): PdfObject {
    const object = this.#file.objects.get(number);
    if (object === undefined) throw new Error(`no object ${String(number)}`);
    return object;
  }

  #entries(number: number): Map<string, string> {
    return entriesOf(this.#object(number).dictionary);
  }

  #copyOf(number: number): number {
    const copy = this.#numbers.get(number);
    if (copy === undefined) throw new Error(`object ${String(number)} was left out`);
    return copy;
  }

  /** The bookmarks in order, those below one right behind it. */
  #bookmarks(above: number): number[] {
    const found: number[] = [];
    let next = referencesIn(this.#entries(above).get("First"))[0];
    while (next !== undefined) {
      found.push(next);
      for (const below of this.#bookmarks(next)) found.push(below);
      next = referencesIn(this.#entries(next).get("Next"))[0];
    }
    return found;
  }

  /** Leaves out a tag that stands on one of these pages, with all below it. */
  #isOn(element: number, pages: ReadonlySet<number>): boolean {
    const page = referencesIn(this.#entries(element).get("Pg"))[0];
    if (page === undefined || !pages.has(page)) return false;
    const below = [element];
    for (let one = below.pop(); one !== undefined; one = below.pop()) {
      this.#dropped.add(one);
      for (const kid of referencesIn(this.#entries(one).get("K"))) if (this.#isTag(kid)) below.push(kid);
    }
    return true;
  }

  #isTag(number: number): boolean {
    return this.#entries(number).get("Type") === "/StructElem";
  }

  #drop(number: number, ...values: readonly (string | undefined)[]): void {
    this.#dropped.add(number);
    for (const value of values) for (const below of referencesIn(value)) this.#dropped.add(below);
  }

  /** The same with the numbers that its objects have now. */
  #rewritten(dictionary: string): string {
    const { parentsFrom, prefix } = this.#options;
    let written = "";
    for (const token of tokensOf(dictionary)) {
      if (token.kind === "reference") {
        const copy = this.#numbers.get(token.number);
        written += copy === undefined ? "null" : `${String(copy)} 0 R`;
      } else if (token.kind === "parent") written += `${token.name} ${String(token.number + parentsFrom)}`;
      else if (token.kind === "text" && (token.key === "/ID" || token.key === "/Headers"))
        written += `(${prefix}${token.raw.slice(1)}`;
      else written += token.raw;
    }
    return written;
  }
}

/** A copy, so that what else was in the file can be let go. */
function copied(stream: Uint8Array | null): Uint8Array | null {
  return stream === null ? null : Uint8Array.from(stream);
}

function parentsIn(struct: ReadonlyMap<string, string>): (readonly [key: number, value: number])[] {
  const numbers = entriesOf(struct.get("ParentTree") ?? "").get("Nums") ?? "";
  return Array.from(numbers.matchAll(/(?<!\d)(\d+) (\d+) 0 R/g), (found) => [
    Number(found[1]),
    Number(found[2]),
  ]);
}

function idsIn(struct: ReadonlyMap<string, string>): (readonly [id: string, element: number])[] {
  const names = entriesOf(struct.get("IDTree") ?? "").get("Names") ?? "";
  return Array.from(names.matchAll(/\(([^()\\]*)\) (\d+) 0 R/g), (found) => [
    found[1] ?? "",
    Number(found[2]),
  ]);
}
