import { CIRCLES, type Circle } from "../access/role.ts";

/** What fewer people said together is told of no group: it would tell who said what. */
export const GROUP_MIN = 3;

/**
 * The circles of which totals can be told. One with fewer than three voters cannot, and since the totals of all are told too, neither
 * can the ones that are left out be fewer than three people together: then the smallest of the others stays out as well.
 * @param voters each voter once, with their circle, or null for none
 */
export function circlesToTell(voters: ReadonlyMap<string, Circle | null>): readonly Circle[] {
  const sizes = new Map<Circle, number>();
  let untold = 0;
  for (const circle of voters.values()) {
    if (circle === null) untold++;
    else sizes.set(circle, (sizes.get(circle) ?? 0) + 1);
  }
  const told: Circle[] = [];
  for (const [circle, size] of [...sizes].sort(([, a], [, b]) => a - b)) {
    if (size < GROUP_MIN || (untold > 0 && untold < GROUP_MIN)) untold += size;
    else told.push(circle);
  }
  return CIRCLES.filter((circle) => told.includes(circle));
}
