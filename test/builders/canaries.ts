import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Strings that stand nowhere else, each with its number. */
export class Canaries {
  readonly made: string[] = [];
  readonly #tag: string;

  constructor(tag: string) {
    this.#tag = tag;
  }

  /** A new one: one word, also inside a sentence. */
  next(): string {
    const canary = `Kanarie${this.#tag}n${String(this.made.length)}x`;
    this.made.push(canary);
    return canary;
  }

  /** Those of which the bytes are in these. */
  foundIn(bytes: Uint8Array): string[] {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
    if (!text.includes(`Kanarie${this.#tag}n`)) return [];
    return this.made.filter((canary) => text.includes(canary));
  }

  /** Those that are in any file of a folder. */
  foundInFolder(folder: string): string[] {
    return filesOf(folder).flatMap((path) => this.foundIn(readFileSync(path)));
  }
}

/** Every file in a folder and those below it. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesOf(path) : [path];
  });
}
