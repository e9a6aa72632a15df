import type { FeedRow, FeedStore } from "../port.ts";
import type { Database } from "./database.ts";
import type { PlanNumbers } from "./plan-numbers.ts";
import { integer, integerOrNull, type Row, text } from "./row.ts";

const COLUMNS = "SELECT feeds.*, plans.id AS plan_id FROM feeds JOIN plans ON plans.number = feeds.plan";

/** The addresses by which calendar programs follow plans, in SQLite. */
export class SqliteFeedStore implements FeedStore {
  readonly #db: Database;
  readonly #plans: PlanNumbers;
  readonly #insert;
  readonly #byHash;
  readonly #ofPlan;
  readonly #revoke;

  constructor(db: Database, plans: PlanNumbers) {
    this.#db = db;
    this.#plans = plans;
    this.#insert = db.prepare(
      "INSERT INTO feeds (id, plan, hash, created_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
    );
    this.#byHash = db.prepare(`${COLUMNS} WHERE feeds.hash = ?`);
    this.#ofPlan = db.prepare(`${COLUMNS} WHERE plans.id = ? ORDER BY feeds.created_at, feeds.id`);
    this.#revoke = db.prepare(
      "UPDATE feeds SET revoked_at = coalesce(revoked_at, ?) WHERE id = ? AND plan = ?",
    );
  }

  add({ id, planId, hash, createdAt }: FeedRow): Promise<void> {
    return this.#db.write(() => {
      this.#insert.run(id, this.#plans.get(planId), hash, createdAt);
    });
  }

  byHash(hash: string): Promise<FeedRow | null> {
    return this.#db.read(() => {
      const row = this.#byHash.get(hash);
      return row === undefined ? null : feedOf(row);
    });
  }

  ofPlan(planId: string): Promise<FeedRow[]> {
    return this.#db.read(() => this.#ofPlan.all(planId).map(feedOf));
  }

  revoke(planId: string, id: string, at: number): Promise<boolean> {
    return this.#db.write(() => {
      const plan = this.#plans.find(planId);
      return plan !== null && this.#revoke.run(at, id, plan).changes > 0;
    });
  }
}

function feedOf(row: Row): FeedRow {
  return {
    id: text(row, "id"),
    planId: text(row, "plan_id"),
    hash: text(row, "hash"),
    createdAt: integer(row, "created_at"),
    revokedAt: integerOrNull(row, "revoked_at"),
  };
}
