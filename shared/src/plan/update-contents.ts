import * as decoding from "lib0/decoding";
import { type RangesByClient, sortedRanges } from "./clock-ranges.ts";

/** What an update brings, without what it says. */
export interface UpdateContents {
  /** Up to where the structs of each client reach. */
  readonly reach: ReadonlyMap<number, number>;
  readonly deletes: RangesByClient;
}

/** The kinds of content in the V1 layout, by the lowest five bits of a struct's first byte (yjs `contentRefs`). */
const GC = 0;
const DELETED = 1;
const JSON_VALUES = 2;
const BINARY = 3;
const STRING = 4;
const EMBED = 5;
const FORMAT = 6;
const TYPE = 7;
const ANY_VALUES = 8;
const DOC = 9;
const SKIP = 10;
/** The kinds of types that have a name: an XML element and an XML hook. */
const NAMED_TYPES: ReadonlySet<number> = new Set([3, 5]);
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_PARENT_SUB = 0x20;

/**
 * Reads what a V1 update brings, walking past its contents: a fraction of the work of `Y.decodeUpdate`.
 * @throws Error when the bytes are no update
 */
export function updateContents(update: Uint8Array): UpdateContents {
  const decoder = decoding.createDecoder(update);
  const number = (): number => decoding.readVarUint(decoder);
  const reach = new Map<number, number>();
  for (let runs = number(); runs > 0; runs--) {
    const structs = number();
    const client = number();
    let clock = number();
    for (let at = 0; at < structs; at++) clock += skipStruct(decoder);
    reach.set(client, clock);
  }
  const deletes = new Map<number, { clock: number; len: number }[]>();
  for (let clients = number(); clients > 0; clients--) {
    const client = number();
    const items: { clock: number; len: number }[] = [];
    for (let ranges = number(); ranges > 0; ranges--) items.push({ clock: number(), len: number() });
    deletes.set(client, items);
  }
  return { reach, deletes: sortedRanges(deletes) };
}

/** Walks past one struct and gives its length in clocks. */
function skipStruct(decoder: decoding.Decoder): number {
  const info = decoding.readUint8(decoder);
  const kind = info & 0x1f;
  if (kind === GC || kind === SKIP) return decoding.readVarUint(decoder);
  if ((info & HAS_ORIGIN) !== 0) skipId(decoder);
  if ((info & HAS_RIGHT_ORIGIN) !== 0) skipId(decoder);
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
    if (decoding.readVarUint(decoder) === 1) skipBytes(decoder);
    else skipId(decoder);
    if ((info & HAS_PARENT_SUB) !== 0) skipBytes(decoder);
  }
  return skipContent(decoder, kind);
}

function skipContent(decoder: decoding.Decoder, kind: number): number {
  switch (kind) {
    case DELETED:
      return decoding.readVarUint(decoder);
    case STRING:
      return decoding.readVarString(decoder).length;
    case JSON_VALUES:
    case ANY_VALUES: {
      const length = decoding.readVarUint(decoder);
      for (let at = 0; at < length; at++) {
        if (kind === ANY_VALUES) decoding.readAny(decoder);
        else skipBytes(decoder);
      }
      return length;
    }
    case TYPE:
      if (NAMED_TYPES.has(decoding.readVarUint(decoder))) skipBytes(decoder);
      return 1;
    case FORMAT:
      skipBytes(decoder);
      skipBytes(decoder);
      return 1;
    case DOC:
      skipBytes(decoder);
      decoding.readAny(decoder);
      return 1;
    case BINARY:
    case EMBED:
      skipBytes(decoder);
      return 1;
    default:
      throw new Error(`no content of kind ${String(kind)}`);
  }
}

function skipId(decoder: decoding.Decoder): void {
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
}

/** Walks past bytes or a string, both of which stand behind their length in bytes. */
function skipBytes(decoder: decoding.Decoder): void {
  const bytes = decoding.readVarUint(decoder);
  decoder.pos += bytes;
}
