import type { NewPlan, PlanRow, PlanStore, SessionRow } from "../port.ts";
import { planRow } from "./rows.ts";
import type { AccessWrites } from "./access-writes.ts";
import type { Database } from "./database.ts";
import { EraseWrites } from "./erase-writes.ts";
import type { EventWrites } from "./event-writes.ts";
import { packUpdates } from "../packed-updates.ts";
import type { PlanNumbers } from "./plan-numbers.ts";
import { text } from "./row.ts";

/** Plans and how they begin, in SQLite. */
export class SqlitePlanStore implements PlanStore {
  readonly #db: Database;
  readonly #plans: PlanNumbers;
  readonly #access: AccessWrites;
  readonly #events: EventWrites;
  readonly #insertPlan;
  readonly #insertSeed;
  readonly #insertBinding;
  readonly #select;
  readonly #updateTitle;
  readonly #close;
  readonly #selectIds;
  readonly #erasing;

  constructor(db: Database, plans: PlanNumbers, access: AccessWrites, events: EventWrites) {
    this.#db = db;
    this.#plans = plans;
    this.#access = access;
    this.#events = events;
    this.#insertPlan = db.prepare(
      "INSERT INTO plans (id, title, created_at, deleted_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
    );
    this.#insertSeed = db.prepare(
      "INSERT INTO updates (plan, first_seq, last_seq, packed) VALUES (?, 1, 1, ?)",
    );
    this.#insertBinding = db.prepare("INSERT INTO client_ids (plan, client, actor) VALUES (?, ?, ?)");
    this.#select = db.prepare("SELECT * FROM plans WHERE id = ?");
    this.#updateTitle = db.prepare("UPDATE plans SET title = ? WHERE id = ?");
    this.#close = db.prepare("UPDATE plans SET deleted_at = ? WHERE id = ?");
    this.#selectIds = db.prepare("SELECT id FROM plans WHERE (deleted_at IS NULL) = ? ORDER BY number");
    this.#erasing = new EraseWrites(db);
  }

  async create({ plan, seed, events, keys, owner }: NewPlan, session: SessionRow | null): Promise<void> {
    const stored = this.#db.write(() => {
      const inserted = this.#insertPlan.run(plan.id, plan.title, plan.createdAt, plan.deletedAt);
      if (inserted.changes === 0) return;
      const number = inserted.lastInsertRowid;
      const first = { planId: plan.id, seq: 1, actorId: seed.actorId, at: plan.createdAt, bytes: seed.state };
      this.#insertSeed.run(number, packUpdates([first]));
      for (const clientId of seed.clientIds) this.#insertBinding.run(number, clientId, seed.actorId);
      this.#events.events(number, events);
      for (const key of keys) this.#access.key(key);
      if (session !== null) this.#access.session(session);
      const usedAt = session?.usedAt ?? plan.createdAt;
      this.#access.join({ id: owner.sessionId, usedAt }, owner.actor, owner.keyId);
    });
    try {
      await stored;
    } catch (error) {
      this.#plans.forget(plan.id);
      throw error;
    }
  }

  get(planId: string): Promise<PlanRow | null> {
    return this.#db.read(() => {
      const row = this.#select.get(planId);
      return row === undefined ? null : planRow(row);
    });
  }

  setTitle(planId: string, title: string): Promise<void> {
    return this.#db.write(() => void this.#updateTitle.run(title, planId));
  }

  close(planId: string, at: number): Promise<void> {
    return this.#db.write(() => void this.#close.run(at, planId));
  }

  async erase(planId: string, at: number): Promise<void> {
    try {
      await this.#db.write(() => {
        const plan = this.#plans.find(planId);
        if (plan !== null) this.#erasing.erase(planId, plan, at);
      });
    } finally {
      this.#plans.forget(planId);
    }
  }

  closed(): Promise<string[]> {
    return this.#idsOf(false);
  }

  ids(): Promise<string[]> {
    return this.#idsOf(true);
  }

  wasErased(planId: string, secretHash: string): Promise<boolean> {
    return this.#db.read(() => this.#erasing.wasErased(planId, secretHash));
  }

  #idsOf(isOpen: boolean): Promise<string[]> {
    return this.#db.read(() => this.#selectIds.all(Number(isOpen)).map((row) => text(row, "id")));
  }
}
