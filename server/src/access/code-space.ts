import {
  CODE_ALPHABET,
  CODE_LENGTH,
  CODE_LENGTH_STEP,
  CODE_MAX_LENGTH,
} from "@planwand/shared/workshop/code.ts";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import type { Budgets } from "../budgets/budgets.ts";

/** New codes stay long for this long after somebody was seen guessing. */
const WARY_MS = 3_600_000;
/** A wrong code is answered at most this much later than a right one. */
const DELAY_MAX_MS = 3_000;

/** What is known of wrong codes. Rules A19 to A21. */
export interface CodeSpace {
  /** How many characters a code has that is made now. */
  length(): number;
  /** Counts a wrong code, and tells whether as many were guessed of its length that codes of that length have to go. */
  wasWrong(typed: string): boolean;
  /** After how many milliseconds a wrong code that was typed in this network is answered. */
  delayMs(network: string): number;
}

/**
 * Every wrong code is a guess at all workshops that go on. The chance that one of them is found stays the same however long somebody
 * guesses: where too many codes of a length were wrong, workshops go on under a longer one, of which so many more may be guessed as
 * there are more of them.
 */
export function createCodeSpace(budgets: Budgets, clock: Clock): CodeSpace {
  const waryUntilMs = new Map<number, number>();
  return {
    length() {
      let length = CODE_LENGTH;
      while (length < CODE_MAX_LENGTH && (waryUntilMs.get(length) ?? 0) > clock()) length += CODE_LENGTH_STEP;
      return length;
    },
    wasWrong({ length }) {
      const share = CODE_ALPHABET.length ** (CODE_LENGTH - length);
      if (budgets.take("all-wrong-codes", String(length), share) === 0) return false;
      waryUntilMs.set(length, clock() + WARY_MS);
      return true;
    },
    delayMs: (network) => Math.min(budgets.charge("address-wrong-codes", network), DELAY_MAX_MS),
  };
}
