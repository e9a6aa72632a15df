import { encodeSyncUpdate } from "@planwand/shared/protocol/codec.ts";
import { updateParts } from "@planwand/shared/plan/update-parts.ts";
import { UPDATE_MAX_BYTES, UPDATE_MAX_PARTS } from "@planwand/server/relay/admission.ts";
import * as Y from "yjs";
import { freshId, giveCommand, journalOf } from "../../builders/commands.ts";
import { type CreatedPlan, createPlan } from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";
import { EVERY_STEP, Workshop } from "../../builders/workshop.ts";
import { type Layout, worstUpdate } from "../../builders/worst-updates.ts";
import { answered } from "./answered.ts";
import type { WatchedServer } from "./watched.ts";

/** A plan that holds the worst that somebody wrote. */
interface SpoiledPlan {
  readonly url: string;
  readonly planId: string;
  readonly cookie: string;
  readonly workshop: Workshop;
}

/** How many comments are in its journal for each KiB that it holds. */
const COMMENTS_A_KIB = 4;
const COMMENT_LENGTH = 2_000;
const WHOLE = { bytes: UPDATE_MAX_BYTES / 2, entries: UPDATE_MAX_PARTS / 2, clocks: 1 << 18 };

function giveComment(plan: Pick<SpoiledPlan, "url" | "planId" | "cookie">): Promise<number | string> {
  const anchor = { kind: "phase", id: "fase-000001" } as const;
  const text = "x".repeat(COMMENT_LENGTH);
  return giveCommand(plan, { type: "comment.add", comment: freshId(), anchor, text });
}

/** Writes updates of this layout and of this length, and a journal of about eight times as many bytes, into a new plan. */
async function spoiledPlan(url: string, layout: Layout, bytes: number): Promise<SpoiledPlan> {
  const created: CreatedPlan = await createPlan(url, { template: "blank" });
  const at = { url, planId: created.plan.id, cookie: created.cookie };
  const writer = await WireClient.join({ ...at, reads: false });
  const { before, update } = worstUpdate(layout, bytes);
  for (const each of before) writer.send(encodeSyncUpdate(each));
  // More than fits in one message comes in several.
  for (const part of updateParts(update, null, WHOLE)) writer.send(encodeSyncUpdate(part.update));
  await answered(writer);
  await writer.close();
  for (let comment = 0; comment < (bytes / 1024) * COMMENTS_A_KIB; comment++) await giveComment(at);
  return { ...at, workshop: await Workshop.open({ url }, EVERY_STEP, { plan: created }) };
}

/** What somebody does with it that the server must not be held up by; whether it can be done is another matter. */
const PLAN_DEEDS: Readonly<Record<string, (plan: SpoiledPlan) => Promise<unknown>>> = {
  "somebody comes in": async (plan) => (await WireClient.join({ ...plan, reads: false })).close(),
  "somebody comes in who has nothing of the journal": async (plan) =>
    (await WireClient.join({ ...plan, reads: false, journalAfter: 0 })).close(),
  "the journal is read from its beginning": ({ url, planId, cookie }) => journalOf(url, planId, cookie),
  "a snapshot is taken": (plan) =>
    giveCommand(plan, { type: "snapshot.take", snapshot: freshId(), name: "Nu" }),
  "a comment is given": giveComment,
  "what a participant writes is judged": async ({ workshop }) => {
    await workshop.goTo(EVERY_STEP.findIndex(({ kind }) => kind === "free") + 1);
    const guest = await workshop.join("Gast");
    guest.client.doc.getMap("activities").set(freshId(), new Y.Map());
    await answered(guest.client);
    await workshop.leave(guest);
  },
};

/** The most that the main thread works at once for each deed, by its name, in milliseconds. */
export async function holdUps(
  watched: WatchedServer,
  layout: Layout,
  bytes: number,
): Promise<ReadonlyMap<string, number>> {
  const plan = await spoiledPlan(watched.server.url, layout, bytes);
  const most = new Map<string, number>();
  for (const [name, deed] of Object.entries(PLAN_DEEDS))
    most.set(name, await watched.mostAtOnceMs(() => deed(plan).catch(() => undefined)));
  await plan.workshop.lead.client.close();
  return most;
}
