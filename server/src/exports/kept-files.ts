import type { ExportedFile } from "./export-task.ts";

/** All files together, and the largest one, in bytes. */
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** The files that were made last, under all that they were made of; the one that was asked for longest ago goes first. */
export class KeptFiles {
  readonly #kept = new Map<string, { readonly planId: string; readonly file: ExportedFile }>();
  #bytes = 0;

  get(key: string): ExportedFile | null {
    const known = this.#kept.get(key);
    if (known === undefined) return null;
    this.#kept.delete(key);
    this.#kept.set(key, known);
    return known.file;
  }

  set(key: string, planId: string, file: ExportedFile): void {
    const { byteLength } = file.bytes;
    if (byteLength > MAX_FILE_BYTES || this.#kept.has(key)) return;
    this.#kept.set(key, { planId, file });
    this.#bytes += byteLength;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= MAX_BYTES) return;
      this.#delete(oldest);
    }
  }

  forget(planId: string): void {
    for (const [key, kept] of this.#kept) if (kept.planId === planId) this.#delete(key);
  }

  #delete(key: string): void {
    const known = this.#kept.get(key);
    if (known === undefined) return;
    this.#kept.delete(key);
    this.#bytes -= known.file.bytes.byteLength;
  }
}
