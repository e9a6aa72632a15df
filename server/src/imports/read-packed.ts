import type { RawTable } from "@planwand/shared/exchange/guess-columns.ts";
import type { FileBase } from "@planwand/shared/exchange/file-base.ts";
import type { FileNote } from "@planwand/shared/exchange/file-notes.ts";
import type { Language } from "@planwand/shared/plan/schema.ts";
import { zipRefusal } from "./file-kind.ts";
import { FileRefused } from "./file-refusal.ts";
import { DOCX_PARTS, readDocx, type ReadText } from "./read-docx.ts";
import { readOds } from "./read-ods.ts";
import { type ReadSheets, readXlsx, XLSX_PARTS } from "./read-xlsx.ts";
import { unzip } from "./unzip.ts";

/** What a file of tables and text held. */
export interface ReadTables {
  readonly kind: "excel" | "ods" | "document" | "page";
  readonly tables: readonly RawTable[];
  readonly notes: readonly FileNote[];
  /** What it was made from, when it says so. */
  readonly base?: FileBase;
}

/** The part in which formats of other programs say what they are (OpenDocument 1.3 part 2, 3.3), its content, and how it is locked. */
const MIME_TYPE = "mimetype";
const CONTENT = "content.xml";
const MANIFEST = "META-INF/manifest.xml";

/**
 * Reads what programs pack together in a ZIP file: a workbook of Excel, an OpenDocument spreadsheet or a document of Word.
 * @throws FileRefused for anything else
 */
export function readPacked(file: Buffer, language: Language): ReadTables {
  const names = new Set<string>();
  const parts = unzip(file, (name) => {
    names.add(name);
    return [MIME_TYPE, CONTENT, MANIFEST].includes(name) || XLSX_PARTS.test(name) || DOCX_PARTS.test(name);
  });
  const workbook = parts.get("xl/workbook.xml");
  if (workbook !== undefined) return ofSheets("excel", readXlsx(workbook, parts));
  const document = [...parts].find(([name]) => name.startsWith("word/document"))?.[1];
  if (document !== undefined) return ofText("document", readDocx(document, parts, language));
  const mimeType = parts.get(MIME_TYPE)?.toString("latin1", 0, 100) ?? "";
  const content = parts.get(CONTENT);
  if (parts.get(MANIFEST)?.includes("encryption-data") === true)
    throw new FileRefused("file-old-excel", "encrypted");
  if (content !== undefined && mimeType.includes("opendocument.spreadsheet"))
    return ofSheets("ods", readOds(content));
  throw zipRefusal(names, mimeType);
}

/** Sheets that nobody saw are told by name, and what people noted at cells. */
export function ofSheets(
  kind: "excel" | "ods",
  { tables, hidden, base, comments = [] }: ReadSheets,
): ReadTables {
  return {
    kind,
    tables,
    ...(base === undefined ? {} : { base }),
    notes: [
      { kind: "hidden-sheets" as const, names: hidden },
      { kind: "comments" as const, names: comments },
    ].filter(({ names }) => names.length > 0),
  };
}

/** So is that there is more in a text than was read. */
export function ofText(kind: "document" | "page", { tables, isTextAround }: ReadText): ReadTables {
  return { kind, tables, notes: isTextAround ? [{ kind: "text-around", names: [] }] : [] };
}
