import { parentPort } from "node:worker_threads";
import * as Y from "yjs";
import type { JudgeAnswer, JudgeTask } from "./judge-task.ts";
import { PlanMirror } from "./plan-mirror.ts";
import type { Struct } from "./update-writer.ts";
import { type AccessRefusal, judgeParts, type NewParts, type PartWriter } from "./write-access.ts";

/*
 * The document of one plan, in a thread of its own, asked what an update is about. Whatever a plan holds, it holds up nobody else here.
 */

const mirror = new PlanMirror();
const owners = new Map<number, string>();

function perform(task: JudgeTask): AccessRefusal | null {
  switch (task.ask) {
    case "build":
      for (const [client, actorId] of task.owners) owners.set(client, actorId);
      mirror.apply(task.updates);
      return null;
    case "apply":
      for (const [client, actorId] of task.owners) owners.set(client, actorId);
      mirror.apply([task.update]);
      return null;
    case "judge":
      return judgeAll(task.updates, task.writer);
  }
}

function judgeAll(updates: readonly Uint8Array[], writer: PartWriter): AccessRefusal | null {
  const refusals: AccessRefusal[] = [];
  updates.forEach((update, index) => {
    const refusal = judge(update, writer);
    if (refusal !== null) refusals.push(refusal);
    if (index < updates.length - 1) mirror.apply([update]);
  });
  const [first] = refusals;
  if (first === undefined) return null;
  return { ...first, entries: [...new Set(refusals.flatMap(({ entries }) => entries))] };
}

function judge(update: Uint8Array, writer: PartWriter): AccessRefusal | null {
  try {
    return judgeParts(mirror, writer, owners, partsOf(update));
  } catch (error) {
    if (error instanceof RangeError) return { code: "malformed", reason: error.message, entries: [] };
    throw error;
  }
}

function partsOf(update: Uint8Array): NewParts {
  const { structs, ds } = Y.decodeUpdate(update);
  const deletes = [...ds.clients].map(
    ([client, items]) =>
      [client, items.map(({ clock, len }) => ({ start: clock, end: clock + len }))] as const,
  );
  return { structs: Map.groupBy<number, Struct>(structs, ({ id }) => id.client), deletes };
}

function answer(task: JudgeTask): JudgeAnswer {
  try {
    return { refusal: perform(task) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

const port = parentPort;
if (port === null) throw new Error("this file runs as a worker");
port.on("message", (task: JudgeTask) => port.postMessage(answer(task)));
