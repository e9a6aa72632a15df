import type { PlanValue } from "./document-task.ts";

/** All values together, in bytes. */
const MAX_BYTES = 8 * 1024 * 1024;

interface Kept<Value> {
  readonly planId: string;
  readonly value: Value;
}

/** The values of plans that were read last, under what they were read of; the one that was asked for longest ago goes first. */
export class KeptValues<Value extends PlanValue> {
  readonly #kept = new Map<string, Kept<Value>>();
  #bytes = 0;

  get(key: string): Value | null {
    const known = this.#kept.get(key);
    if (known === undefined) return null;
    this.#kept.delete(key);
    this.#kept.set(key, known);
    return known.value;
  }

  set(key: string, planId: string, value: Value): void {
    this.#delete(key);
    if (value.json.byteLength > MAX_BYTES / 2) return;
    this.#kept.set(key, { planId, value });
    this.#bytes += value.json.byteLength;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= MAX_BYTES) return;
      this.#delete(oldest);
    }
  }

  forget(planId: string): void {
    for (const [key, kept] of this.#kept) if (kept.planId === planId) this.#delete(key);
  }

  #delete(key: string): void {
    const known = this.#kept.get(key);
    if (known === undefined) return;
    this.#kept.delete(key);
    this.#bytes -= known.value.json.byteLength;
  }
}
