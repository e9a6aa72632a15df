const TEXT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** More bits than these are no number that JavaScript can hold. */
const MAX_VAR_INT_BITS = 55;

/**
 * Reads what lib0 writes, without making values of it that nobody asked for.
 * @throws RangeError when the bytes end early or a number is out of range, TypeError for a text that is no UTF-8
 */
export class ByteReader {
  readonly bytes: Uint8Array;
  /** Where the next byte is read. */
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  byte(): number {
    if (this.at >= this.bytes.byteLength) throw new RangeError("ends early");
    return this.bytes[this.at++] as number;
  }

  /** lib0 `readVarUint`. */
  varUint(): number {
    let byte = this.byte();
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let factor = 128; ; factor *= 128) {
      byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      if (value > Number.MAX_SAFE_INTEGER) throw new RangeError("number out of range");
    }
  }

  /** lib0 `readVarInt`, of which the value does not matter. */
  skipVarInt(): void {
    let bits = 6;
    for (let byte = this.byte(); byte >= 0x80; byte = this.byte()) {
      bits += 7;
      if (bits > MAX_VAR_INT_BITS) throw new RangeError("number out of range");
    }
  }

  skip(bytes: number): void {
    if (bytes > this.bytes.byteLength - this.at) throw new RangeError("ends early");
    this.at += bytes;
  }

  /** Reads past a text and returns its length in UTF-16 units. */
  textLength(): number {
    const bytes = this.varUint();
    const start = this.at;
    this.skip(bytes);
    let at = start;
    while (at < this.at && (this.bytes[at] as number) < 0x80) at++;
    const plain = at - start;
    return at === this.at ? plain : plain + TEXT.decode(this.bytes.subarray(at, this.at)).length;
  }

  text(): string {
    const bytes = this.varUint();
    const start = this.at;
    this.skip(bytes);
    return TEXT.decode(this.bytes.subarray(start, this.at));
  }
}
