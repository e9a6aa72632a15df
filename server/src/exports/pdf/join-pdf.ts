import { type CopiedPage, type CopiedPdf, PdfCopy } from "./pdf-copy.ts";
import { dictionaryOf, entriesOf, referenceIn, referencesIn, tokensOf } from "./pdf-dictionary.ts";
import { type PdfFile, type PdfObject, readPdf } from "./pdf-file.ts";
import { PdfWriter } from "./pdf-writer.ts";

/** The name of the foot among what a page draws with. */
const FOOT = "planwandFoot";

/**
 * Puts together what one compiler made apart: the parts of a document, the feet of their pages, and a front whose contents and bookmarks
 * tell of all headings in order. What comes out is tagged as its pieces are, under one document.
 */
export class PdfJoin {
  readonly #writer = new PdfWriter();
  readonly #pagesRoot = this.#writer.reserve();
  readonly #structRoot = this.#writer.reserve();
  readonly #document = this.#writer.reserve();
  readonly #pages: CopiedPage[] = [];
  readonly #kids: number[] = [];
  readonly #parents = new Map<number, number>();
  readonly #ids: (readonly [id: string, element: number])[] = [];
  readonly #headings: string[] = [];
  #files = 0;
  #nextParent = 0;

  /** How many pages the parts have so far. */
  get pages(): number {
    return this.#pages.length;
  }

  /**
   * Adds a part behind those before it, without its first page and headings when these only say where it goes on. On which of all these
   * pages, counted from 0, its headings are.
   */
  addPart(bytes: Buffer, skipped: { readonly pages: number; readonly headings: number }): readonly number[] {
    const from = this.#pages.length;
    const copy = this.#copy(bytes, (at) => at >= skipped.pages, null);
    for (const page of copy.pages) this.#pages.push(page);
    for (const kid of copy.kids) this.#kids.push(kid);
    const places = new Map(copy.pages.map(({ number }, at) => [number, from + at]));
    const headings = copy.headings.slice(skipped.headings);
    for (const heading of headings) this.#headings.push(heading);
    return headings.map((destination) => {
      const page = places.get(referencesIn(destination)[0] ?? -1);
      if (page === undefined) throw new Error("a heading on a page that was left out");
      return page;
    });
  }

  /** Of the pages of the parts between these places whether they lie on their side. */
  areLandscape(from: number, to: number): readonly boolean[] {
    return this.#pages.slice(from, to).map(({ entries }) => {
      const [, , width = 0, height = 0] = (entries.get("MediaBox") ?? "")
        .replace(/[[\]]/g, "")
        .trim()
        .split(/\s+/)
        .map(Number);
      return width > height;
    });
  }

  /** Draws the pages of a file as feet on the pages of the parts, from the one at `from` on. */
  addFeet(bytes: Buffer, from: number): void {
    const file = readPdf(bytes);
    const grafted = new Map<number, number>();
    const before = this.#addContent("q\n");
    const behind = this.#addContent(`Q\nq\n/${FOOT} Do\nQ\n`);
    const pages = referencesIn(entriesAt(file, referenceIn(entriesAt(file, file.root), "Pages")).get("Kids"));
    pages.forEach((number, at) => {
      const page = this.#pages[from + at];
      if (page === undefined) throw new Error("a foot without a page");
      const foot = entriesAt(file, number);
      const content = objectAt(file, referenceIn(foot, "Contents"));
      const form = entriesOf(content.dictionary)
        .set("Type", "/XObject")
        .set("Subtype", "/Form")
        .set("BBox", foot.get("MediaBox") ?? "[0 0 0 0]")
        .set("Resources", this.#graft(file, foot.get("Resources") ?? "<< >>", grafted));
      const drawn = this.#writer.add(dictionaryOf(form), content.stream);
      const resources = entriesOf(page.entries.get("Resources") ?? "<< >>");
      const forms = entriesOf(resources.get("XObject") ?? "<< >>").set(FOOT, `${String(drawn)} 0 R`);
      page.entries.set("Resources", dictionaryOf(resources.set("XObject", dictionaryOf(forms))));
      const contents = page.entries.get("Contents") ?? "";
      page.entries.set("Contents", `[${String(before)} 0 R ${contents} ${String(behind)} 0 R]`);
    });
  }

  /**
   * Puts the front before the parts and ends the file. Of the front its first `pages` are kept: what stands on the others only told its
   * contents and bookmarks of the headings in the parts.
   */
  end(front: Buffer, pages: number): Uint8Array {
    const copy = this.#copy(front, (at) => at < pages, this.#headings);
    if (copy.headings.length !== this.#headings.length) throw new Error("the front tells of other headings");
    const all = [...copy.pages, ...this.#pages];
    for (const { number, entries } of all) this.#writer.write(number, dictionaryOf(entries));
    const list = (numbers: readonly number[]): string =>
      `[${numbers.map((one) => `${String(one)} 0 R`).join(" ")}]`;
    this.#writer.write(
      this.#pagesRoot,
      `<<\n/Type /Pages\n/Count ${String(all.length)}\n/Kids ${list(all.map(({ number }) => number))}\n>>`,
    );
    const kids = list([...copy.kids, ...this.#kids]);
    const structRoot = `${String(this.#structRoot)} 0 R`;
    this.#writer.write(
      this.#document,
      `<<\n/Type /StructElem\n/S /Document\n/P ${structRoot}\n/K ${kids}\n>>`,
    );
    this.#writer.write(this.#structRoot, dictionaryOf(this.#struct(copy)));
    const catalog = new Map(copy.catalog)
      .set("Pages", `${String(this.#pagesRoot)} 0 R`)
      .set("StructTreeRoot", structRoot);
    catalog.set("Metadata", `${String(this.#addMetadata(copy.metadata, all.length))} 0 R`);
    const root = this.#writer.add(dictionaryOf(catalog));
    return this.#writer.end(root, this.#writer.add(copy.info?.dictionary ?? "<< >>"));
  }

  #copy(bytes: Buffer, keepsPage: (at: number) => boolean, headings: readonly string[] | null): CopiedPdf {
    const copy = new PdfCopy(readPdf(bytes), this.#writer, {
      pagesRoot: this.#pagesRoot,
      document: this.#document,
      parentsFrom: this.#nextParent,
      prefix: `P${String(this.#files++)}`,
      keepsPage,
      headings,
    }).copy();
    for (const [key, value] of copy.parents) {
      this.#parents.set(key, value);
      this.#nextParent = Math.max(this.#nextParent, key + 1);
    }
    for (const id of copy.ids) this.#ids.push(id);
    return copy;
  }

  #struct({ roles }: CopiedPdf): Map<string, string> {
    const parents = [...this.#parents]
      .sort(([a], [b]) => a - b)
      .map(([key, value]) => `${String(key)} ${String(value)} 0 R`);
    const ids = this.#ids
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, element]) => `(${id}) ${String(element)} 0 R`);
    return new Map([
      ["Type", "/StructTreeRoot"],
      ["RoleMap", roles],
      ["K", `[${String(this.#document)} 0 R]`],
      ["ParentTree", `<< /Nums [${parents.join(" ")}] >>`],
      ["ParentTreeNextKey", String(this.#nextParent)],
      ["IDTree", `<< /Names [${ids.join(" ")}] >>`],
    ]);
  }

  /** The description of the front, with the number of all pages. */
  #addMetadata({ dictionary, stream }: PdfObject, pages: number): number {
    const packet = Buffer.from(stream ?? [])
      .toString("utf8")
      .replace(/^stream\n/, "")
      .replace(/\nendstream\n*$/, "")
      .replace(/<xmpTPg:NPages>\d+</, `<xmpTPg:NPages>${String(pages)}<`);
    return this.#addContent(packet, entriesOf(dictionary));
  }

  #addContent(text: string, entries: Map<string, string> = new Map()): number {
    const bytes = Buffer.from(text);
    const stream = Buffer.concat([Buffer.from("stream\n"), bytes, Buffer.from("\nendstream\n")]);
    return this.#writer.add(dictionaryOf(entries.set("Length", String(bytes.byteLength))), stream);
  }

  /** A value with copies of all that it refers to. */
  #graft(file: PdfFile, value: string, grafted: Map<number, number>): string {
    let written = "";
    for (const token of tokensOf(value)) {
      if (token.kind === "parent") continue;
      if (token.kind !== "reference") written += token.raw;
      else written += `${String(this.#grafted(file, token.number, grafted))} 0 R`;
    }
    return written;
  }

  #grafted(file: PdfFile, number: number, grafted: Map<number, number>): number {
    const known = grafted.get(number);
    if (known !== undefined) return known;
    const copy = this.#writer.reserve();
    grafted.set(number, copy);
    const { dictionary, stream } = objectAt(file, number);
    this.#writer.write(copy, this.#graft(file, dictionary, grafted), stream);
    return copy;
  }
}

function objectAt({ objects }: PdfFile, number: number): PdfObject {
  const object = objects.get(number);
  if (object === undefined) throw new Error(`no object ${String(number)}`);
  return object;
}

function entriesAt(file: PdfFile, number: number): Map<string, string> {
  return entriesOf(objectAt(file, number).dictionary);
}
