import { createHash } from "node:crypto";
import { archiveEntry } from "@planwand/shared/plan/archive.ts";
import { canonicalJson } from "@planwand/shared/plan/canonical.ts";
import { examine } from "@planwand/shared/plan/doctor.ts";
import { editPlan, entryOf, mapIn, rootMap } from "@planwand/shared/plan/entry.ts";
import { contentHash } from "@planwand/shared/plan/fingerprint.ts";
import { moveActivity } from "@planwand/shared/plan/move-activity.ts";
import { observePlan, type PlanChange } from "@planwand/shared/plan/observe.ts";
import { addItem } from "@planwand/shared/plan/ranked.ts";
import { setRegister, setStepDone, setText } from "@planwand/shared/plan/edit-field.ts";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { examplePlanDoc, largePlanDoc, STAMP } from "../../builders/plan-doc.ts";
import {
  DOMAINS,
  FIRST_CARDS,
  PHASES,
  smallPlanDoc,
  smallPlanReplicas,
} from "../../builders/plan-replicas.ts";

const [FIRST, SECOND, THIRD, FOURTH] = FIRST_CARDS;
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function watched(doc: Y.Doc): { changes: PlanChange[]; stop: () => void } {
  const changes: PlanChange[] = [];
  return { changes, stop: observePlan(doc, (change) => changes.push(change)) };
}

test("[P29] the observer hears once after each transaction which entries changed", () => {
  const doc = smallPlanDoc();
  addItem(
    doc,
    { root: "activities", id: FIRST, field: "steps", item: "step-000001" },
    { title: "", done: false },
  );
  const { changes } = watched(doc);
  editPlan(doc, () => {
    moveActivity(doc, FOURTH, { phase: PHASES[0], domain: DOMAINS[0], index: 1 });
    setText(doc, "activities", FOURTH, "title", "vier");
    archiveEntry(doc, "phases", PHASES[2], STAMP);
    setText(doc, "meta", "meta", "title", "Anders");
  });
  setStepDone(doc, FIRST, "step-000001", true);
  rootMap(doc, "goals").set("goal-00001", new Y.Map());
  expect(changes.map(({ entries }) => entries.map(({ root, id }) => `${root}/${id}`).sort())).toEqual([
    [`activities/${FOURTH}`, `activities/${SECOND}`, "meta/meta", `phases/${PHASES[2]}`].sort(),
    [`activities/${FIRST}`],
    ["goals/goal-00001"],
  ]);
  expect(changes.every(({ local }) => local)).toBe(true);
});

test("[P29] it hears of typing and of what comes from elsewhere, and of nothing after stopping", () => {
  const mail = smallPlanReplicas(2);
  const [one, two] = mail.docs;
  if (one === undefined || two === undefined) throw new Error("two replicas");
  const { changes, stop } = watched(two);
  const what = entryOf(one, "activities", FIRST)?.get("what");
  if (!(what instanceof Y.XmlFragment)) throw new Error("a fragment");
  const paragraph = what.get(0);
  if (paragraph instanceof Y.XmlElement) paragraph.insert(0, [new Y.XmlText("getypt")]);
  mail.deliverAll();
  expect(changes).toMatchObject([{ entries: [{ root: "activities", id: FIRST }], local: false }]);
  two.transact(() => two.getMap("elsewhere").set("x", 1));
  stop();
  setText(two, "activities", FIRST, "title", "later");
  expect(changes).toHaveLength(1);
});

test("[P31] the hash is the same whatever the order of the edits, and differs when anything differs", () => {
  const mail = smallPlanReplicas(3);
  mail.docs.forEach((doc, at) => {
    setRegister(doc, "activities", FIRST, "progress", at);
    moveActivity(doc, SECOND, { phase: PHASES[at] ?? "", domain: DOMAINS[1], index: 0 });
    rootMap(doc, "activities").set(`strange-${at}-entry`, { b: [1, null], a: new Uint8Array([at]) });
  });
  mail.deliverAll(true);
  const hashes = mail.docs.map((doc) => contentHash(doc, sha256));
  expect(new Set(hashes).size).toBe(1);
  const [doc] = mail.docs;
  if (doc === undefined) throw new Error("a replica");
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  expect(contentHash(copy, sha256)).toBe(hashes[0]);
  mapIn(entryOf(copy, "activities", THIRD) ?? rootMap(copy, "meta"), "flows")?.set("3", true);
  expect(contentHash(copy, sha256)).not.toBe(hashes[0]);
});

test("[P31] the hash may come later", async () => {
  const doc = smallPlanDoc();
  expect(await contentHash(doc, (text) => Promise.resolve(sha256(text)))).toBe(contentHash(doc, sha256));
});

test("[P31] canonical text has sorted keys, no spaces, and a form for everything", () => {
  expect(canonicalJson({ b: 1, a: { d: "x", c: [true, null] } })).toBe(
    '{"a":{"c":[true,null],"d":"x"},"b":1}',
  );
  const odd = [undefined, Number.NaN, Infinity, -0, 10n, new Uint8Array([1]), new Y.Doc()];
  expect(canonicalJson(odd)).toBe('["undefined","NaN","Infinity",0,"10n",[1],"document"]');
  let deep: unknown = 1;
  for (let depth = 0; depth < 10_000; depth++) deep = [deep];
  expect(canonicalJson(deep)).toContain("too deep");
});

test("[P31] formatting that was put on and taken off leaves no trace", () => {
  const plain = new Y.Doc();
  const marked = new Y.Doc();
  for (const doc of [plain, marked]) doc.getText("t").insert(0, "een twee drie");
  marked.getText("t").format(4, 4, { bold: true });
  expect(canonicalJson(marked.getText("t"))).not.toBe(canonicalJson(plain.getText("t")));
  marked.getText("t").format(4, 4, { bold: null });
  expect(canonicalJson(marked.getText("t"))).toBe(canonicalJson(plain.getText("t")));
});

test("[P33] the doctor finds nothing in a plan that only this product wrote", () => {
  expect(examine(examplePlanDoc())).toEqual([]);
  expect(examine(largePlanDoc(120))).toEqual([]);
});

test("[P33] the doctor names the place of everything that is amiss", () => {
  const doc = smallPlanDoc();
  const entry = (id: string) => entryOf(doc, "activities", id) ?? rootMap(doc, "meta");
  rootMap(doc, "activities").set("no id", new Y.Map());
  rootMap(doc, "goals").set("goal-00001", 5);
  entry(FIRST).set("title", "not shared");
  entry(FIRST).set("status", "finished");
  entry(FIRST).set("surprise", 1);
  entry(SECOND).set("place", [PHASES[0], "domain-gone", "a0"]);
  entry(SECOND).set("acceptedBy", "party-gone-1");
  mapIn(entry(THIRD), "roles")?.set("boss:party-00001", true);
  mapIn(entry(THIRD), "dependsOn")?.set("card-gone-1", true);
  mapIn(entry(THIRD), "steps")?.set("step-000001", new Y.Map([["done", "yes"]]));
  entry(FOURTH).set("place", [PHASES[0], DOMAINS[0], "a2"]);
  expect(examine(doc).map(({ code, root, id, field }) => `${code} ${root} ${id} ${field}`)).toEqual([
    "not-an-entry goals goal-00001 ",
    "not-an-entry activities no id ",
    `unknown-field activities ${FIRST} surprise`,
    `wrong-type activities ${FIRST} title`,
    `invalid-value activities ${FIRST} status`,
    `invalid-key activities ${THIRD} roles/boss:party-00001`,
    `wrong-type activities ${THIRD} steps/step-000001/title`,
    `invalid-value activities ${THIRD} steps/step-000001/done`,
    `dangling activities ${SECOND} acceptedBy`,
    `dangling activities ${THIRD} dependsOn`,
    `unplaced activities ${SECOND} place`,
    `rank-tie activities ${FOURTH} place`,
  ]);
});

test("[P33] the doctor tells of edits that wait for others", () => {
  const source = smallPlanDoc(7);
  const updates: Uint8Array[] = [];
  source.on("update", (update: Uint8Array) => updates.push(update));
  setText(source, "activities", FIRST, "title", "een");
  setText(source, "activities", FIRST, "title", "een twee");
  const doc = smallPlanDoc();
  Y.applyUpdate(doc, updates[1] ?? new Uint8Array());
  expect(examine(doc).map(({ code }) => code)).toContain("pending");
  Y.applyUpdate(doc, updates[0] ?? new Uint8Array());
  expect(examine(doc).map(({ code }) => code)).toEqual(["rank-tie"]);
});

test("[P33] a card in the bin is not unplaced, whatever became of its phase", () => {
  const doc = smallPlanDoc();
  archiveEntry(doc, "activities", FIRST, STAMP);
  archiveEntry(doc, "phases", PHASES[0], STAMP);
  const unplaced = examine(doc).filter(({ code }) => code === "unplaced");
  expect(unplaced.map(({ id }) => id)).toEqual([SECOND, THIRD, FOURTH]);
});
