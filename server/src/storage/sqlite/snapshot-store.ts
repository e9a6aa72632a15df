import { createHash } from "node:crypto";
import { type SnapshotRow, SnapshotDamaged, type SnapshotStore } from "../port.ts";
import type { Database } from "./database.ts";
import type { PlanNumbers } from "./plan-numbers.ts";
import { bytes, integer, text } from "./row.ts";

/** The snapshots of plans, in SQLite; they are written with the event that takes them. */
export class SqliteSnapshotStore implements SnapshotStore {
  readonly #db: Database;
  readonly #plans: PlanNumbers;
  readonly #select;
  readonly #selectDue;

  constructor(db: Database, plans: PlanNumbers) {
    this.#db = db;
    this.#plans = plans;
    this.#select = db.prepare("SELECT * FROM snapshots WHERE plan = ? AND id = ?");
    this.#selectDue = db.prepare(
      `SELECT id FROM plans
       WHERE deleted_at IS NULL
         AND coalesce((SELECT max(at) FROM snapshots WHERE plan = number), created_at) < ?1
         AND (SELECT max(last_seq) FROM updates WHERE plan = number AND first_seq =
               (SELECT max(first_seq) FROM updates WHERE plan = number)) >
             coalesce((SELECT max(plan_seq) FROM snapshots WHERE plan = number),
                      (SELECT min(first_seq) FROM updates WHERE plan = number))
       ORDER BY number`,
    );
  }

  get(planId: string, id: string): Promise<SnapshotRow | null> {
    return this.#db.read(() => {
      const plan = this.#plans.find(planId);
      const row = plan === null ? undefined : this.#select.get(plan, id);
      if (row === undefined) return null;
      const state = bytes(row, "state");
      const sha256 = text(row, "sha256");
      if (createHash("sha256").update(state).digest("hex") !== sha256) throw new SnapshotDamaged(id);
      return {
        id,
        planSeq: integer(row, "plan_seq"),
        journalSeq: integer(row, "journal_seq"),
        at: integer(row, "at"),
        sha256,
        state,
      };
    });
  }

  changedSince(before: number): Promise<string[]> {
    return this.#db.read(() => this.#selectDue.all(before).map((row) => text(row, "id")));
  }
}
