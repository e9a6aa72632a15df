import { Buffer } from "node:buffer";
import { constants, deflateRaw } from "node:zlib";

const BINARY_FINAL = 0x82;
const COMPRESSED = 0x40;

/**
 * One unmasked binary WebSocket frame (RFC 6455 §5.2) around `payload`, ready to be written to any number of sockets.
 * `compressed` sets RSV1: the payload is a deflated message (RFC 7692).
 */
export function frame(payload: Uint8Array, compressed = false): Buffer {
  const length = payload.byteLength;
  const headerBytes = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const framed = Buffer.allocUnsafe(headerBytes + length);
  framed[0] = compressed ? BINARY_FINAL | COMPRESSED : BINARY_FINAL;
  if (headerBytes === 2) {
    framed[1] = length;
  } else if (headerBytes === 4) {
    framed[1] = 126;
    framed.writeUInt16BE(length, 2);
  } else {
    framed[1] = 127;
    framed.writeBigUInt64BE(BigInt(length), 2);
  }
  framed.set(payload, headerBytes);
  return framed;
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
