import { deflateRawSync } from "node:zlib";
import { lyingZip, type ZipPart } from "./lying-zip.ts";

const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook of one sheet, out of parts that can be exchanged for others. */
export interface BookParts {
  readonly workbook?: string;
  readonly relations?: string;
  readonly sheet?: string;
  readonly strings?: string;
  readonly more?: readonly ZipPart[];
}

export const HEADINGS = ["Fase", "Activiteit", "Begin"];

export function sheetOf(rows: string): string {
  return `<worksheet xmlns="${SPREADSHEET}"><sheetData>${rows}</sheetData></worksheet>`;
}

/** A row of texts; `number` is where it says that it stands. */
export function rowOf(texts: readonly string[], number: number | string): string {
  const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  return `<row r="${number}">${cells.join("")}</row>`;
}

export const HARMLESS_SHEET = sheetOf(rowOf(HEADINGS, 1) + rowOf(["Analyse", "Van buiten", "1-3-2027"], 2));

export function bookXml(sheets = '<sheet name="Blad" sheetId="1" r:id="rId1"/>'): string {
  return `<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONS}"><sheets>${sheets}</sheets></workbook>`;
}

export function relationsXml(target: string): string {
  const relation = `<Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="${target}"/>`;
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`;
}

export function partsOf({ workbook, relations, sheet, strings, more = [] }: BookParts): ZipPart[] {
  const part = (path: string, text: string): ZipPart => ({ path, content: Buffer.from(text) });
  return [
    part("xl/workbook.xml", workbook ?? bookXml()),
    part("xl/_rels/workbook.xml.rels", relations ?? relationsXml("worksheets/sheet1.xml")),
    part("xl/worksheets/sheet1.xml", sheet ?? HARMLESS_SHEET),
    ...(strings === undefined ? [] : [part("xl/sharedStrings.xml", strings)]),
    ...more,
  ];
}

export function bookOf(parts: BookParts): Buffer {
  return lyingZip(partsOf(parts));
}

/** Entities that are each ten of the one before: ten to the power of `depth` times a word. */
export function billionLaughs(depth: number, text: string): string {
  const entities = Array.from({ length: depth }, (_, at) => {
    const inner = at === 0 ? "lol".repeat(10) : `&e${at - 1};`.repeat(10);
    return `<!ENTITY e${at} "${inner}">`;
  });
  return `<!DOCTYPE x [${entities.join("")}]>${text.replaceAll("LOL", `&e${depth - 1};`)}`;
}

/** Zips in zips in zips, each holding `width` of the one inside. */
export function nestedZip(depth: number, width: number): Buffer {
  let inner: Buffer = Buffer.from(deflateRawSync(Buffer.alloc(100_000)));
  for (let level = 0; level < depth; level++)
    inner = lyingZip(
      Array.from({ length: width }, (_, at) => ({ path: `${level}-${at}.zip`, content: inner })),
    );
  return inner;
}

/** A part that says of each of its many entries that it is the same packed piece of the file. */
export function overlappingZip(entries: number, unpackedBytes: number): Buffer {
  const content = Buffer.alloc(unpackedBytes, " ");
  const packed = deflateRawSync(content);
  const first = { path: "xl/worksheets/s0.xml", content, packed };
  const others = Array.from({ length: entries }, (_, at) => ({
    path: `xl/worksheets/s${at + 1}.xml`,
    content,
    packed: new Uint8Array(),
    says: { at: 0, packedBytes: packed.byteLength },
  }));
  return lyingZip([first, ...others]);
}
