import type { Actor } from "@planwand/shared/access/role.ts";
import { keep, kept } from "../ui/kept.ts";

const keyOf = (planId: string): string => `planwand:mine:${planId}`;

/** For whom this person reads the plan on this device, as `party:ID` or `circle:NAME`: what they chose, else their circle. */
export function mineOf(planId: string, { circle }: Pick<Actor, "circle">): readonly string[] {
  const chosen = kept(keyOf(planId))?.split(" ");
  return chosen ?? (circle === null ? [] : [`circle:${circle}`]);
}

/** Keeps for whom this person reads the plan; none is their circle again. */
export function chooseMine(planId: string, values: readonly string[]): void {
  keep(keyOf(planId), values.length === 0 ? null : values.join(" "));
}
