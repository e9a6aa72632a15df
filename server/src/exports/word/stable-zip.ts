import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

const WRITTEN = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;
const COUNTED_NAME = /\b_Toc\d+/g;
const BOOKMARK_ID = /(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)/g;
const MADE_UP_ID = /\brId(?=[a-z0-9_-]*[a-z_-])[A-Za-z0-9_-]+/g;

/**
 * The same package with nothing in it of when and where it was made: the dates of its entries and properties are those of `day`,
 * and names that were drawn by lot are numbers. So one state of a plan is one file, byte for byte. Each table gets its caption,
 * which the library cannot write.
 */
export function stableZip(packed: Uint8Array, day: LocalDate, captions: readonly string[]): Uint8Array {
  const entries = unzipSync(packed);
  // Noon in any zone is the same day in the two-second dates of a zip, which has none before 1980.
  const mtime = day < "1980-01-01" || day > "2099-12-31" ? "1980-01-01T12:00:00" : `${day}T12:00:00`;
  const names = new Map<string, string>();
  const files: Zippable = {};
  for (const path of Object.keys(entries).toSorted()) {
    const bytes = entries[path] ?? new Uint8Array();
    const isText = /\.(xml|rels)$/.test(path);
    const stood = isText ? stable(strFromU8(bytes), day, names) : "";
    const text = path === "word/document.xml" ? captioned(stood, captions) : stood;
    files[path] = [isText ? strToU8(text) : bytes, { mtime }];
  }
  return zipSync(files, { level: 6 });
}

function stable(xml: string, day: LocalDate, names: Map<string, string>): string {
  return xml
    .replace(WRITTEN, (_all, tag: string) => `${tag}${day}T00:00:00Z`)
    .replace(MADE_UP_ID, (name) => inOrder(names, name, "rIdLink"))
    .replace(COUNTED_NAME, (name) => inOrder(names, name, "_Toc"))
    .replace(
      BOOKMARK_ID,
      (_all, before: string, id: string) => before + inOrder(names, `bookmark ${id}`, ""),
    );
}

/** Names by their first appearance: the library counts on from one document to the next. */
function inOrder(names: Map<string, string>, name: string, prefix: string): string {
  const known = names.get(name) ?? `${prefix}${names.size + 1}`;
  names.set(name, known);
  return known;
}

function captioned(xml: string, captions: readonly string[]): string {
  let table = 0;
  return xml.replace(/<\/w:tblPr>/g, (end) => {
    const caption = captions[table++] ?? "";
    return `<w:tblCaption w:val="${caption.replace(/[&<>"\n\t]/g, escaped)}"/>${end}`;
  });
}

function escaped(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
