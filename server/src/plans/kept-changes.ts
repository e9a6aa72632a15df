import { PlanChanges } from "./plan-changes.ts";

/** Plans of which the history is kept, and how many updates they may have together; the one that was asked for longest ago goes first. */
const MAX_KEPT = 6;
const MAX_UPDATES = 400_000;

/** The histories that a thread keeps. */
export class KeptChanges {
  readonly #kept = new Map<string, { readonly round: number; readonly changes: PlanChanges }>();

  /** The history of a plan in this round of its past, begun anew when there is none; used last stands last. */
  of(planId: string, round: number): PlanChanges {
    const known = this.#kept.get(planId);
    this.#kept.delete(planId);
    if (known !== undefined && known.round !== round) known.changes.close();
    this.#makeRoom();
    const entry = known?.round === round ? known : { round, changes: new PlanChanges() };
    this.#kept.set(planId, entry);
    return entry.changes;
  }

  #makeRoom(): void {
    const all = [...this.#kept.values()];
    let updates = all.reduce((sum, { changes }) => sum + changes.taken, 0);
    for (const [oldest, { changes }] of this.#kept) {
      if (this.#kept.size < MAX_KEPT && updates <= MAX_UPDATES) return;
      this.#kept.delete(oldest);
      updates -= changes.taken;
      changes.close();
    }
  }
}
