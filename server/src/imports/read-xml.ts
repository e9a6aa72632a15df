import { SaxesParser } from "saxes";
import { FileRefused } from "./file-refusal.ts";

/** What an attribute of an element says, by its name with its prefix or without. */
export type XmlAttribute = (name: string) => string | undefined;

/** What is called while a part in XML is read. Names are without their prefix, those of attributes when none is called so without one. */
export interface XmlListener {
  readonly opened?: (name: string, attribute: XmlAttribute) => void;
  readonly text?: (text: string) => void;
  readonly closed?: (name: string) => void;
}

/** Deeper than any workbook. */
const MAX_DEPTH = 64;

/**
 * Reads XML from beginning to end. Document types are refused, and with them every entity of a file's own.
 * @throws FileRefused
 */
export function readXml(part: Buffer, listener: XmlListener): void {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let depth = 0;
  parser.on("doctype", () => {
    throw new FileRefused("file-unsafe", "a document type");
  });
  parser.on("error", () => {
    throw new FileRefused("file-unreadable", "broken XML");
  });
  parser.on("opentag", (tag) => {
    if (++depth > MAX_DEPTH) throw new FileRefused("file-unsafe", "too deep");
    const { attributes } = tag;
    listener.opened?.(localName(tag.name), (name) => {
      if (Object.hasOwn(attributes, name)) return attributes[name];
      return Object.entries(attributes).find(([full]) => localName(full) === name)?.[1];
    });
  });
  parser.on("text", (text: string) => listener.text?.(text));
  parser.on("cdata", (text: string) => listener.text?.(text));
  parser.on("closetag", (tag) => {
    depth--;
    listener.closed?.(localName(tag.name));
  });
  parser.write(decoded(part)).close();
}

/** How often something comes, as an attribute says; once when nothing or nonsense is said. */
export function countOf(written: string | undefined): number {
  const count = Number(written ?? 1);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function decoded(part: Buffer): string {
  const isWide =
    part.length >= 2 && ((part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff));
  if (!isWide) return part.toString("utf8").replace(/^\ufeff/, "");
  throw new FileRefused("file-unreadable", "not UTF-8");
}
