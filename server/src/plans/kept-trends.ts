import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import type { DayStand } from "@planwand/shared/views/trend.ts";

/** Plans of which the past days are kept; the one that was asked for longest ago goes first. */
const MAX_KEPT = 200;

/** The days of plans that are over, so that the whole log is read once a day and not at every look. */
export class KeptTrends {
  readonly #kept = new Map<
    string,
    { readonly today: LocalDate; readonly stands: Promise<readonly DayStand[]> }
  >();

  /** The days before `today`, from `work` when they are not known yet. One that fails is asked anew the next time. */
  read(
    planId: string,
    zone: string,
    today: LocalDate,
    work: () => Promise<readonly DayStand[]>,
  ): Promise<readonly DayStand[]> {
    const key = `${planId} ${zone}`;
    const known = this.#kept.get(key);
    this.#kept.delete(key);
    if (known?.today === today) {
      this.#kept.set(key, known);
      return known.stands;
    }
    const entry = { today, stands: work() };
    this.#kept.set(key, entry);
    entry.stands.catch(() => {
      if (this.#kept.get(key) === entry) this.#kept.delete(key);
    });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return entry.stands;
  }

  /** Works the days of a plan out anew the next time. */
  forget(planId: string): void {
    for (const key of this.#kept.keys()) if (key.startsWith(`${planId} `)) this.#kept.delete(key);
  }
}
