import { createHash } from "node:crypto";
import type { Database } from "./database.ts";
import { text } from "./row.ts";

/** Every table with rows of a plan, whichever version of the schema made it. */
const TABLES_OF_PLANS = `
  SELECT tables.name AS name FROM sqlite_schema AS tables
  JOIN pragma_table_info(tables.name) AS columns ON columns.name = 'plan'
  WHERE tables.type = 'table'`;

/** For how long whoever had a plan is told that it was erased: as long as a session lasts. */
const TOLD_MS = 180 * 86_400_000;

/** Deleting a plan and all that belongs to it; call inside a transaction. */
export class EraseWrites {
  readonly #deletes;
  readonly #deferKeys;
  readonly #deletePlan;
  readonly #deleteSessions;
  readonly #remember;
  readonly #selectSecrets;
  readonly #rememberSecret;
  readonly #forgetSecrets;
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
    this.#selectSecrets = db.prepare(
      `SELECT hash FROM keys WHERE plan = ?1
       UNION SELECT hash FROM sessions WHERE id IN (SELECT session FROM members WHERE plan = ?1)`,
    );
    this.#rememberSecret = db.prepare("INSERT OR IGNORE INTO erased_access (hash, at) VALUES (?, ?)");
    this.#forgetSecrets = db.prepare("DELETE FROM erased_access WHERE at < ?");
    this.#selectErased = db.prepare("SELECT 1 FROM erased_access WHERE hash = ?");
  }

  erase(planId: string, plan: number, at: number): void {
    // Until the end of the transaction, rows may lean on others that are gone already.
    this.#deferKeys();
    const secrets = this.#selectSecrets.all(plan).map((row) => text(row, "hash"));
    for (const secret of secrets) this.#rememberSecret.run(hashOf(`${planId} ${secret}`), at);
    this.#forgetSecrets.run(at - TOLD_MS);
    this.#deleteSessions.run(plan);
    for (const rows of this.#deletes) rows.run(plan);
    this.#deletePlan.run(plan);
    this.#remember.run(hashOf(planId), at);
  }

  wasErased(planId: string, secretHash: string): boolean {
    return this.#selectErased.get(hashOf(`${planId} ${secretHash}`)) !== undefined;
  }
}

function hashOf(words: string): string {
  return createHash("sha256").update(words).digest("hex");
}
