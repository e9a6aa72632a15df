import { CHAIN_START, type ChainedEvent, type ChainHead } from "@planwand/shared/journal/chain.ts";
import type { EventLog, JournalWrite } from "../port.ts";
import type { Database } from "./database.ts";
import { eventRow } from "./event-row.ts";
import type { EventWrites } from "./event-writes.ts";
import type { PlanNumbers } from "./plan-numbers.ts";
import { integer, text } from "./row.ts";
import { TrimWrites } from "./trim-writes.ts";
import type { SqliteWorkshopStore } from "./workshop-store.ts";

/** The journals, in SQLite. */
export class SqliteEventLog implements EventLog {
  readonly #db: Database;
  readonly #plans: PlanNumbers;
  readonly #writes: EventWrites;
  readonly #workshops: SqliteWorkshopStore;
  readonly #selectEvents;
  readonly #selectHead;
  readonly #eraseContent;
  readonly #anonymise;
  readonly #unnameKeys;
  readonly #leave;
  readonly #insertSnapshot;
  readonly #trims;

  constructor(db: Database, plans: PlanNumbers, writes: EventWrites, workshops: SqliteWorkshopStore) {
    this.#db = db;
    this.#plans = plans;
    this.#writes = writes;
    this.#workshops = workshops;
    this.#selectEvents = db.prepare("SELECT * FROM events WHERE plan = ? AND seq > ? ORDER BY seq");
    this.#selectHead = db.prepare("SELECT seq, hash FROM journal_heads WHERE plan = ?");
    this.#eraseContent = db.prepare(
      "UPDATE events SET content = NULL, salt = NULL WHERE plan = ? AND seq = ?",
    );
    this.#anonymise = db.prepare("UPDATE actors SET name = '', circle = NULL WHERE plan = ? AND id = ?");
    this.#unnameKeys = db.prepare("UPDATE keys SET name = '' WHERE plan = ? AND maker = ?");
    this.#leave = db.prepare("DELETE FROM members WHERE plan = ? AND actor = ?");
    this.#trims = new TrimWrites(db);
    this.#insertSnapshot = db.prepare(
      "INSERT INTO snapshots (plan, id, plan_seq, journal_seq, at, sha256, state) VALUES (?, ?, ?, ?, ?, ?, ?)",
    );
  }

  append({
    planId,
    events,
    erase,
    anonymise,
    snapshots,
    workshop,
    trim = null,
  }: JournalWrite): Promise<void> {
    return this.#db.write(() => {
      const plan = this.#plans.get(planId);
      this.#writes.events(plan, events);
      for (const seq of erase) this.#eraseContent.run(plan, seq);
      for (const actor of anonymise) {
        this.#anonymise.run(plan, actor);
        this.#unnameKeys.run(plan, actor);
        this.#leave.run(plan, actor);
      }
      for (const { id, planSeq, journalSeq, at, sha256, state } of snapshots)
        this.#insertSnapshot.run(plan, id, planSeq, journalSeq, at, sha256, state);
      if (trim !== null) this.#trims.trim(plan, trim);
      if (workshop !== undefined) this.#workshops.write(plan, workshop);
    });
  }

  read(planId: string, afterSeq: number): Promise<ChainedEvent[]> {
    return this.#db.read(() => {
      const plan = this.#plans.find(planId);
      return plan === null ? [] : this.#selectEvents.all(plan, afterSeq).map(eventRow);
    });
  }

  head(planId: string): Promise<ChainHead> {
    return this.#db.read(() => {
      const plan = this.#plans.find(planId);
      const row = plan === null ? undefined : this.#selectHead.get(plan);
      return row === undefined
        ? { seq: 0, hash: CHAIN_START }
        : { seq: integer(row, "seq"), hash: text(row, "hash") };
    });
  }
}
