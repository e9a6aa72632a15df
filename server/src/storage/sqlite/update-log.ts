import { createHash } from "node:crypto";
import type { Checkpoint, ClientBinding, UpdateLog, UpdateRow } from "../port.ts";
import type { Database } from "./database.ts";
import type { PlanNumbers } from "./plan-numbers.ts";
import { bytes, integer, text } from "./row.ts";

const CHECKPOINTS_KEPT = 2;

/** The log of updates and its checkpoints, in SQLite. */
export class SqliteUpdateLog implements UpdateLog {
  readonly #db: Database;
  readonly #plans: PlanNumbers;
  readonly #insertUpdate;
  readonly #insertBinding;
  readonly #selectUpdates;
  readonly #selectBindings;
  readonly #selectCheckpoints;
  readonly #insertCheckpoint;
  readonly #deleteOldCheckpoints;

  constructor(db: Database, plans: PlanNumbers) {
    this.#db = db;
    this.#plans = plans;
    this.#insertUpdate = db.prepare("INSERT INTO updates (plan, seq, actor, at, bytes) VALUES (?, ?, ?, ?, ?)");
    this.#insertBinding = db.prepare("INSERT INTO client_ids (plan, client, actor) VALUES (?, ?, ?)");
    this.#selectUpdates = db.prepare(
      "SELECT seq, actor, at, bytes FROM updates WHERE plan = ? AND seq > ? ORDER BY seq",
    );
    this.#selectBindings = db.prepare("SELECT client, actor FROM client_ids WHERE plan = ?");
    this.#selectCheckpoints = db.prepare(
      "SELECT seq, sha256, state FROM checkpoints WHERE plan = ? ORDER BY seq DESC",
    );
    this.#insertCheckpoint = db.prepare(
      "INSERT INTO checkpoints (plan, seq, sha256, state) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET sha256 = excluded.sha256, state = excluded.state",
    );
    this.#deleteOldCheckpoints = db.prepare(
      `DELETE FROM checkpoints WHERE plan = ?1 AND seq NOT IN
         (SELECT seq FROM checkpoints WHERE plan = ?1 ORDER BY seq DESC LIMIT ${CHECKPOINTS_KEPT})`,
    );
  }

  append(updates: readonly UpdateRow[], bindings: readonly ClientBinding[]): Promise<void> {
    return this.#db.write(() => {
      for (const row of updates) {
        this.#insertUpdate.run(this.#plans.get(row.planId), row.seq, row.actorId, row.at, row.bytes);
      }
      for (const { planId, clientId, actorId } of bindings) {
        this.#insertBinding.run(this.#plans.get(planId), clientId, actorId);
      }
    });
  }

  read(planId: string, afterSeq: number): Promise<UpdateRow[]> {
    return this.#db.read(() => {
      const plan = this.#plans.find(planId);
      if (plan === null) return [];
      return this.#selectUpdates.all(plan, afterSeq).map((row) => ({
        planId,
        seq: integer(row, "seq"),
        actorId: text(row, "actor"),
        at: integer(row, "at"),
        bytes: bytes(row, "bytes"),
      }));
    });
  }

  bindings(planId: string): Promise<ClientBinding[]> {
    return this.#db.read(() => {
      const plan = this.#plans.find(planId);
      if (plan === null) return [];
      return this.#selectBindings.all(plan).map((row) => ({
        planId,
        clientId: integer(row, "client"),
        actorId: text(row, "actor"),
      }));
    });
  }

  checkpoint(planId: string): Promise<Checkpoint | null> {
    return this.#db.read(() => {
      const plan = this.#plans.find(planId);
      if (plan === null) return null;
      for (const row of this.#selectCheckpoints.iterate(plan)) {
        const state = bytes(row, "state");
        const sha256 = text(row, "sha256");
        if (createHash("sha256").update(state).digest("hex") !== sha256) continue;
        return { planId, seq: integer(row, "seq"), state, sha256 };
      }
      return null;
    });
  }

  saveCheckpoint(checkpoint: Checkpoint): Promise<void> {
    return this.#db.write(() => {
      const plan = this.#plans.get(checkpoint.planId);
      this.#insertCheckpoint.run(plan, checkpoint.seq, checkpoint.sha256, checkpoint.state);
      this.#deleteOldCheckpoints.run(plan);
    });
  }
}
