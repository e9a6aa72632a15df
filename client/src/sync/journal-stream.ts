import { erases } from "@planwand/shared/journal/erasing.ts";
import { type JournalEvent, readEvent } from "@planwand/shared/journal/events.ts";
import { EMPTY_JOURNAL, type Journal } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import type { JournalCopy } from "./journal-copy.ts";
import { createStore, type ReadableStore } from "./store.ts";

/** How long opening a plan waits for the journal's copy on this device before it asks the server for all of it. */
const LOAD_TIMEOUT_MS = 1_000;

/** The journal of the open plan, as far as this page knows it. */
export interface JournalStream {
  readonly journal: ReadableStore<Journal>;
  /** Resolves when what this device keeps is in it. */
  readonly loaded: Promise<void>;
  /** The last event that is here; the server is asked for those that follow. */
  seq(): number;
  /**
   * Takes what the server sent; what is known already is passed over. False when something between is missing: then the server must
   * be asked again.
   */
  take(message: unknown): boolean;
  /** Forgets all of it, when the server has less than is here: it went back to a backup. */
  forget(): void;
}

/** Follows the journal: first the copy, then what the server sends, in order. */
export function createJournalStream(copy: JournalCopy): JournalStream {
  const journal = createStore<Journal>(EMPTY_JOURNAL);
  const events: JournalEvent[] = [];

  function add(added: readonly JournalEvent[]): void {
    if (added.length === 0) return;
    events.push(...added);
    journal.set(reduceJournal(journal.getSnapshot(), added));
  }

  /** What the server erased goes from this device too. */
  function erased(added: readonly JournalEvent[]): JournalEvent[] {
    const gone: JournalEvent[] = [];
    for (const event of added) {
      events.forEach((past, index) => {
        if (!erases(event, past)) return;
        const empty: JournalEvent = { ...past, content: null };
        events[index] = empty;
        gone.push(empty);
      });
    }
    return gone;
  }

  const tooLong = new Promise<readonly JournalEvent[]>((resolve) => {
    setTimeout(() => resolve([]), LOAD_TIMEOUT_MS);
  });
  return {
    journal,
    loaded: Promise.race([copy.load().catch(() => []), tooLong]).then((kept) => {
      if (events.length === 0) add(kept);
    }),
    seq: () => events.length,
    take(message) {
      const listed = Array.isArray(message) ? message.map(readEvent).filter((event) => event !== null) : [];
      const fresh = listed.filter((event) => event.seq > events.length);
      if (fresh.some((event, index) => event.seq !== events.length + index + 1)) return false;
      const gone = erased(fresh);
      if (gone.length === 0) add(fresh);
      else {
        // What was erased is nowhere in a journal that is read anew.
        events.push(...fresh);
        journal.set(reduceJournal(EMPTY_JOURNAL, events));
      }
      copy.keep([...gone, ...fresh]);
      return true;
    },
    forget() {
      events.length = 0;
      copy.clear();
      journal.set(EMPTY_JOURNAL);
    },
  };
}
