import type { WaitLine } from "@planwand/shared/views/timeline.ts";

export const NO_LINES: readonly WaitLine[] = [];

/** The lines that begin or end at each activity. */
export function linesByActivity(lines: readonly WaitLine[]): ReadonlyMap<string, readonly WaitLine[]> {
  const found = new Map<string, WaitLine[]>();
  for (const line of lines)
    for (const id of [line.from, line.to]) {
      const own = found.get(id) ?? [];
      own.push(line);
      found.set(id, own);
    }
  return found;
}
