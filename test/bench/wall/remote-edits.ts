import { setRegister, setStepDone } from "@planwand/shared/plan/edit-field.ts";
import { entryOf } from "@planwand/shared/plan/entry.ts";
import { moveActivity } from "@planwand/shared/plan/move-activity.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Activity } from "@planwand/shared/plan/schema.ts";
import * as Y from "yjs";
import { seeded } from "../../builders/run-length.ts";
import { WireClient } from "../../builders/wire-client.ts";
import type { RunningServer } from "../../builders/server.ts";
import type { SizedPlan } from "./stage.ts";
import { steadily } from "./steady.ts";

/**
 * Somebody else works on the plan for `durationMs`, `perSecond` edits at a steady pace: half of them typing, the rest moves,
 * progress and steps. Returns how many edits were made; all of them are saved.
 */
export async function remoteEdits(
  server: RunningServer,
  { created }: SizedPlan,
  perSecond: number,
  durationMs: number,
  seed: number,
): Promise<number> {
  const { plan, cookie } = created;
  const client = await WireClient.join({ url: server.url, planId: plan.id, cookie });
  const { activities, phases, domains } = toPlan(client.doc);
  const random = seeded(seed);
  const pick = <Value>(from: readonly Value[]): Value => {
    const picked = from[Math.floor(random() * from.length)];
    if (picked === undefined) throw new Error("the plan has phases, domains and activities");
    return picked;
  };
  const edits: readonly ((activity: Activity) => void)[] = [
    ({ id }) => typeIn(client.doc, id),
    ({ id }) => typeIn(client.doc, id),
    ({ id }) => typeIn(client.doc, id),
    ({ id }) => {
      const index = Math.floor(random() * 20);
      moveActivity(client.doc, id, { phase: pick(phases).id, domain: pick(domains).id, index });
    },
    ({ id }) => setRegister(client.doc, "activities", id, "progress", Math.floor(random() * 101)),
    ({ id, steps }) => {
      for (const step of steps.slice(0, 1)) setStepDone(client.doc, id, step.id, random() < 0.5);
    },
  ];
  const total = Math.round((perSecond * durationMs) / 1_000);
  await steadily(total, perSecond, () => pick(edits)(pick(activities)));
  await client.saved();
  await client.close();
  return total;
}

/** One character at the end of the title. */
function typeIn(doc: Y.Doc, id: string): void {
  const title = entryOf(doc, "activities", id)?.get("title");
  if (title instanceof Y.Text) title.insert(title.length, "x");
}
