import { Buffer } from "node:buffer";
import { constants, deflateRaw } from "node:zlib";
import { MESSAGE, SYNC } from "@planwand/shared/protocol/messages.ts";

const BINARY_FINAL = 0x82;
const COMPRESSED = 0x40;

/**
 * One unmasked binary WebSocket frame (RFC 6455 §5.2) around `payload`, ready to be written to any number of sockets.
 * `compressed` sets RSV1: the payload is a deflated message (RFC 7692).
 */
export function frame(payload: Uint8Array, compressed = false): Buffer {
  const headerBytes = headerBytesFor(payload.byteLength);
  const framed = Buffer.allocUnsafe(headerBytes + payload.byteLength);
  writeHeader(framed, 0, payload.byteLength, compressed);
  framed.set(payload, headerBytes);
  return framed;
}

/** The header of one binary frame around `length` bytes that are written after it. */
export function frameHeader(length: number): Buffer {
  const header = Buffer.allocUnsafe(headerBytesFor(length));
  writeHeader(header, 0, length, false);
  return header;
}

/**
 * Sync updates, each in a frame of its own, in one buffer: what `frame(encodeSyncUpdate(update))` gives for each, without a copy
 * in between. This is the relay's hottest path.
 */
export function updateFrames(updates: readonly Uint8Array[]): Buffer {
  let total = 0;
  for (const { byteLength } of updates) {
    const messageBytes = 2 + varUintBytes(byteLength) + byteLength;
    total += headerBytesFor(messageBytes) + messageBytes;
  }
  const framed = Buffer.allocUnsafe(total);
  let at = 0;
  for (const update of updates) {
    at = writeHeader(framed, at, 2 + varUintBytes(update.byteLength) + update.byteLength, false);
    framed[at++] = MESSAGE.sync;
    framed[at++] = SYNC.update;
    for (let rest = update.byteLength; ; rest >>>= 7) {
      if (rest < 0x80) {
        framed[at++] = rest;
        break;
      }
      framed[at++] = (rest & 0x7f) | 0x80;
    }
    framed.set(update, at);
    at += update.byteLength;
  }
  return framed;
}

function headerBytesFor(length: number): number {
  return length < 126 ? 2 : length < 65_536 ? 4 : 10;
}

function varUintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes++;
  return bytes;
}

/** Writes a frame's header at `at`; returns where its payload starts. */
function writeHeader(target: Buffer, at: number, length: number, compressed: boolean): number {
  target[at] = compressed ? BINARY_FINAL | COMPRESSED : BINARY_FINAL;
  if (length < 126) {
    target[at + 1] = length;
    return at + 2;
  }
  if (length < 65_536) {
    target[at + 1] = 126;
    target.writeUInt16BE(length, at + 2);
    return at + 4;
  }
  target[at + 1] = 127;
  target.writeBigUInt64BE(BigInt(length), at + 2);
  return at + 10;
}

/** The tail that RFC 7692 §7.2.1 removes from a deflated message. */
const FLUSH_TAIL_BYTES = 4;

/** `payload` as one compressed frame, for sockets that negotiated permessage-deflate without context takeover. */
export function deflatedFrame(payload: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    deflateRaw(payload, { finishFlush: constants.Z_SYNC_FLUSH }, (error, deflated) => {
      if (error) reject(error);
      else resolve(frame(deflated.subarray(0, deflated.byteLength - FLUSH_TAIL_BYTES), true));
    });
  });
}
