/** Plans whose past became another, that are remembered one by one. */
const MAX_REMEMBERED = 1_000;

/** Counts how often the past of a plan became another: what was worked out in an earlier round is of no use. */
export class Rounds {
  readonly #begun = new Map<string, number>();
  #last = 0;
  /** The round of all that are not remembered. */
  #floor = 0;

  of(planId: string): number {
    return this.#begun.get(planId) ?? this.#floor;
  }

  begin(planId: string): void {
    this.#begun.delete(planId);
    this.#begun.set(planId, ++this.#last);
    const [oldest] = this.#begun;
    if (this.#begun.size <= MAX_REMEMBERED || oldest === undefined) return;
    this.#begun.delete(oldest[0]);
    this.#floor = oldest[1];
  }
}
