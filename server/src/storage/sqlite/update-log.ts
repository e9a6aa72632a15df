import { createHash } from "node:crypto";
import type { Checkpoint, ClientBinding, LogSlice, PackedRun, UpdateLog, UpdateRow } from "../port.ts";
import type { Database } from "./database.ts";
import type { PlanNumbers } from "./plan-numbers.ts";
import { packUpdates, runsByPlan, unpackUpdates } from "../packed-updates.ts";
import { bytes, integer, text } from "./row.ts";

const CHECKPOINTS_KEPT = 2;

/** The log of updates and its checkpoints, in SQLite. */
export class SqliteUpdateLog implements UpdateLog {
  readonly #db: Database;
  readonly #plans: PlanNumbers;
  readonly #insertUpdates;
  readonly #selectLastSeq;
  readonly #insertBinding;
  readonly #selectUpdates;
  readonly #selectBindings;
  readonly #selectCheckpoints;
  readonly #insertCheckpoint;
  readonly #deleteOldCheckpoints;
  readonly #selectRuns;
  readonly #replaceRun;
  readonly #deleteCheckpoints;

  constructor(db: Database, plans: PlanNumbers) {
    this.#db = db;
    this.#plans = plans;
    this.#insertUpdates = db.prepare(
      "INSERT INTO updates (plan, first_seq, last_seq, packed) VALUES (?, ?, ?, ?)",
    );
    this.#selectLastSeq = db.prepare(
      "SELECT last_seq FROM updates WHERE plan = ? ORDER BY first_seq DESC LIMIT 1",
    );
    this.#insertBinding = db.prepare("INSERT INTO client_ids (plan, client, actor) VALUES (?, ?, ?)");
    this.#selectUpdates = db.prepare(
      `SELECT first_seq, packed FROM updates WHERE plan = ?1 AND first_seq >=
         coalesce((SELECT max(first_seq) FROM updates WHERE plan = ?1 AND first_seq <= ?2 + 1), 0)
       ORDER BY first_seq`,
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
    this.#selectRuns = db.prepare("SELECT first_seq, packed FROM updates WHERE plan = ? ORDER BY first_seq");
    this.#replaceRun = db.prepare("UPDATE updates SET packed = ? WHERE plan = ? AND first_seq = ?");
    this.#deleteCheckpoints = db.prepare("DELETE FROM checkpoints WHERE plan = ?");
  }

  rewrite(planId: string, updates: readonly UpdateRow[]): Promise<void> {
    const bySeq = new Map(updates.map((update) => [update.seq, update]));
    return this.#db.write(() => {
      const plan = this.#plans.get(planId);
      for (const row of this.#selectRuns.all(plan)) {
        const first = integer(row, "first_seq");
        const run = unpackUpdates(planId, first, bytes(row, "packed"));
        if (!run.some(({ seq }) => bySeq.has(seq))) continue;
        this.#replaceRun.run(packUpdates(run.map((update) => bySeq.get(update.seq) ?? update)), plan, first);
      }
      this.#deleteCheckpoints.run(plan);
    });
  }

  async append(updates: readonly UpdateRow[], bindings: readonly ClientBinding[]): Promise<void> {
    const runs = runsByPlan(updates);
    await this.#db.write(() => {
      for (const run of runs) this.#insert(run);
      for (const { planId, clientId, actorId } of bindings) {
        this.#insertBinding.run(this.#plans.get(planId), clientId, actorId);
      }
    });
  }

  read(planId: string, afterSeq: number): Promise<UpdateRow[]> {
    return this.#db.read(() => {
      const plan = this.#plans.find(planId);
      if (plan === null) return [];
      return this.#selectUpdates
        .all(plan, afterSeq)
        .flatMap((row) => unpackUpdates(planId, integer(row, "first_seq"), bytes(row, "packed")))
        .filter((row) => row.seq > afterSeq);
    });
  }

  slice(planId: string, afterSeq: number, maxBytes: number): Promise<LogSlice> {
    return this.#db.read(() => {
      const plan = this.#plans.find(planId);
      const runs: PackedRun[] = [];
      if (plan === null) return { runs, isLast: true };
      let left = maxBytes;
      for (const row of this.#selectUpdates.iterate(plan, afterSeq)) {
        const packed = bytes(row, "packed");
        if (runs.length > 0 && packed.byteLength > left) return { runs, isLast: false };
        left -= packed.byteLength;
        runs.push({ firstSeq: integer(row, "first_seq"), packed });
      }
      return { runs, isLast: true };
    });
  }

  lastSeq(planId: string): Promise<number> {
    return this.#db.read(() => {
      const plan = this.#plans.find(planId);
      const row = plan === null ? undefined : this.#selectLastSeq.get(plan);
      return row === undefined ? 0 : integer(row, "last_seq");
    });
  }

  #insert(run: readonly UpdateRow[]): void {
    const first = run[0];
    if (first === undefined) return;
    const plan = this.#plans.get(first.planId);
    const stored = this.#selectLastSeq.get(plan);
    const lastSeq = stored === undefined ? 0 : integer(stored, "last_seq");
    if (first.seq <= lastSeq) throw new Error(`update ${first.seq} is stored already`);
    this.#insertUpdates.run(plan, first.seq, first.seq + run.length - 1, packUpdates(run));
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
