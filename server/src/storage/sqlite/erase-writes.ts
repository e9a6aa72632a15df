import { createHash } from "node:crypto";
import type { Database } from "./database.ts";
import { text } from "./row.ts";

/** Every table with rows of a plan, whichever version of the schema made it. */
const TABLES_OF_PLANS = `
  SELECT tables.name AS name FROM sqlite_schema AS tables
  JOIN pragma_table_info(tables.name) AS columns ON columns.name = 'plan'
  WHERE tables.type = 'table'`;

/** Deleting a plan and all that belongs to it; call inside a transaction. */
export class EraseWrites {
  readonly #deletes;
  readonly #deferKeys;
  readonly #deletePlan;
  readonly #deleteSessions;
  readonly #remember;
  readonly #selectErased;

  constructor(db: Database) {
    const tables = db.prepare(TABLES_OF_PLANS).all();
    this.#deletes = tables.map((row) => db.prepare(`DELETE FROM "${text(row, "name")}" WHERE plan = ?`));
    this.#deferKeys = () => db.exec("PRAGMA defer_foreign_keys = ON");
    this.#deletePlan = db.prepare("DELETE FROM plans WHERE number = ?");
    this.#deleteSessions = db.prepare(
      `DELETE FROM sessions WHERE id IN (SELECT session FROM members WHERE plan = ?1)
         AND id NOT IN (SELECT session FROM members WHERE plan <> ?1)`,
    );
    this.#remember = db.prepare("INSERT OR IGNORE INTO erased_plans (hash, at) VALUES (?, ?)");
    this.#selectErased = db.prepare("SELECT 1 FROM erased_plans WHERE hash = ?");
  }

  erase(planId: string, plan: number, at: number): void {
    // Until the end of the transaction, rows may lean on others that are gone already.
    this.#deferKeys();
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
