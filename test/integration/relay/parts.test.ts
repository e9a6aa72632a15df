import { sortedRanges } from "@planwand/shared/plan/clock-ranges.ts";
import { entriesOf, rootMap } from "@planwand/shared/plan/entry.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { updateParts } from "@planwand/shared/plan/update-parts.ts";
import { encodeSyncStep2 } from "@planwand/shared/protocol/codec.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { RandomEditor } from "../../builders/random-edits.ts";
import { cases, SEED, seeded } from "../../builders/run-length.ts";
import { createPlan, planOf, type RunningServer, startServer } from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

const LINE = "Dit is een regel uit een gewoon Word-document over de examenorganisatie 😀. ".repeat(6);

function paste(doc: Y.Doc, at: number, lines: readonly string[]): Y.XmlFragment {
  const field = [...entriesOf(rootMap(doc, "activities"))][at]?.[1].get("what");
  if (!(field instanceof Y.XmlFragment)) throw new Error("a card has this field");
  const nodes = lines.map((line) => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(line)]);
    return paragraph;
  });
  doc.transact(() => field.insert(0, nodes));
  return field;
}

/** Sends all that `doc` has and the server lacks, as a page does that comes back. */
async function comeBack(url: string, plan: { id: string; cookie: string }, doc: Y.Doc): Promise<number> {
  const client = new WireClient({ url, planId: plan.id, cookie: plan.cookie, live: false });
  await client.until(() => client.synced && client.serverVector !== null);
  const vector = client.serverVector ?? new Uint8Array([0]);
  const { ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(client.doc));
  const receiver = { reach: Y.decodeStateVector(vector), deletes: sortedRanges(ds.clients) };
  let parts = 0;
  for (const { update } of updateParts(Y.encodeStateAsUpdate(doc, vector), receiver)) {
    parts++;
    client.send(encodeSyncStep2(update));
    await client.saved();
    expect(client.refusals).toEqual([]);
  }
  await client.close();
  return parts;
}

async function copyOf(url: string, plan: { id: string; cookie: string }): Promise<Y.Doc> {
  const client = await WireClient.join({ url, planId: plan.id, cookie: plan.cookie });
  await client.close();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(client.doc));
  return doc;
}

test("[C19] a morning of large texts, their undoing and any other edit are taken by the relay in parts", async () => {
  const random = seeded(SEED);
  const { plan, cookie } = await createPlan(server.url);
  const mine = { id: plan.id, cookie };
  for (let round = 0; round < cases(20, 0.15); round++) {
    const doc = await copyOf(server.url, mine);
    const editor = new RandomEditor(doc, random, `round-${String(round)}`);
    for (let at = 0; at < 5; at++)
      paste(
        doc,
        at,
        Array.from({ length: 130 }, () => LINE),
      );
    const short = paste(
      doc,
      5,
      Array.from({ length: 4_400 }, (_, at) => `Korte regel ${String(at)}`),
    );
    const undo = new Y.UndoManager(short);
    paste(doc, 5, ["x".repeat(1_200_000)]);
    undo.undo();
    undo.destroy();
    for (let edit = 0; edit < 60; edit++) editor.edit();
    const reloaded = new Y.Doc();
    Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(doc));
    expect(await comeBack(server.url, mine, round % 2 === 0 ? reloaded : doc)).toBeGreaterThan(8);
    const { plan: value } = await planOf(server.url, plan.id, cookie);
    expect(value).toEqual(toPlan(doc));
    expect(await comeBack(server.url, mine, doc)).toBe(0);
  }
});
