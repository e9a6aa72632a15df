import type { Clock } from "@planwand/shared/kernel/clock.ts";
import {
  type Limit,
  LIMIT_NAMES,
  type LimitName,
  LIMITS,
  type LimitValues,
  type RateName,
  type StockName,
} from "./limits.ts";

/** What a rate has left for one key. Below zero it is in debt. */
interface Bucket {
  left: number;
  atMs: number;
  /** Open meters, which keep it from being forgotten. */
  meters: number;
}

/** What one key spends of a rate, looked up once by who spends often. It is the bucket of that key, not one of its own. */
export interface Meter {
  /** As `Budgets.charge`. */
  charge(amount: number): number;
  close(): void;
}

const DAY_SECONDS = 86_400;

/** How many uses of a rate lie between two looks for keys that are full again. */
const SWEEP_EVERY = 4_096;

/** Gives back what was held; a second time does nothing. */
export type Release = () => void;

/** How often each limit refused or delayed something since the start. */
export type Refusals = Readonly<Record<LimitName, number>>;

function once(release: Release): Release {
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    release();
  };
}

/** What everybody may still spend, by the limits of `limits.ts`. Rules BU1 to BU9 of SPEC.md. */
export class Budgets {
  readonly #limits: LimitValues;
  readonly #clock: Clock;
  readonly #onRefused: (name: LimitName) => void;
  readonly #buckets = new Map<RateName, Map<string, Bucket>>();
  readonly #held = new Map<StockName, Map<string, number>>();
  readonly #waiting = new Map<StockName, Map<string, (() => void)[]>>();
  readonly #refusals = Object.fromEntries(LIMIT_NAMES.map((name) => [name, 0])) as Record<LimitName, number>;
  #uses = 0;

  constructor(limits: LimitValues, clock: Clock, onRefused: (name: LimitName) => void = () => undefined) {
    this.#limits = limits;
    this.#clock = clock;
    this.#onRefused = onRefused;
  }

  /** The value of a limit: a second or a day for a rate, at the same time for a stock. */
  limit(name: LimitName): number {
    return this.#limits[name];
  }

  /** Takes `amount` when there is so much; else takes nothing and returns after how many milliseconds there will be. 0 when taken. */
  take(name: RateName, key: string, amount = 1): number {
    const bucket = this.#bucket(name, key);
    const wanted = Math.min(amount, this.#capacity(name));
    if (bucket.left >= wanted) {
      bucket.left -= amount;
      return 0;
    }
    this.refused(name);
    return this.#untilMs(name, wanted - bucket.left);
  }

  /** Takes `amount` whatever is left, and returns after how many milliseconds there is something left again; 0 for now. */
  charge(name: RateName, key: string, amount = 1): number {
    return this.#charge(name, this.#bucket(name, key), amount);
  }

  /** What is left of a rate for this key; below zero it is in debt. */
  left(name: RateName, key: string): number {
    return this.#bucket(name, key).left;
  }

  /** A meter of this key, to be closed by who opened it. */
  meter(name: RateName, key: string): Meter {
    const bucket = this.#bucket(name, key);
    bucket.meters++;
    let isOpen = true;
    return {
      charge: (amount) => {
        this.#refill(name, bucket, this.#clock());
        return this.#charge(name, bucket, amount);
      },
      close: () => {
        if (isOpen) bucket.meters--;
        isOpen = false;
      },
    };
  }

  /** Holds `amount` until it is released; null when that would be more than the limit. */
  hold(name: StockName, key: string, amount = 1): Release | null {
    const keys = this.#keysOf(this.#held, name);
    const held = keys.get(key) ?? 0;
    if (held + amount > this.#limits[name]) {
      this.refused(name);
      return null;
    }
    keys.set(key, held + amount);
    return once(() => this.#giveBack(name, key, amount));
  }

  /** Holds one of a stock of which nothing else is held, as soon as there is one: who waits gets it in the order of asking. */
  async holdInTurn(name: StockName, key: string): Promise<Release> {
    const keys = this.#keysOf(this.#held, name);
    const held = keys.get(key) ?? 0;
    if (held < this.#limits[name]) keys.set(key, held + 1);
    else {
      this.refused(name);
      const all = this.#keysOf(this.#waiting, name);
      await new Promise<void>((resolve) => {
        const others = all.get(key);
        if (others === undefined) all.set(key, [resolve]);
        else others.push(resolve);
      });
    }
    return once(() => this.#passOn(name, key));
  }

  /** What was held goes to who waits longest for it. */
  #passOn(name: StockName, key: string): void {
    const all = this.#keysOf(this.#waiting, name);
    const waiting = all.get(key);
    const next = waiting?.shift();
    if (waiting?.length === 0) all.delete(key);
    if (next === undefined) this.#giveBack(name, key, 1);
    else next();
  }

  #giveBack(name: StockName, key: string, amount: number): void {
    const keys = this.#keysOf(this.#held, name);
    const left = (keys.get(key) ?? 0) - amount;
    if (left > 0) keys.set(key, left);
    else keys.delete(key);
  }

  /** Whether `amount` lies within a limit of what there may be in all; counted as a refusal when not. */
  allows(name: StockName, amount: number): boolean {
    if (amount <= this.#limits[name]) return true;
    this.refused(name);
    return false;
  }

  /** Counts that something was refused by a limit that is not kept here. */
  refused(name: LimitName): void {
    this.#refusals[name]++;
    this.#onRefused(name);
  }

  refusals(): Refusals {
    return { ...this.#refusals };
  }

  /** How many keys are remembered now. */
  get keys(): number {
    const maps: readonly ReadonlyMap<string, unknown>[] = [
      ...this.#buckets.values(),
      ...this.#held.values(),
      ...this.#waiting.values(),
    ];
    return maps.reduce((sum, keys) => sum + keys.size, 0);
  }

  #charge(name: RateName, bucket: Bucket, amount: number): number {
    bucket.left -= amount;
    if (bucket.left >= 0) return 0;
    if (amount > 0) this.refused(name);
    return this.#untilMs(name, -bucket.left);
  }

  #perSecond(name: RateName): number {
    const limit: Limit = LIMITS[name];
    return limit.kind === "rate" && limit.each === "day"
      ? this.#limits[name] / DAY_SECONDS
      : this.#limits[name];
  }

  #capacity(name: RateName): number {
    return this.#perSecond(name) * LIMITS[name].seconds;
  }

  #untilMs(name: RateName, lacking: number): number {
    return Math.max(1, Math.ceil((lacking / this.#perSecond(name)) * 1_000));
  }

  #bucket(name: RateName, key: string): Bucket {
    if (++this.#uses % SWEEP_EVERY === 0) this.#sweep();
    const keys = this.#keysOf(this.#buckets, name);
    const nowMs = this.#clock();
    const bucket = keys.get(key) ?? { left: this.#capacity(name), atMs: nowMs, meters: 0 };
    this.#refill(name, bucket, nowMs);
    keys.set(key, bucket);
    return bucket;
  }

  #refill(name: RateName, bucket: Bucket, nowMs: number): void {
    // A clock that was set back gives nothing and takes nothing.
    const passedMs = Math.max(0, nowMs - bucket.atMs);
    bucket.left = Math.min(this.#capacity(name), bucket.left + (passedMs / 1_000) * this.#perSecond(name));
    bucket.atMs = nowMs;
  }

  #sweep(): void {
    const nowMs = this.#clock();
    for (const [name, keys] of this.#buckets) {
      for (const [key, bucket] of keys) {
        this.#refill(name, bucket, nowMs);
        if (bucket.left >= this.#capacity(name) && bucket.meters === 0) keys.delete(key);
      }
    }
  }

  #keysOf<Name, Value>(all: Map<Name, Map<string, Value>>, name: Name): Map<string, Value> {
    const known = all.get(name);
    if (known !== undefined) return known;
    const keys = new Map<string, Value>();
    all.set(name, keys);
    return keys;
  }
}
