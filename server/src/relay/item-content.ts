import type { ByteReader } from "./byte-reader.ts";

/** How deep a value may nest: deeper than anybody writes. */
const MAX_DEPTH = 64;
/** The kinds of shared type that Yjs knows, and those of them that have a name of their own: an XML element and a hook. */
const TYPES = 7;
const NAMED_TYPES: ReadonlySet<number> = new Set([3, 5]);
/** yjs ContentDoc: a document in the document, which this product does not know. */
const DOCUMENT = 9;

/**
 * Reads past the content of an item and returns how many clocks it takes: what yjs `readItemContent` reads. `kind` is the number under
 * which yjs `contentRefs` knows it.
 * @throws Error where Yjs would throw; unless it `isStored` already, also for a value that nests deeper than anybody writes and for a
 * document in the document
 */
export function readContent(reader: ByteReader, kind: number, isStored: boolean): number {
  switch (kind) {
    case 1: // ContentDeleted
      return reader.varUint();
    case 2: // ContentJSON
      return readEach(reader, isStored, readOldJson);
    case 3: // ContentBinary
      reader.skip(reader.varUint());
      return 1;
    case 4: // ContentString
      return reader.textLength();
    case 5: // ContentEmbed
      readJson(reader.text(), isStored);
      return 1;
    case 6: // ContentFormat
      reader.textLength();
      readJson(reader.text(), isStored);
      return 1;
    case 7: // ContentType
      readType(reader);
      return 1;
    case 8: // ContentAny
      return readEach(reader, isStored, readAny);
    case DOCUMENT:
      if (!isStored) throw new RangeError("a document in the document");
      reader.textLength();
      readAny(reader, isStored);
      return 1;
    default:
      throw new RangeError("unknown content");
  }
}

function readEach(
  reader: ByteReader,
  isStored: boolean,
  read: (reader: ByteReader, isStored: boolean) => void,
): number {
  const count = reader.varUint();
  for (let i = 0; i < count; i++) read(reader, isStored);
  return count;
}

function readType(reader: ByteReader): void {
  const type = reader.varUint();
  if (type >= TYPES) throw new RangeError("unknown type");
  if (NAMED_TYPES.has(type)) reader.textLength();
}

/** A list or an object of which `left` values are still to come; those of an object have a name each. */
interface Open {
  left: number;
  readonly isNamed: boolean;
}

/** lib0 `readAny`, without going deeper on the stack. */
function readAny(reader: ByteReader, isStored: boolean): void {
  let open = readOne(reader);
  if (open === null) return;
  const outer: Open[] = [];
  for (;;) {
    if (open.left === 0) {
      const next = outer.pop();
      if (next === undefined) return;
      open = next;
      continue;
    }
    open.left--;
    if (open.isNamed) reader.textLength();
    const inner = readOne(reader);
    if (inner === null) continue;
    outer.push(open);
    open = inner;
    if (outer.length > MAX_DEPTH && !isStored) throw new RangeError("nests too deep");
  }
}

/** Reads past a value that holds no others; of a list or an object only its head. */
function readOne(reader: ByteReader): Open | null {
  switch (reader.byte()) {
    case 127: // undefined
    case 126: // null
    case 121: // true
    case 120: // false
      return null;
    case 125: // integer
      reader.skipVarInt();
      return null;
    case 124: // float of 32 bits
      reader.skip(4);
      return null;
    case 123: // float of 64 bits
    case 122: // integer of 64 bits
      reader.skip(8);
      return null;
    case 119: // text
      reader.textLength();
      return null;
    case 118: // object
      return { left: reader.varUint(), isNamed: true };
    case 117: // list
      return { left: reader.varUint(), isNamed: false };
    case 116: // bytes
      reader.skip(reader.varUint());
      return null;
    default:
      throw new RangeError("unknown value");
  }
}

/** ContentJSON has a word of its own for what JSON has none. */
function readOldJson(reader: ByteReader, isStored: boolean): void {
  const text = reader.text();
  if (text !== "undefined") readJson(text, isStored);
}

function readJson(text: string, isStored: boolean): void {
  if (!isStored && nestsTooDeep(text)) throw new RangeError("nests too deep");
  JSON.parse(text);
}

function nestsTooDeep(json: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < json.length && depth <= MAX_DEPTH; at++) {
    const char = json[at];
    if (isInString) {
      if (char === "\\") at++;
      else if (char === '"') isInString = false;
    } else if (char === '"') isInString = true;
    else if (char === "[" || char === "{") depth++;
    else if (char === "]" || char === "}") depth--;
  }
  return depth > MAX_DEPTH;
}
