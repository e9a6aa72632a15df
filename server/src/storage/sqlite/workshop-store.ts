import type { Hidden } from "@planwand/shared/workshop/hidden.ts";
import type { JoinCodeRow, WorkshopStore, WorkshopWrite } from "../port.ts";
import type { AccessWrites } from "./access-writes.ts";
import type { Database } from "./database.ts";
import type { PlanNumbers } from "./plan-numbers.ts";
import { text } from "./row.ts";

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
    this.#byCode = db.prepare(
      "SELECT join_codes.*, plans.id AS plan_id FROM join_codes JOIN plans ON plans.number = join_codes.plan WHERE code = ?",
    );
    this.#codeOf = db.prepare("SELECT code FROM join_codes WHERE plan = ? AND session = ?");
  }

  /** Call inside a transaction; `plan` is its number in the database. */
  write(plan: number, { hidden, code, ended }: WorkshopWrite): void {
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
      if (row === undefined) return null;
      const [planId, session, keyId] = [text(row, "plan_id"), text(row, "session"), text(row, "key")];
      return { code, planId, session, keyId };
    });
  }

  codeOf(planId: string, session: string): Promise<string | null> {
    return this.#db.read(() => {
      const plan = this.#plans.find(planId);
      const row = plan === null ? undefined : this.#codeOf.get(plan, session);
      return row === undefined ? null : text(row, "code");
    });
  }
}
