import { expect, test } from "vitest";
import * as Y from "yjs";
import { createPlan } from "@planwand/server/plans/create-plan.ts";
import { takeOut, writersOf } from "@planwand/server/plans/take-out-of-log.ts";
import { serverParts } from "../../builders/app.ts";

test("[DOC32][S45] what one actor wrote goes, what others wrote beside and inside it stays, and old copies end the same", async () => {
  const parts = serverParts();
  const { log } = parts.storage;
  const request = { title: "Plan", template: "blank", language: "nl", isSharedDevice: false } as const;
  const who = { session: null, isHostBound: false, name: "Anja", circle: "ict" } as const;
  const { plan } = await createPlan(parts, { ...request, ...who }, "here");
  const live = new Y.Doc();
  for (const { bytes } of await log.read(plan.id, 0)) Y.applyUpdate(live, bytes);
  let seq = 1;
  /** Somebody with a client id of their own writes, and it goes to the log. */
  async function write(actorId: string, clientId: number, work: (doc: Y.Doc) => void): Promise<void> {
    const doc = new Y.Doc();
    doc.clientID = clientId;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(live));
    const before = Y.encodeStateVector(doc);
    work(doc);
    const bytes = Y.encodeStateAsUpdate(doc, before);
    Y.applyUpdate(live, bytes);
    const isKnown = (await log.bindings(plan.id)).some((binding) => binding.clientId === clientId);
    const bindings = isKnown ? [] : [{ planId: plan.id, clientId, actorId }];
    await log.append([{ planId: plan.id, seq: ++seq, actorId, at: seq, bytes }], bindings);
  }
  await write("anja-000001", 11, (doc) => doc.getText("t").insert(0, "Anja schrijft. "));
  await write("mallory-001", 66, (doc) => {
    doc.getText("t").insert(5, "TROEP");
    doc.getText("t").delete(0, 1);
    doc.getMap("m").set("card", new Y.Map([["title", "TROEP"]]));
    for (let at = 0; at < 300; at++) doc.getArray("a").insert(0, [`TROEP${String(at)}`]);
  });
  await write("bram-000001", 22, (doc) => {
    const text = doc.getText("t");
    text.insert(text.toString().indexOf("TROEP") + 2, "[Bram erin]");
    text.insert(text.length, "Bram ook.");
    const card = doc.getMap("m").get("card");
    if (card instanceof Y.Map) card.set("remark", "van Bram");
    doc.getArray("a").push(["Bram"]);
  });
  await parts.documents.compact(plan.id);
  expect((await writersOf(parts.storage, plan.id))[0]).toMatchObject({ actor: "mallory-001", updates: 1 });

  expect(await takeOut(parts.storage, plan.id, "mallory-001")).toBe(1);
  expect(await log.checkpoint(plan.id)).toBeNull();
  const rows = await log.read(plan.id, 0);
  expect(rows.map((row) => [row.seq, row.actorId])).toEqual([
    [1, expect.any(String)],
    [2, "anja-000001"],
    [3, "mallory-001"],
    [4, "bram-000001"],
  ]);
  const left = new Y.Doc();
  for (const { bytes } of rows) {
    Y.applyUpdate(left, bytes);
    expect(Buffer.from(bytes).includes("TROEP")).toBe(false);
  }
  expect([left.store.pendingStructs, left.store.pendingDs]).toEqual([null, null]);
  expect(left.getText("t").toString()).toBe("nja [Bram erin]schrijft. Bram ook.");
  expect([left.getMap("m").size, left.getArray("a").toArray()]).toEqual([0, ["Bram"]]);

  // A page that still holds all of it comes back, and both send what the other lacks.
  Y.applyUpdate(live, Y.encodeStateAsUpdate(left, Y.encodeStateVector(live)));
  Y.applyUpdate(left, Y.encodeStateAsUpdate(live, Y.encodeStateVector(left)));
  for (const doc of [live, left]) {
    expect(doc.getText("t").toString()).toBe("nja [Bram erin]schrijft. Bram ook.");
    expect([doc.getMap("m").size, doc.getArray("a").toArray()]).toEqual([0, ["Bram"]]);
  }
  parts.documents.forget(plan.id);
  expect((await parts.documents.readPlan(plan.id)).title).toBe("Plan");
  expect(await takeOut(parts.storage, plan.id, "niemand-001")).toBe(0);
  await parts.close();
});
