import { crc32, inflateRawSync } from "node:zlib";
import { FileRefused } from "./file-refusal.ts";

const MAX_ENTRIES = 1_000;
const MAX_UNPACKED_BYTES = 50 * 1024 * 1024;
const MAX_RATIO = 100;
/** Below this, a file that packs well is no bomb. */
const RATIO_FROM_BYTES = 1024 * 1024;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_LENGTH = 22;
const COMMENT_MAX_LENGTH = 0xffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly crc: number;
  readonly at: number;
}

/**
 * The parts of a ZIP file (PKWARE APPNOTE 6.3.3, without ZIP64) whose name `isWanted` accepts, unpacked in memory. Names are only names
 * here: nothing is ever written under one.
 * @throws FileRefused for what is broken, encrypted, lies about its sizes, or would unpack to more than the limits
 */
export function unzip(file: Buffer, isWanted: (name: string) => boolean): Map<string, Buffer> {
  const entries = directory(file);
  const wanted = entries.filter(({ name }) => isWanted(name));
  const declared = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (declared > MAX_UNPACKED_BYTES) throw new FileRefused("file-unsafe", "unpacks to too much");
  const parts = new Map<string, Buffer>();
  let left = MAX_UNPACKED_BYTES;
  for (const entry of wanted) {
    if (parts.has(entry.name)) throw new FileRefused("file-unsafe", "two parts of one name");
    const part = unpack(file, entry, left);
    if (crc32(part) !== entry.crc) throw new FileRefused("file-unreadable", "a wrong checksum");
    left -= part.byteLength;
    parts.set(entry.name, part);
  }
  return parts;
}

function directory(file: Buffer): Entry[] {
  const end = endOfDirectory(file);
  const count = file.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw new FileRefused("file-unsafe", "too many parts");
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.byteLength || file.readUInt32LE(at) !== DIRECTORY_ENTRY)
      throw new FileRefused("file-unreadable", "broken directory");
    if ((file.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw new FileRefused("file-old-excel", "encrypted");
    const nameLength = file.readUInt16LE(at + 28);
    const rest = file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    entries.push({
      name: file.toString("utf8", at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      packedBytes: file.readUInt32LE(at + 20),
      unpackedBytes: file.readUInt32LE(at + 24),
      crc: file.readUInt32LE(at + 16),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + rest;
  }
  return entries;
}

function endOfDirectory(file: Buffer): number {
  const first = Math.max(0, file.byteLength - END_LENGTH - COMMENT_MAX_LENGTH);
  for (let at = file.byteLength - END_LENGTH; at >= first; at--)
    if (file.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new FileRefused("file-unreadable", "no directory");
}

function unpack(file: Buffer, entry: Entry, maxBytes: number): Buffer {
  const { at, packedBytes, unpackedBytes, method } = entry;
  if (at + 30 > file.byteLength || file.readUInt32LE(at) !== LOCAL_ENTRY)
    throw new FileRefused("file-unreadable", "broken part");
  const from = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const packed = file.subarray(from, from + packedBytes);
  if (packed.byteLength !== packedBytes) throw new FileRefused("file-unreadable", "part is cut off");
  if (unpackedBytes > maxBytes) throw new FileRefused("file-unsafe", "unpacks to too much");
  const isBomb = unpackedBytes > RATIO_FROM_BYTES && unpackedBytes > packedBytes * MAX_RATIO;
  if (isBomb) throw new FileRefused("file-unsafe", "packs too well");
  if (method === STORED) {
    if (unpackedBytes !== packedBytes) throw new FileRefused("file-unsafe", "lies about its size");
    return packed;
  }
  if (method !== DEFLATED) throw new FileRefused("file-unreadable", "unknown packing");
  const part = inflated(packed, unpackedBytes);
  if (part.byteLength !== unpackedBytes) throw new FileRefused("file-unsafe", "lies about its size");
  return part;
}

/** Unpacks no more than was declared. */
function inflated(packed: Buffer, declaredBytes: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, declaredBytes) });
  } catch (error) {
    const isLonger = error instanceof RangeError;
    throw isLonger
      ? new FileRefused("file-unsafe", "lies about its size")
      : new FileRefused("file-unreadable", "broken packing");
  }
}
