import { MOST_NOTES, noteAt } from "./cell-note.ts";
import { readXml } from "./read-xml.ts";

/** What Excel writes before a note of its newer kind, for programs that know the older kind alone. */
const THREADED = /^\[[^\]]{1,60}\][\s\S]{0,600}?\n(?:Comment|Opmerking):\s*/u;

/** What people noted at the cells of these sheets, by the paths of their parts: *B5: Let op*. Each part is read once, however often it is named. */
export function readComments(
  sheets: readonly string[],
  parts: ReadonlyMap<string, Buffer>,
): readonly string[] {
  const named = new Set(sheets.flatMap((sheet) => partsNoted(sheet, parts)));
  return [...named].flatMap((path) => {
    const part = parts.get(path);
    return part === undefined ? [] : notesIn(part);
  });
}

/** The paths of the parts with what was noted at a sheet. */
function partsNoted(sheet: string, parts: ReadonlyMap<string, Buffer>): readonly string[] {
  const folder = sheet.lastIndexOf("/") + 1;
  const relations = parts.get(`${sheet.slice(0, folder)}_rels/${sheet.slice(folder)}.rels`);
  const paths: string[] = [];
  if (relations === undefined) return paths;
  readXml(relations, {
    opened(tag, attribute) {
      if (tag !== "Relationship" || attribute("Type")?.endsWith("/comments") !== true) return;
      const target = attribute("Target") ?? "";
      paths.push(target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\.\//u, "")}`);
    },
  });
  return paths;
}

function notesIn(part: Buffer): readonly string[] {
  const notes: string[] = [];
  let place = "";
  let text = "";
  let isText = false;
  readXml(part, {
    opened(tag, attribute) {
      if (tag === "comment") [place, text] = [attribute("ref") ?? "", ""];
      if (tag === "t") isText = true;
    },
    text(more) {
      if (isText) text += more;
    },
    closed(tag) {
      if (tag === "t") isText = false;
      if (tag === "comment" && notes.length < MOST_NOTES)
        notes.push(...noteAt(place, text.replace(THREADED, "")));
    },
  });
  return notes;
}
