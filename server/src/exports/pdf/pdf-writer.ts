import { createHash } from "node:crypto";

const HEADER = "%PDF-1.7\n%\u0080\u0080\u0080\u0080\n\n";

/** Writes a PDF object by object (ISO 32000-1, 7.5). */
export class PdfWriter {
  readonly #chunks: Uint8Array[] = [Buffer.from(HEADER, "latin1")];
  readonly #offsets: number[] = [];
  #length = HEADER.length;
  #last = 0;

  /** A number for an object that is written later. */
  reserve(): number {
    return ++this.#last;
  }

  write(number: number, dictionary: string, stream: Uint8Array | null = null): void {
    this.#offsets[number] = this.#length;
    this.#push(Buffer.from(`${String(number)} 0 obj\n${dictionary.trim()}\n`, "latin1"));
    if (stream !== null) this.#push(stream);
    this.#push(Buffer.from("endobj\n\n", "latin1"));
  }

  add(dictionary: string, stream: Uint8Array | null = null): number {
    const number = this.reserve();
    this.write(number, dictionary, stream);
    return number;
  }

  /** The whole file: the same objects are the same bytes. */
  end(root: number, info: number): Uint8Array {
    const start = this.#length;
    const rows = Array.from({ length: this.#last }, (_, at) => {
      const offset = this.#offsets[at + 1];
      // A number that was not used after all.
      return offset === undefined
        ? "0000000000 65535 f\r\n"
        : `${String(offset).padStart(10, "0")} 00000 n\r\n`;
    });
    const hash = createHash("sha256");
    for (const chunk of this.#chunks) hash.update(chunk);
    const id = hash.digest("hex").slice(0, 32);
    const trailer = [
      `xref\n0 ${String(this.#last + 1)}\n0000000000 65535 f\r\n${rows.join("")}trailer`,
      `<<\n  /Size ${String(this.#last + 1)}\n  /Root ${String(root)} 0 R\n  /Info ${String(info)} 0 R`,
      `  /ID [<${id}> <${id}>]\n>>`,
      `startxref\n${String(start)}\n%%EOF`,
    ].join("\n");
    this.#push(Buffer.from(trailer, "latin1"));
    return Buffer.concat(this.#chunks);
  }

  #push(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
    this.#length += chunk.byteLength;
  }
}
