import { crc32, deflateRawSync } from "node:zlib";

/** A part of a ZIP file, and what its headers say of it where that is not the truth. */
export interface ZipPart {
  readonly path: string;
  readonly content: Uint8Array;
  /** Packed already, however that was made. */
  readonly packed?: Uint8Array;
  readonly says?: {
    readonly packedBytes?: number;
    readonly unpackedBytes?: number;
    readonly crc?: number;
    readonly method?: number;
    readonly flags?: number;
    /** Where in the file the part is said to stand. */
    readonly at?: number;
  };
}

export interface ZipSays {
  readonly count?: number;
  readonly directoryAt?: number;
}

/** Writes a ZIP file (PKWARE APPNOTE 6.3.3) of these parts, lies included; the library that the product uses would not. */
export function lyingZip(parts: readonly ZipPart[], says: ZipSays = {}): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { path, content, packed = deflateRawSync(content), says: lies = {} } of parts) {
    const name = Buffer.from(path);
    const fields = fieldsOf(content, packed, name, lies);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    fields.copy(local, 6);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(20, 6);
    fields.copy(central, 8);
    central.writeUInt32LE((lies.at ?? at) >>> 0, 42);
    chunks.push(local, name, Buffer.from(packed));
    directory.push(central, name);
    at += local.byteLength + name.byteLength + packed.byteLength;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE((says.count ?? parts.length) & 0xffff, 8);
  end.writeUInt16LE((says.count ?? parts.length) & 0xffff, 10);
  end.writeUInt32LE(entries.byteLength, 12);
  end.writeUInt32LE((says.directoryAt ?? at) >>> 0, 16);
  return Buffer.concat([...chunks, entries, end]);
}

/** What both headers of a part share: flags, packing, time, checksum, sizes and the length of its name. */
function fieldsOf(
  content: Uint8Array,
  packed: Uint8Array,
  name: Buffer,
  { flags = 0, method = 8, crc, packedBytes, unpackedBytes }: NonNullable<ZipPart["says"]>,
): Buffer {
  const fields = Buffer.alloc(24);
  fields.writeUInt16LE(flags, 0);
  fields.writeUInt16LE(method, 2);
  fields.writeUInt32LE((crc ?? crc32(content)) >>> 0, 8);
  fields.writeUInt32LE((packedBytes ?? packed.byteLength) >>> 0, 12);
  fields.writeUInt32LE((unpackedBytes ?? content.byteLength) >>> 0, 16);
  fields.writeUInt16LE(name.byteLength, 20);
  return fields;
}
