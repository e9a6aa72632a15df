import { verifyChain } from "@planwand/shared/journal/chain.ts";
import { sha256 } from "./journal/hashing.ts";
import { readJournals } from "./storage/sqlite/read-journals.ts";

/** What a check of all journals of a data folder found: a line for each fault, in Dutch. */
export interface JournalCheck {
  readonly plans: number;
  readonly events: number;
  readonly faults: readonly string[];
}

/** Checks the journal of every plan in a data folder, without writing. What cannot be read is a fault too. */
export function checkJournals(directory: string): JournalCheck {
  let plans = 0;
  let events = 0;
  const faults: string[] = [];
  try {
    for (const journal of readJournals(directory)) {
      plans++;
      events += journal.events.length;
      for (const { seq, fault } of verifyChain(journal.events, journal.head, sha256))
        faults.push(`plan ${journal.planId}, gebeurtenis ${String(seq)}: ${fault}`);
    }
  } catch (error) {
    faults.push(`Het logboek is niet te lezen: ${error instanceof Error ? error.message : String(error)}`);
  }
  return { plans, events, faults };
}
