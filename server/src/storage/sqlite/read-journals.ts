import { join } from "node:path";
import type { ChainedEvent, ChainHead } from "@planwand/shared/journal/chain.ts";
import { CHAIN_START } from "@planwand/shared/journal/chain.ts";
import { eventRow } from "./event-row.ts";
import { FILE_NAME } from "./file-name.ts";
import { openToRead } from "./open-to-read.ts";
import { integer, text } from "./row.ts";

/** A plan's journal as it is on disk, with its last number and hash, which are kept apart. */
export interface StoredJournal {
  readonly planId: string;
  readonly events: readonly ChainedEvent[];
  readonly head: ChainHead;
}

/**
 * Reads every journal in the folder without writing anything, one plan at a time; a running server may go on.
 * @throws when there is no database or it cannot be read
 */
export function readJournals(directory: string): Generator<StoredJournal> {
  return readJournalsOf(join(directory, FILE_NAME));
}

/** `readJournals` for a database anywhere, such as a backup. */
export function* readJournalsOf(path: string): Generator<StoredJournal> {
  const db = openToRead(path);
  try {
    const plans = db.prepare("SELECT number, id FROM plans ORDER BY number").all();
    const events = db.prepare("SELECT * FROM events WHERE plan = ? ORDER BY seq");
    const heads = db.prepare("SELECT seq, hash FROM journal_heads WHERE plan = ?");
    for (const plan of plans) {
      const number = integer(plan, "number");
      // One transaction, so that what a running server appends meanwhile is seen whole or not at all.
      db.exec("BEGIN");
      const rows = events.all(number).map(eventRow);
      const head = heads.get(number);
      db.exec("COMMIT");
      yield {
        planId: text(plan, "id"),
        events: rows,
        head:
          head === undefined
            ? { seq: 0, hash: CHAIN_START }
            : { seq: integer(head, "seq"), hash: text(head, "hash") },
      };
    }
    const lost = db.prepare(
      "SELECT count(*) AS events FROM events WHERE plan NOT IN (SELECT number FROM plans)",
    );
    if (integer(lost.get() ?? {}, "events") > 0) throw new Error("Er zijn gebeurtenissen zonder plan.");
  } finally {
    db.close();
  }
}
