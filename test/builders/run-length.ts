/** Whether this is the long run, whose counts the README quotes; the ordinary run does a tenth of the same code. */
export const isLong = process.env["PLANWAND_LONG"] === "1";

/** `long` cases in the long run, `share` of them (a tenth unless told) otherwise. */
export function cases(long: number, share = 0.1): number {
  return isLong ? long : Math.max(1, Math.round(long * share));
}

/**
 * All of them in the long run; otherwise a `share`, at least one: others with another seed. `chosen` is out of how many the same test
 * chose before, so that over all seeds each meets each.
 */
export function some<One>(all: readonly One[], share: number, chosen = 1): readonly One[] {
  if (isLong) return all;
  const every = Math.min(all.length, Math.round(1 / share));
  return all.filter((_, at) => at % every === Math.floor(SEED / chosen) % every);
}

/** The run's seed, printed by the runner so that a failure can be replayed. */
export const SEED = Number(process.env["PLANWAND_SEED"] ?? "1");

/** A sequence in [0, 1) from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
