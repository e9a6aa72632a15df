import type { Hidden } from "@planwand/shared/workshop/hidden.ts";
import type { JoinCodeRow, WorkshopStore, WorkshopWrite } from "../port.ts";
import type { AccessWrites } from "./access-writes.ts";
import type { Database } from "./database.ts";
import type { PlanNumbers } from "./plan-numbers.ts";
import { type Row, text } from "./row.ts";

const CODES =
  "SELECT join_codes.*, plans.id AS plan_id FROM join_codes JOIN plans ON plans.number = join_codes.plan";

/** What of workshops is no event, in SQLite; written with the events that it belongs to. */
export class SqliteWorkshopStore implements WorkshopStore {
  readonly #db: Database;
  readonly #plans: PlanNumbers;
  readonly #access: AccessWrites;
  readonly #put;
  readonly #remove;
  readonly #select;
  readonly #insertCode;
  readonly #deleteCode;
  readonly #byCode;
  readonly #codeOf;
  readonly #codesOfLength;
  readonly #renewCode;

  constructor(db: Database, plans: PlanNumbers, access: AccessWrites) {
    this.#db = db;
    this.#plans = plans;
    this.#access = access;
    this.#put = db.prepare(
      "INSERT INTO hidden (plan, session, kind, id, entry) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET entry = excluded.entry",
    );
    this.#remove = db.prepare("DELETE FROM hidden WHERE plan = ? AND session = ? AND kind = ? AND id = ?");
    this.#select = db.prepare("SELECT entry FROM hidden WHERE plan = ? ORDER BY number");
    this.#insertCode = db.prepare("INSERT INTO join_codes (code, plan, session, key) VALUES (?, ?, ?, ?)");
    this.#deleteCode = db.prepare("DELETE FROM join_codes WHERE plan = ? AND session = ?");
    this.#byCode = db.prepare(`${CODES} WHERE code = ?`);
    this.#codesOfLength = db.prepare(`${CODES} WHERE length(code) = ?`);
    this.#renewCode = db.prepare("UPDATE join_codes SET code = ? WHERE plan = ? AND session = ?");
    this.#codeOf = db.prepare("SELECT code FROM join_codes WHERE plan = ? AND session = ?");
  }

  /** Call inside a transaction; `plan` is its number in the database. */
  write(plan: number, { hidden, code, renewed, ended }: WorkshopWrite): void {
    for (const change of hidden) {
      if (change.change === "put") {
        const { session, kind, id } = change.entry;
        this.#put.run(plan, session, kind, id, JSON.stringify(change.entry));
      } else this.#remove.run(plan, change.session, change.kind, change.id);
    }
    if (code !== null) {
      this.#access.key(code.key);
      this.#insertCode.run(code.code, plan, code.session, code.key.id);
    }
    if (renewed !== undefined) this.#renewCode.run(renewed.code, plan, renewed.session);
    if (ended !== null) this.#deleteCode.run(plan, ended);
  }

  hidden(planId: string): Promise<Hidden[]> {
    return this.#db.read(() => {
      const plan = this.#plans.find(planId);
      if (plan === null) return [];
      // This class wrote it, from the type that it is read as.
      return this.#select.all(plan).map((row) => JSON.parse(text(row, "entry")) as Hidden);
    });
  }

  byCode(code: string): Promise<JoinCodeRow | null> {
    return this.#db.read(() => {
      const row = this.#byCode.get(code);
      return row === undefined ? null : codeRow(row);
    });
  }

  codesOfLength(length: number): Promise<JoinCodeRow[]> {
    return this.#db.read(() => this.#codesOfLength.all(length).map(codeRow));
  }

  codeOf(planId: string, session: string): Promise<string | null> {
    return this.#db.read(() => {
      const plan = this.#plans.find(planId);
      const row = plan === null ? undefined : this.#codeOf.get(plan, session);
      return row === undefined ? null : text(row, "code");
    });
  }
}

function codeRow(row: Row): JoinCodeRow {
  const [code, planId] = [text(row, "code"), text(row, "plan_id")];
  return { code, planId, session: text(row, "session"), keyId: text(row, "key") };
}
