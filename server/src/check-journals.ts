import {
  type ChainedEvent,
  printedHead,
  printedHeadTest,
  verifyChain,
} from "@planwand/shared/journal/chain.ts";
import { sha256 } from "./journal/hashing.ts";
import { eventOf } from "./journal/plan-journal.ts";
import { readJournals } from "./storage/sqlite/read-journals.ts";

/** What a check of all journals of a data folder found: lines in Dutch. */
export interface JournalCheck {
  readonly plans: number;
  readonly events: number;
  /** Of each plan the head of its chain, which past was taken from a file, and of what it is a copy. */
  readonly notes: readonly string[];
  readonly faults: readonly string[];
}

/**
 * Checks the journal of every plan in a data folder, without writing. What cannot be read is a fault too, and so is a head that was
 * printed through which no chain goes.
 */
export function checkJournals(directory: string, printed: readonly string[] = []): JournalCheck {
  let plans = 0;
  let events = 0;
  const notes: string[] = [];
  const faults: string[] = [];
  const wanted = new Map<string, (events: readonly ChainedEvent[]) => boolean>();
  for (const head of printed) {
    const goesThrough = printedHeadTest(head);
    if (goesThrough === null) faults.push(`${head} is geen kenmerk van een logboek.`);
    else wanted.set(head, goesThrough);
  }
  try {
    for (const { planId, events: chain, head } of readJournals(directory)) {
      plans++;
      events += chain.length;
      const unsound = verifyChain(chain, head, sha256);
      for (const { seq, fault } of unsound)
        faults.push(`plan ${planId}, gebeurtenis ${String(seq)}: ${fault}`);
      if (unsound.length > 0) continue;
      if (head.seq > 0) notes.push(`plan ${planId}: logboek ${printedHead(head)}`);
      notes.push(...chain.flatMap((event) => originOf(planId, event)));
      for (const [given, goesThrough] of wanted) {
        if (!goesThrough(chain)) continue;
        wanted.delete(given);
        notes.push(`plan ${planId}: ${given} klopt, het verleden tot daar is niet herschreven`);
      }
    }
  } catch (error) {
    faults.push(`Het logboek is niet te lezen: ${error instanceof Error ? error.message : String(error)}`);
  }
  for (const head of wanted.keys())
    faults.push(
      `${head}: geen enkel logboek komt hier langs. Het verleden is herschreven, of het plan is gewist.`,
    );
  return { plans, events, notes, faults };
}

function originOf(planId: string, chained: ChainedEvent): string[] {
  if (chained.type !== "journal.imported" && chained.type !== "plan.copied") return [];
  const { body, at } = eventOf(chained);
  const day = new Date(at).toISOString().slice(0, 10);
  const {
    sha256: ofFile,
    events,
    plan,
  } = body as { readonly sha256?: unknown; readonly events?: unknown; readonly plan?: unknown };
  if (chained.type === "plan.copied")
    return [`plan ${planId}: begon op ${day} als kopie van plan ${String(plan)}`];
  return [
    `plan ${planId}: ${String(events)} gebeurtenissen na nummer ${String(chained.seq)} zijn op ${day} overgenomen uit een bestand met SHA-256 ${String(ofFile)}`,
  ];
}
