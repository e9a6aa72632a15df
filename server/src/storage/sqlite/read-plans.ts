import { join } from "node:path";
import { unpackUpdates } from "../packed-updates.ts";
import type { UpdateRow } from "../port.ts";
import { FILE_NAME } from "./file-name.ts";
import { openToRead } from "./open-to-read.ts";
import { bytes, integer, text } from "./row.ts";

/** A plan as its log has it on disk: every update, in order. */
export interface StoredPlan {
  readonly planId: string;
  readonly updates: readonly UpdateRow[];
}

/**
 * Reads the log of every plan in the folder without writing anything, one plan at a time; a running server may go on.
 * @throws when there is no database or it cannot be read
 */
export function* readPlans(directory: string): Generator<StoredPlan> {
  const db = openToRead(join(directory, FILE_NAME));
  try {
    const runs = db.prepare("SELECT first_seq, packed FROM updates WHERE plan = ? ORDER BY first_seq");
    for (const plan of db.prepare("SELECT number, id FROM plans ORDER BY number").all()) {
      const planId = text(plan, "id");
      const packed = runs.all(integer(plan, "number"));
      yield {
        planId,
        updates: packed.flatMap((row) =>
          unpackUpdates(planId, integer(row, "first_seq"), bytes(row, "packed")),
        ),
      };
    }
  } finally {
    db.close();
  }
}
