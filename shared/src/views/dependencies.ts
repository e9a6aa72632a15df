import type { Activity } from "../plan/schema.ts";

/** Whether `before` ends on or after the day on which `after`, which waits for it, begins (check K23). */
export function endsTooLate(before: Pick<Activity, "end">, after: Pick<Activity, "start">): boolean {
  return before.end !== null && after.start !== null && after.start <= before.end;
}

/**
 * How `from` comes to wait for `to`: the shortest chain from the one to the other, both included; empty when it does not.
 * Breadth first, so that a circle that two people closed together ends.
 */
export function waitingChain(
  waitsFor: (id: string) => readonly string[],
  from: string,
  to: string,
): readonly string[] {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (const id of queue) {
    if (id === to) {
      const chain: string[] = [];
      for (let at: string | null = to; at !== null; at = cameFrom.get(at) ?? null) chain.unshift(at);
      return chain;
    }
    for (const next of waitsFor(id)) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      queue.push(next);
    }
  }
  return [];
}
