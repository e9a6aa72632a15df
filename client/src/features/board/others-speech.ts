import type { OthersChange } from "../../plan/watch-others.ts";

/** A screen reader hears of others once in this time, in milliseconds. */
const WINDOW_MS = 5_000;
/** This many changes in that time are told as a number. */
const MANY = 5;

/** A change with the person who made it, by name; null for somebody who is not here any more. */
export interface TellableChange extends OthersChange {
  readonly name: string | null;
}

/** How changes are put into words. */
export interface OthersWords {
  one(change: TellableChange): string;
  many(changes: number, people: number): string;
}

/** Collects what others do and has it told now and then: each change by itself, or many of them as a number. */
export function createOthersSpeech(
  words: OthersWords,
  tell: (text: string) => void,
): { add(changes: readonly TellableChange[]): void; stop(): void } {
  let waiting = new Map<string, TellableChange>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flush = (): void => {
    timer = null;
    const changes = [...waiting.values()];
    waiting = new Map();
    const people = new Set(changes.map((change) => change.by)).size;
    tell(changes.length >= MANY ? words.many(changes.length, people) : changes.map(words.one).join(" "));
  };
  return {
    add(changes) {
      // Typing in a card is one change of it, however many letters.
      for (const change of changes) waiting.set(`${change.id} ${change.kind} ${String(change.by)}`, change);
      timer ??= setTimeout(flush, WINDOW_MS);
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
