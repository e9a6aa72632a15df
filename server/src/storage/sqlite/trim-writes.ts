import type { Trim } from "../port.ts";
import type { Database } from "./database.ts";
import { packUpdates, unpackUpdates } from "../packed-updates.ts";
import { bytes, integer } from "./row.ts";

/** Putting one update in place of the oldest ones; call inside a transaction. */
export class TrimWrites {
  readonly #selectOld;
  readonly #deleteOld;
  readonly #insertUpdates;
  readonly #deleteCheckpoints;
  readonly #insertCheckpoint;
  readonly #deleteSnapshot;

  constructor(db: Database) {
    this.#selectOld = db.prepare(
      "SELECT first_seq, packed FROM updates WHERE plan = ? AND first_seq <= ? ORDER BY first_seq DESC LIMIT 1",
    );
    this.#deleteOld = db.prepare("DELETE FROM updates WHERE plan = ? AND first_seq <= ?");
    this.#insertUpdates = db.prepare(
      "INSERT INTO updates (plan, first_seq, last_seq, packed) VALUES (?, ?, ?, ?)",
    );
    this.#deleteCheckpoints = db.prepare("DELETE FROM checkpoints WHERE plan = ?");
    this.#insertCheckpoint = db.prepare(
      "INSERT INTO checkpoints (plan, seq, sha256, state) VALUES (?, ?, ?, ?)",
    );
    this.#deleteSnapshot = db.prepare("DELETE FROM snapshots WHERE plan = ? AND id = ?");
  }

  /** @throws when the log does not hold the update for which `base` stands */
  trim(plan: number, { base, checkpoint, snapshots }: Trim): void {
    const row = this.#selectOld.get(plan, base.seq);
    if (row === undefined) throw new Error("there is nothing so old in the log");
    // What was committed together with the last of the old ones, and is younger.
    const run = unpackUpdates(base.planId, integer(row, "first_seq"), bytes(row, "packed"));
    if (!run.some(({ seq }) => seq === base.seq)) throw new Error("the log has a gap");
    const younger = run.filter(({ seq }) => seq > base.seq);
    this.#deleteOld.run(plan, base.seq);
    this.#insertUpdates.run(plan, base.seq, base.seq, packUpdates([base]));
    if (younger.length > 0)
      this.#insertUpdates.run(plan, base.seq + 1, base.seq + younger.length, packUpdates(younger));
    this.#deleteCheckpoints.run(plan);
    this.#insertCheckpoint.run(plan, checkpoint.seq, checkpoint.sha256, checkpoint.state);
    for (const id of snapshots) this.#deleteSnapshot.run(plan, id);
  }
}
