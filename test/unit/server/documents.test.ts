import { planIn } from "@planwand/server/plans/plan-value.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { createPlan } from "@planwand/server/plans/create-plan.ts";
import { type ServerParts, serverParts } from "../../builders/app.ts";

describe("documents", () => {
  let parts: ServerParts;
  beforeEach(() => (parts = serverParts()));
  afterEach(() => parts.close());

  async function newPlan(): Promise<string> {
    const request = {
      title: "Plan",
      template: "example",
      language: "nl",
      session: null,
      isHostBound: false,
      isSharedDevice: false,
    } as const;
    const created = await createPlan(parts, { ...request, name: "Anja", circle: "ict" }, "here");
    return created.plan.id;
  }

  /** A replica of what is stored, and a way to store what is done to it. */
  async function replicaOf(planId: string) {
    const doc = new Y.Doc();
    const rows = await parts.storage.log.read(planId, 0);
    for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
    let seq = rows.length;
    doc.on("update", (bytes: Uint8Array) => {
      void parts.storage.log.append([{ planId, seq: ++seq, actorId: "anja-000001", at: 1, bytes }], []);
    });
    return doc;
  }

  function retitle(doc: Y.Doc, title: string): void {
    const text = doc.getMap("meta").get("title");
    if (!(text instanceof Y.Text)) throw new Error("a plan has a title");
    text.delete(0, text.length);
    text.insert(0, title);
  }

  test("[DOC1][DOC2] a value is the same from the log and from a checkpoint with the rest of the log", async () => {
    const planId = await newPlan();
    const doc = await replicaOf(planId);
    retitle(doc, "Eerste");
    const before = await parts.documents.readPlan(planId);
    expect(planIn(before).title).toBe("Eerste");
    const checkpoint = await parts.documents.compact(planId);
    expect(checkpoint.seq).toBe(before.seq);
    expect(await parts.documents.readPlan(planId)).toEqual(before);
    expect(await parts.storage.log.read(planId, 0)).toHaveLength(before.seq);
    retitle(doc, "Tweede");
    const after = await parts.documents.readPlan(planId);
    expect(planIn(after).title).toBe("Tweede");
    expect(after.seq).toBeGreaterThan(before.seq);
    expect(after.contentHash).not.toBe(before.contentHash);
    expect(planIn(after).activities).toEqual(planIn(before).activities);
  });

  test("[DOC2] a checkpoint has dropped what was deleted", async () => {
    const planId = await newPlan();
    const doc = await replicaOf(planId);
    for (let round = 0; round < 20; round++) retitle(doc, `${round}`.repeat(500));
    retitle(doc, "Kort");
    const { state } = await parts.documents.compact(planId);
    const rows = await parts.storage.log.read(planId, 0);
    const logBytes = rows.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    expect(logBytes - state.byteLength).toBeGreaterThan(9_000);
  });

  test("[DOC5] lists name the plan as its document does, after a reading and after a checkpoint", async () => {
    const planId = await newPlan();
    const doc = await replicaOf(planId);
    const titleInLists = async () => (await parts.storage.plans.get(planId))?.title;
    retitle(doc, "Eerste");
    await parts.documents.readPlan(planId);
    expect(await titleInLists()).toBe("Eerste");
    retitle(doc, "Tweede");
    await parts.documents.compact(planId);
    expect(await titleInLists()).toBe("Tweede");
    retitle(doc, " ");
    await parts.documents.readPlan(planId);
    expect(await titleInLists()).toBe("Tweede");
  });

  test("[DOC3] a document that cannot be built fails its own question and no other", async () => {
    const [broken, whole, empty] = [await newPlan(), await newPlan(), "geen-plan-0001"];
    const gap = new Uint8Array([1, 1, 9, 5, 4, 1, 1, 109, 1, 120, 0]);
    await parts.storage.log.append(
      [{ planId: broken, seq: 2, actorId: "anja-000001", at: 1, bytes: gap }],
      [],
    );
    const [first, second, third] = await Promise.allSettled([
      parts.documents.readPlan(broken),
      parts.documents.readPlan(whole),
      parts.documents.compact(empty),
    ]);
    expect([first.status, second.status, third.status]).toEqual(["rejected", "fulfilled", "rejected"]);
  });
});
