import { type UnknownWord, wordKey } from "./proposal.ts";
import type { SheetName } from "./sheets.ts";

/** The words in a file that no list of words has, and what a person said they mean. */
export class WordBook {
  readonly #choices: Readonly<Record<string, string | null>>;
  readonly #unknown = new Map<string, UnknownWord>();

  /** `choices` are by `wordKey`. */
  constructor(choices: Readonly<Record<string, string | null>>) {
    this.#choices = choices;
  }

  /** What a person said of a word; null for leaving it out, undefined when nobody said. Words of which something was said stay in the list. */
  valueOf(sheet: SheetName, column: string, word: string): string | null | undefined {
    const key = wordKey(sheet, column, word);
    if (!Object.hasOwn(this.#choices, key)) return undefined;
    this.ask(sheet, column, word);
    return this.#choices[key];
  }

  /** Counts a word that has to be asked about. */
  ask(sheet: SheetName, column: string, word: string): void {
    const key = wordKey(sheet, column, word);
    const choice = Object.hasOwn(this.#choices, key) ? this.#choices[key] : undefined;
    this.#unknown.set(key, { sheet, column, word, count: (this.#unknown.get(key)?.count ?? 0) + 1, choice });
  }

  /** The words, as often as they were asked about. */
  get unknown(): readonly UnknownWord[] {
    return [...this.#unknown.values()];
  }
}
