import type { Plan } from "@planwand/shared/plan/schema.ts";
import { MAX_ALL_ROWS, MAX_ROWS } from "./limits.ts";

/** Whether a plan has no more entries than a plan may begin with. */
export function isOfReadableSize(plan: Plan): boolean {
  const lists = Object.values(plan).filter((value) => Array.isArray(value));
  const entries = lists.reduce((sum, list) => sum + list.length, 0);
  return entries <= MAX_ALL_ROWS && lists.every((list) => list.length <= MAX_ROWS);
}
