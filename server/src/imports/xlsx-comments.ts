import { cut } from "@planwand/shared/kernel/grapheme.ts";
import { readXml } from "./read-xml.ts";

/** So many are told, and so much of each. */
const MOST = 500;
const LENGTH = 80;
/** What Excel writes before a note of its newer kind, for programs that know the older kind alone. */
const THREADED = /^\[[^\]]{1,60}\][\s\S]{0,600}?\n(?:Comment|Opmerking):\s*/u;

/** What people noted at the cells of a sheet, by the path of its part: *B5: Let op*. */
export function readComments(sheet: string, parts: ReadonlyMap<string, Buffer>): readonly string[] {
  const folder = sheet.lastIndexOf("/") + 1;
  const relations = parts.get(`${sheet.slice(0, folder)}_rels/${sheet.slice(folder)}.rels`);
  const told: string[] = [];
  if (relations === undefined) return told;
  readXml(relations, {
    opened(tag, attribute) {
      if (tag !== "Relationship" || attribute("Type")?.endsWith("/comments") !== true) return;
      const target = attribute("Target") ?? "";
      const part = parts.get(
        target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\.\//u, "")}`,
      );
      if (part !== undefined) told.push(...notesIn(part));
    },
  });
  return told;
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
      if (tag !== "comment" || notes.length >= MOST) return;
      const said = text.replace(THREADED, "").replace(/\s+/gu, " ").trim();
      if (said !== "") notes.push(`${place}: ${cut(said, LENGTH)}`);
    },
  });
  return notes;
}
