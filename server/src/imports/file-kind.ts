import { FileRefused, type FileRefusalCode } from "./file-refusal.ts";

/** How files of other programs begin, as Latin-1, and what is said of them. */
const SIGNATURES: readonly (readonly [start: string, code: FileRefusalCode])[] = [
  ["%PDF-", "file-pdf"],
  ["%!PS-Adobe", "file-pdf"],
  ["{\\rtf", "file-document"],
  ["\x89PNG", "file-picture"],
  ["\xff\xd8\xff", "file-picture"],
  ["GIF8", "file-picture"],
  ["BM", "file-picture"],
  ["II*\0", "file-picture"],
  ["MM\0*", "file-picture"],
  ["RIFF", "file-picture"],
  ["\x1f\x8b", "file-packed"],
  ["7z\xbc\xaf\x27\x1c", "file-packed"],
  ["Rar!\x1a", "file-packed"],
  ["BZh", "file-packed"],
  ["\xfd7zXZ", "file-packed"],
  ["\x7fELF", "file-unknown"],
  ["MZ", "file-unknown"],
  ["SQLite format 3\0", "file-unknown"],
];
/** Signatures so short that a table could begin with them are believed of binary content only. */
const SURE_FROM = 5;

/** Refuses what the first bytes say is of another program. PDF allows rubbish before its beginning (ISO 32000-1, annex H.3.4.1). */
export function refuseOtherPrograms(file: Buffer): void {
  const start = file.toString("latin1", 0, 1024);
  if (/^%PDF-\d/mu.test(start)) throw new FileRefused("file-pdf", "a PDF");
  for (const [signature, code] of SIGNATURES)
    if (start.startsWith(signature) && (signature.length >= SURE_FROM || isBinary(start)))
      throw new FileRefused(code, "of another program");
}

/** What may stand before the first element of a page. */
const BEFORE_PAGE = /^\s*(?:<\?xml[^>]{0,200}\?>|<!--(?:[^-]|-(?!->)){0,2000}-->|\s)*/u;

/** Whether a text is a page in HTML. */
export function isPage(text: string): boolean {
  const start = text.slice(0, 4096).replace(BEFORE_PAGE, "");
  return /^<(?:!doctype\s+html|html|head|body|table|meta|div|p|[uo]l|h[1-6])\b/iu.test(start);
}

/** Whether a text is an OpenDocument spreadsheet that was saved as one file of XML. */
export function isFlatSheet(text: string): boolean {
  return (
    /^\s*</u.test(text) && text.slice(0, 8192).includes("application/vnd.oasis.opendocument.spreadsheet")
  );
}

/** Refuses text that is a message or no text at all. */
export function refuseOtherTexts(text: string): void {
  const start = text.slice(0, 4096);
  if (/^\s*</u.test(start)) throw new FileRefused("file-unknown", "markup");
  if (/^[\w-]+: /u.test(start) && /^MIME-Version: \d/imu.test(start))
    throw new FileRefused("file-mail", "a message");
  if (/^BEGIN:V[A-Z]+\s/u.test(start)) throw new FileRefused("file-unknown", "a calendar or a card");
  if (isBinary(text)) throw new FileRefused("file-unknown", "binary");
}

/** One sign in so many may be strange in a table: a slip of the program that wrote it. */
const STRANGE_PER = 100;
/** Signs of a font's own, such as the bullets of Word, are found in text, yet not this often. */
const OWN_PER = 20;

/** Whether it is no text: full of controls, or of signs that are none. */
function isBinary(text: string): boolean {
  let strange = 0;
  for (let at = 0; at < text.length; at++) strange += strangeness(text.charCodeAt(at));
  return strange > text.length;
}

function strangeness(code: number): number {
  const isSpace = code === 0x09 || code === 0x0a || code === 0x0c || code === 0x0d;
  if (isSpace) return 0;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code >= 0xfffd) return STRANGE_PER;
  return code >= 0xe000 && code < 0xf900 ? OWN_PER : 0;
}

/**
 * Why a compound file of Microsoft (MS-CFB) is refused: its directory names what is in it, as UTF-16. Old Excel and Excel behind a
 * password are two of many.
 */
export function oldOfficeRefusal(file: Buffer): FileRefused {
  const holds = (name: string): boolean => file.includes(Buffer.from(name, "utf16le"));
  if (holds("WordDocument") || holds("PowerPoint Document"))
    return new FileRefused("file-document", "an old document");
  if (holds("__substg1.0_")) return new FileRefused("file-mail", "a message of Outlook");
  return new FileRefused("file-old-excel", "OLE container");
}

/** Why a ZIP file without a workbook or a document that is read is refused, by the names of its parts. */
export function zipRefusal(names: ReadonlySet<string>, mimeType: string): FileRefused {
  const has = (pattern: RegExp): boolean => [...names].some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/u)) return new FileRefused("file-old-excel", "a binary workbook");
  if (has(/^(?:word|ppt)\//u) || /opendocument\.(?:text|presentation)|epub/u.test(mimeType))
    return new FileRefused("file-document", "a document");
  if (has(/^Index\/.*\.iwa$/u))
    return new FileRefused("file-other-sheet", "a spreadsheet of another program");
  return new FileRefused("file-packed", "a ZIP file without a workbook");
}
