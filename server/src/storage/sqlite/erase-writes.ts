import { createHash } from "node:crypto";
import type { Database } from "./database.ts";

/** The tables with rows of a plan, those that others lean on last. */
const TABLES = [
  "feeds",
  "snapshots",
  "events",
  "journal_heads",
  "member_keys",
  "members",
  "keys",
  "actors",
  "checkpoints",
  "client_ids",
  "updates",
] as const;

/** Deleting a plan and all that belongs to it; call inside a transaction. */
export class EraseWrites {
  readonly #deletes;
  readonly #deletePlan;
  readonly #deleteSessions;
  readonly #remember;
  readonly #selectErased;

  constructor(db: Database) {
    this.#deletes = TABLES.map((table) => db.prepare(`DELETE FROM ${table} WHERE plan = ?`));
    this.#deletePlan = db.prepare("DELETE FROM plans WHERE number = ?");
    this.#deleteSessions = db.prepare(
      `DELETE FROM sessions WHERE id IN (SELECT session FROM members WHERE plan = ?1)
         AND id NOT IN (SELECT session FROM members WHERE plan <> ?1)`,
    );
    this.#remember = db.prepare("INSERT OR IGNORE INTO erased_plans (hash, at) VALUES (?, ?)");
    this.#selectErased = db.prepare("SELECT 1 FROM erased_plans WHERE hash = ?");
  }

  erase(planId: string, plan: number, at: number): void {
    this.#deleteSessions.run(plan);
    for (const rows of this.#deletes) rows.run(plan);
    this.#deletePlan.run(plan);
    this.#remember.run(hashOf(planId), at);
  }

  wasErased(planId: string): boolean {
    return this.#selectErased.get(hashOf(planId)) !== undefined;
  }
}

function hashOf(planId: string): string {
  return createHash("sha256").update(planId).digest("hex");
}
