/** How often a long task may be passed over by short ones. */
const MAX_PASSED_OVER = 8;

export interface Queued {
  readonly key: string;
  readonly isLong: boolean;
}

/** Tasks that wait, apart for each key: short before long, and keys by turns. Rules TASK1 and TASK2. */
export class TaskQueue<Item extends Queued> {
  readonly #short = new Map<string, Item[]>();
  readonly #long = new Map<string, Item[]>();
  #passedOver = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** How many of a key wait. */
  waiting(key: string): number {
    return (this.#short.get(key)?.length ?? 0) + (this.#long.get(key)?.length ?? 0);
  }

  add(item: Item): void {
    const keys = item.isLong ? this.#long : this.#short;
    const waiting = keys.get(item.key);
    if (waiting === undefined) keys.set(item.key, [item]);
    else waiting.push(item);
    this.#size++;
  }

  /** Takes the next one out, of a key that is not `isTaken`; null when there is none. */
  next(isTaken: (key: string) => boolean, mayBeLong: boolean): Item | null {
    if (mayBeLong && this.#passedOver >= MAX_PASSED_OVER) {
      const long = this.#take(this.#long, isTaken);
      if (long !== null) return long;
    }
    const short = this.#take(this.#short, isTaken);
    if (short !== null) {
      if (this.#long.size > 0) this.#passedOver++;
      return short;
    }
    return mayBeLong ? this.#take(this.#long, isTaken) : null;
  }

  /** Takes out those of a key that `isMeant`. */
  remove(key: string, isMeant: (item: Item) => boolean): Item[] {
    const removed = [this.#short, this.#long].flatMap((keys) => {
      const waiting = keys.get(key) ?? [];
      const left = waiting.filter((item) => !isMeant(item));
      if (left.length === 0) keys.delete(key);
      else keys.set(key, left);
      return waiting.filter(isMeant);
    });
    this.#size -= removed.length;
    return removed;
  }

  /** Takes out all of it. */
  clear(): Item[] {
    const all = [...this.#short.values(), ...this.#long.values()].flat();
    this.#short.clear();
    this.#long.clear();
    this.#size = 0;
    return all;
  }

  #take(keys: Map<string, Item[]>, isTaken: (key: string) => boolean): Item | null {
    for (const [key, waiting] of keys) {
      if (isTaken(key)) continue;
      const item = waiting.shift();
      // Served last stands last.
      keys.delete(key);
      if (waiting.length > 0) keys.set(key, waiting);
      if (item === undefined) continue;
      if (item.isLong) this.#passedOver = 0;
      this.#size--;
      return item;
    }
    return null;
  }
}
