import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { entriesOf, rootMap } from "@planwand/shared/plan/entry.ts";
import { observePlan } from "@planwand/shared/plan/observe.ts";
import { readActivity } from "@planwand/shared/plan/read-live.ts";
import { type Measured, rollUp } from "@planwand/shared/views/progress.ts";
import type { DayStand } from "@planwand/shared/views/trend.ts";
import type * as Y from "yjs";
import type { LoggedUpdate } from "./document-task.ts";
import { dayIn } from "./day-in.ts";
import { applyAll } from "./plan-log.ts";

/** How far a plan was at the end of each day on which anything was written, by the clock of a zone. */
export class PlanTrend {
  readonly #doc: Y.Doc;
  readonly #dayOf: (at: number) => LocalDate;
  readonly #stands: DayStand[] = [];
  readonly #measured = new Map<string, Measured>();
  readonly #touched = new Set<string>();
  #day: LocalDate | null = null;

  /** `doc` is empty, and is filled. */
  constructor(doc: Y.Doc, zone: string) {
    this.#doc = doc;
    this.#dayOf = dayIn(zone);
    observePlan(doc, ({ entries }) => {
      for (const { root, id } of entries) if (root === "activities") this.#touched.add(id);
    });
  }

  /** Takes updates that follow in order, as far as they are of a day before `today`; false when the rest is not. */
  take(updates: readonly LoggedUpdate[], today: LocalDate): boolean {
    const days = updates.map(({ at }) => this.#dayOf(at));
    for (let at = 0; at < updates.length;) {
      const day = days[at] ?? today;
      if (day >= today) return false;
      if (day !== this.#day) this.#endDay();
      const isFirst = this.#day === null;
      let end = at;
      while (end < updates.length && days[end] === day) end++;
      applyAll(this.#doc, updates.slice(at, end));
      // A whole map that comes at once is no change of an entry that was there.
      if (isFirst) for (const [id] of entriesOf(rootMap(this.#doc, "activities"))) this.#touched.add(id);
      this.#day = day;
      at = end;
    }
    return true;
  }

  /** The days, the first day first. */
  stands(): readonly DayStand[] {
    this.#endDay();
    return this.#stands;
  }

  #endDay(): void {
    if (this.#day === null) return;
    for (const id of this.#touched) {
      const activity = readActivity(this.#doc, id);
      if (activity === null || activity.archived) this.#measured.delete(id);
      else {
        const { status, progress, end } = activity;
        this.#measured.set(id, { status, progress, end });
      }
    }
    this.#touched.clear();
    this.#stands.push({ date: this.#day, rollUp: rollUp(this.#measured.values(), this.#day) });
  }
}
