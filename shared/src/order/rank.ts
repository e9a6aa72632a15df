import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";

/** Something that is ordered by (rank, id). */
export interface Ranked {
  readonly id: string;
  readonly rank: string;
}

/** A longer rank makes its neighbours be ranked anew, so that documents stay small. */
export const MAX_RANK_LENGTH = 40;

const RANK_CHARACTERS = /^[0-9A-Za-z]+$/;

/** True for a rank between which and its like another rank can be made. */
export function isRank(value: unknown): value is string {
  if (typeof value !== "string" || !RANK_CHARACTERS.test(value)) return false;
  try {
    generateKeyBetween(value, null);
    return true;
  } catch {
    return false;
  }
}

/**
 * A rank after `a` and before `b`; null is an open end. A bound that is no rank counts as open, and when the bounds are equal or
 * the wrong way round only `a` counts: it never throws.
 */
export function rankBetween(a: string | null, b: string | null): string {
  const [lower, upper] = soundBounds(a, b);
  return generateKeyBetween(lower, upper);
}

/** `count` ranks in order after `a` and before `b`, under the same rules as `rankBetween`. */
export function ranksBetween(a: string | null, b: string | null, count: number): string[] {
  const [lower, upper] = soundBounds(a, b);
  return generateNKeysBetween(lower, upper, count);
}

function soundBounds(a: string | null, b: string | null): [string | null, string | null] {
  const lower = isRank(a) ? a : null;
  const upper = isRank(b) ? b : null;
  return lower !== null && upper !== null && lower >= upper ? [lower, null] : [lower, upper];
}

/** Orders by rank and then id, both by code unit, so that every replica shows the same order. */
export function compareByRank(a: Ranked, b: Ranked): number {
  return compareCodeUnits(a.rank, b.rank) || compareCodeUnits(a.id, b.id);
}

/** By code unit: the same on every machine and in every language, unlike `localeCompare`. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
