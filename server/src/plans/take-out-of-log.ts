import type { Storage } from "../storage/port.ts";
import { withoutClients } from "./take-out.ts";

/** Who wrote in a plan, and how much of its log that is. */
export interface Writer {
  readonly actor: string;
  readonly name: string;
  readonly updates: number;
  readonly bytes: number;
}

type Stored = Pick<Storage, "log" | "access">;

/** Who wrote in a plan, whoever wrote the most first. */
export async function writersOf({ log, access }: Stored, planId: string): Promise<Writer[]> {
  const rows = Map.groupBy(await log.read(planId, 0), ({ actorId }) => actorId);
  const writers = await Promise.all(
    Array.from(rows, async ([actor, updates]): Promise<Writer> => {
      const name = (await access.actor(planId, actor))?.name ?? "";
      const bytes = updates.reduce((sum, update) => sum + update.bytes.byteLength, 0);
      return { actor, name, updates: updates.length, bytes };
    }),
  );
  return writers.toSorted((a, b) => b.bytes - a.bytes);
}

/** Takes what an actor wrote out of a plan; snapshots that hold it stay as they are. How many updates became another. */
export async function takeOut({ log }: Stored, planId: string, actorId: string): Promise<number> {
  const bindings = await log.bindings(planId);
  const clients = new Set(
    bindings.filter((binding) => binding.actorId === actorId).map(({ clientId }) => clientId),
  );
  const rows = await log.read(planId, 0);
  const left = withoutClients(rows, clients).filter((row, at) => row !== rows[at]);
  if (left.length > 0) await log.rewrite(planId, left);
  return left.length;
}
