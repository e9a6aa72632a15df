import type { ClientRun, NewStruct } from "./outline.ts";
import { NO_ID } from "./update-cursor.ts";

/** A run on the way through its structs. */
interface Walk {
  readonly run: ClientRun;
  /** The struct that comes next. */
  at: number;
}

/** What is known already, and what the update itself holds. */
interface Ground {
  readonly vector: ReadonlyMap<number, number>;
  readonly walks: ReadonlyMap<number, Walk>;
}

/**
 * Plays the order in which Yjs would integrate: a struct is ready when all that it names was reached. A run that is stopped waits at the
 * very struct that stops it, so that each struct is looked at once for each id that it names. Returns whether every struct is reached:
 * not when one names what is unknown, or when they wait for each other in a circle.
 */
export function isReachable(runs: readonly ClientRun[], vector: ReadonlyMap<number, number>): boolean {
  const walks = new Map<number, Walk>();
  for (const run of runs) walks.set(run.client, { run, at: 0 });
  const ground = { vector, walks };
  const waiting = new Map<NewStruct, Walk[]>();
  const ready = [...walks.values()].reverse();
  let left = runs.length;
  for (let walk = ready.pop(); walk !== undefined; walk = ready.pop()) {
    const { structs } = walk.run;
    for (let struct = structs[walk.at]; struct !== undefined; struct = structs[++walk.at]) {
      const obstacle = obstacleOf(struct, walk.run.client, ground);
      if (obstacle === "unknown") return false;
      if (obstacle !== null) {
        const others = waiting.get(obstacle);
        if (others === undefined) waiting.set(obstacle, [walk]);
        else others.push(walk);
        break;
      }
      if (waiting.size === 0) continue;
      for (const released of waiting.get(struct) ?? []) ready.push(released);
      waiting.delete(struct);
    }
    if (walk.at === structs.length) left--;
  }
  return left === 0;
}

/** The first struct of the update that this one names and that was not reached yet; null when there is none. */
function obstacleOf(struct: NewStruct, client: number, ground: Ground): NewStruct | "unknown" | null {
  const { clock, originClient, originClock, rightClient, rightClock, parentClient, parentClock } = struct;
  return (
    obstacleAt(originClient, originClock, client, clock, ground) ??
    obstacleAt(rightClient, rightClock, client, clock, ground) ??
    obstacleAt(parentClient, parentClock, client, clock, ground)
  );
}

/** The same for one id, which the struct at `ownClock` of `ownClient` names. */
function obstacleAt(
  client: number,
  clock: number,
  ownClient: number,
  ownClock: number,
  { vector, walks }: Ground,
): NewStruct | "unknown" | null {
  if (client === NO_ID) return null;
  if (client === ownClient) return clock < ownClock ? null : "unknown";
  if (clock < (vector.get(client) ?? 0)) return null;
  const walk = walks.get(client);
  if (walk === undefined || clock >= walk.run.end) return "unknown";
  const next = walk.run.structs[walk.at];
  if (next === undefined || clock < next.clock) return null;
  return structAt(walk.run.structs, clock, walk.at);
}

/** The struct that holds this clock, by binary search from the index `low` on. */
function structAt(structs: readonly NewStruct[], clock: number, low: number): NewStruct | "unknown" {
  let from = low;
  let to = structs.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((structs[middle] as NewStruct).end <= clock) from = middle + 1;
    else to = middle;
  }
  return structs[from] ?? "unknown";
}
