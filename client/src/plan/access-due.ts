import { keep, kept } from "../ui/kept.ts";

const keyOf = (planId: string): string => `planwand:access-due:${planId}`;

/** Whether whoever made this plan here was not asked yet to keep a link to come back by, or did not answer. */
export function isAccessDue(planId: string): boolean {
  return kept(keyOf(planId)) !== null;
}

/** Says whether that is to be asked. */
export function setAccessDue(planId: string, isDue: boolean): void {
  keep(keyOf(planId), isDue ? "due" : null);
}
