import { CHORE_ACCESS } from "@planwand/shared/access/plan-access.ts";
import { canonicalContent } from "@planwand/shared/plan/fingerprint.ts";
import * as Y from "yjs";
import { type ServerParts, serverParts } from "./app.ts";
import { now } from "./clock.ts";
import { freshId } from "./commands.ts";
import { sha256, type Wish } from "./journal.ts";

const ACTOR = "anja-000001";

/** A plan on real storage with a clock of its own, and a replica in step with it. */
export interface StandingPlan {
  readonly clock: { now: number };
  readonly parts: ServerParts;
  readonly planId: string;
  readonly doc: Y.Doc;
  /** Gives a command as the owner: the status of the answer. */
  give(wish: Wish): Promise<number>;
  /** Puts on disk, at the time of the clock, all that was done to the replica since. The number of the last update there is. */
  save(): Promise<number>;
  /** Lets go of what is too old, and takes over what that wrote. */
  clear(): Promise<boolean>;
  contentHash(): string;
}

export async function standingPlan(template: "example" | "format" | "blank"): Promise<StandingPlan> {
  const clock = { now: now() };
  const parts = serverParts({ clock: () => clock.now });
  let cookie = "";
  const send = (path: string, body: unknown): Promise<Response> =>
    parts.request(path, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify(body),
    });
  const made = await send("/api/plans", { title: "Plan", template, name: "Anja", circle: "onderwijs" });
  cookie = made.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const planId = ((await made.json()) as { plan: { id: string } }).plan.id;
  const doc = new Y.Doc();
  const fromDisk = {};
  let taken = 0;
  async function take(): Promise<number> {
    const rows = await parts.storage.log.read(planId, taken);
    for (const { bytes } of rows) Y.applyUpdate(doc, bytes, fromDisk);
    return (taken = rows.at(-1)?.seq ?? taken);
  }
  await take();
  let written: Uint8Array[] = [];
  doc.on("update", (bytes: Uint8Array, origin: unknown) => {
    if (origin !== fromDisk) written.push(bytes);
  });
  return {
    clock,
    parts,
    planId,
    doc,
    give: async (wish) => (await send(`/api/plans/${planId}/commands`, { id: freshId(), ...wish })).status,
    async save() {
      const updates = written;
      written = [];
      await parts.relay.write(planId, { actorId: ACTOR, accessBy: () => CHORE_ACCESS }, updates);
      return take();
    },
    async clear() {
      const hasCleared = await parts.erasing.clear(planId);
      await take();
      return hasCleared;
    },
    contentHash: () => sha256(canonicalContent(doc)),
  };
}
