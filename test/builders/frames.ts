import { constants, inflateRawSync } from "node:zlib";
import * as decoding from "lib0/decoding";

/** Reads server frames back, compressed ones too, for tests of what is written to a socket. */
export class Frames {
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The sync messages in the frames, in their order: kind 0 step 1, 1 step 2, 2 update. */
  messages(): { readonly kind: number; readonly body: Uint8Array }[] {
    return this.payloads().map((payload) => {
      const decoder = decoding.createDecoder(payload);
      decoding.readVarUint(decoder);
      return { kind: decoding.readVarUint(decoder), body: decoding.readVarUint8Array(decoder) };
    });
  }

  payloads(): Uint8Array[] {
    const payloads: Uint8Array[] = [];
    for (let at = 0; at < this.#bytes.byteLength;) {
      const first = this.#bytes.readUInt8(at);
      const short = this.#bytes.readUInt8(at + 1);
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      const length =
        head === 2
          ? short
          : head === 4
            ? this.#bytes.readUInt16BE(at + 2)
            : Number(this.#bytes.readBigUInt64BE(at + 2));
      const payload = this.#bytes.subarray(at + head, at + head + length);
      payloads.push(new Uint8Array((first & 0x40) === 0 ? payload : inflated(payload)));
      at += head + length;
    }
    return payloads;
  }
}

function inflated(payload: Buffer): Buffer {
  const whole = Buffer.concat([payload, Buffer.from([0, 0, 0xff, 0xff])]);
  return inflateRawSync(whole, { finishFlush: constants.Z_SYNC_FLUSH });
}
