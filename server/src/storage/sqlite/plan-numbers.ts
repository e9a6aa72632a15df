import type { Database } from "./database.ts";
import { integer } from "./row.ts";

/** Finds the number that a plan has inside the database; remembered, since every update needs it. */
export class PlanNumbers {
  readonly #byId = new Map<string, number>();
  readonly #find;

  constructor(db: Database) {
    this.#find = db.prepare("SELECT number FROM plans WHERE id = ?");
  }

  /** The plan's number, or null when there is no such plan. */
  find(planId: string): number | null {
    const known = this.#byId.get(planId);
    if (known !== undefined) return known;
    const row = this.#find.get(planId);
    if (row === undefined) return null;
    const number = integer(row, "number");
    this.#byId.set(planId, number);
    return number;
  }

  /** Forgets a plan that was not stored after all. */
  forget(planId: string): void {
    this.#byId.delete(planId);
  }

  /** The plan's number. @throws when there is no such plan: whoever writes to a plan has seen it. */
  get(planId: string): number {
    const number = this.find(planId);
    if (number === null) throw new Error("no such plan");
    return number;
  }
}
