import { addActivity, duplicateActivity } from "@planwand/shared/plan/activity.ts";
import { archiveEntry } from "@planwand/shared/plan/archive.ts";
import { entryOf } from "@planwand/shared/plan/entry.ts";
import { canonicalContent } from "@planwand/shared/plan/fingerprint.ts";
import { cardsInCell, moveActivity } from "@planwand/shared/plan/move-activity.ts";
import { addEntry, addItem, moveEntry, moveItem } from "@planwand/shared/plan/ranked.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { readActivity } from "@planwand/shared/plan/read-live.ts";
import { setLink, setRegister, setText } from "@planwand/shared/plan/edit-field.ts";
import { expect, test } from "vitest";
import type * as Y from "yjs";
import { countingIds, examplePlanDoc, STAMP } from "../../builders/plan-doc.ts";
import {
  DOMAINS,
  FIRST_CARDS,
  PHASES,
  smallPlanDoc,
  smallPlanReplicas,
} from "../../builders/plan-replicas.ts";

const [FIRST, SECOND, THIRD, FOURTH] = FIRST_CARDS;
const HOME = { phase: PHASES[0], domain: DOMAINS[0] };
const cards = (doc: Y.Doc, cell: { phase: string; domain: string } = HOME) =>
  cardsInCell(doc, cell).map(({ id }) => id);

/** How many updates and which registers an edit writes. */
function written(doc: Y.Doc, edit: () => void): { updates: number; places: string[] } {
  const places: string[] = [];
  let updates = 0;
  const stops = FIRST_CARDS.map((id) => {
    const entry = entryOf(doc, "activities", id);
    const listen = (event: Y.YMapEvent<unknown>) => {
      for (const key of event.keysChanged) places.push(`${id} ${String(key)}`);
    };
    entry?.observe(listen);
    return () => entry?.unobserve(listen);
  });
  const count = () => updates++;
  doc.on("update", count);
  edit();
  doc.off("update", count);
  for (const stop of stops) stop();
  return { updates, places: places.sort() };
}

test("[P13] a move writes one register and puts the card at the index", () => {
  const doc = smallPlanDoc();
  const to = { phase: PHASES[1], domain: DOMAINS[1], index: 0 };
  expect(written(doc, () => moveActivity(doc, FOURTH, to))).toEqual({
    updates: 1,
    places: [`${FOURTH} place`],
  });
  moveActivity(doc, THIRD, { ...to, index: 1 });
  moveActivity(doc, FIRST, { ...to, index: 1 });
  moveActivity(doc, SECOND, { ...to, index: 99 });
  expect(cards(doc, to)).toEqual([FOURTH, FIRST, THIRD, SECOND]);
  expect(cards(doc)).toEqual([]);
});

test("[P13] a move between tied cards heals the tie in the same transaction", () => {
  const doc = smallPlanDoc();
  const moved = written(doc, () => moveActivity(doc, FOURTH, { ...HOME, index: 1 }));
  expect(moved).toEqual({ updates: 1, places: [`${SECOND} place`, `${FOURTH} place`] });
  expect(cards(doc)).toEqual([FIRST, FOURTH, SECOND, THIRD]);
  expect(new Set(cardsInCell(doc, HOME).map(({ rank }) => rank)).size).toBe(4);
});

test("[P13] cards in the bin do not count for the index", () => {
  const doc = smallPlanDoc();
  archiveEntry(doc, "activities", SECOND, STAMP);
  moveActivity(doc, FOURTH, { ...HOME, index: 1 });
  expect(cards(doc)).toEqual([FIRST, FOURTH, THIRD]);
});

test("[P14] a move to where the card is writes nothing, and so does a refused one", () => {
  const doc = smallPlanDoc();
  archiveEntry(doc, "phases", PHASES[2], STAMP);
  const before = canonicalContent(doc);
  expect(moveActivity(doc, SECOND, { ...HOME, index: 1 })).toEqual({ ok: true, value: false });
  const refused = { ok: false, refusal: "not-found" };
  expect(moveActivity(doc, "unknown-card", { ...HOME, index: 0 })).toEqual(refused);
  expect(moveActivity(doc, "", { ...HOME, index: 0 })).toEqual(refused);
  expect(moveActivity(doc, FIRST, { ...HOME, phase: "unknown-phase", index: 0 })).toEqual(refused);
  expect(moveActivity(doc, FIRST, { ...HOME, phase: PHASES[2], index: 0 })).toEqual(refused);
  expect(moveActivity(doc, FIRST, { ...HOME, domain: "__proto__", index: 0 })).toEqual(refused);
  expect(canonicalContent(doc)).toBe(before);
});

test("[P15] a card that one moves and another writes in keeps both", () => {
  const mail = smallPlanReplicas(2);
  const [one, two] = mail.docs;
  if (one === undefined || two === undefined) throw new Error("two replicas");
  moveActivity(one, FIRST, { phase: PHASES[2], domain: DOMAINS[1], index: 0 });
  setText(two, "activities", FIRST, "title", "Getypt tijdens het slepen");
  mail.deliverAll();
  for (const doc of mail.docs) {
    expect(readActivity(doc, FIRST)).toMatchObject({
      title: "Getypt tijdens het slepen",
      place: [PHASES[2], DOMAINS[1], "a0"],
    });
  }
});

test("[P16] a new card comes at the end of its cell or at the index asked for", () => {
  const doc = smallPlanDoc();
  expect(addActivity(doc, "card-000005", HOME, { title: "Vijf" }, STAMP)).toEqual({
    ok: true,
    value: "card-000005",
  });
  addActivity(doc, "card-000006", { ...HOME, index: 1 }, { title: "Zes" }, STAMP);
  expect(cards(doc)).toEqual([FIRST, "card-000006", SECOND, THIRD, FOURTH, "card-000005"]);
  expect(readActivity(doc, "card-000006")).toMatchObject({
    title: "Zes",
    status: "idea",
    priority: "normal",
  });
  const before = canonicalContent(doc);
  const elsewhere = { phase: "unknown-phase", domain: DOMAINS[0] };
  expect(addActivity(doc, "card-000007", elsewhere, {}, STAMP)).toEqual({ ok: false, refusal: "not-found" });
  expect(addActivity(doc, FIRST, HOME, {}, STAMP)).toEqual({ ok: false, refusal: "exists" });
  expect(addActivity(doc, "7", HOME, {}, STAMP)).toEqual({ ok: false, refusal: "invalid" });
  expect(canonicalContent(doc)).toBe(before);
});

test("[P17] a copy comes below its source with what was planned and not what happened", () => {
  const doc = examplePlanDoc();
  const source = toPlan(doc).activities.find(
    (activity) => activity.status === "done" && activity.order === 1,
  );
  if (source === undefined) throw new Error("the example has one");
  const copied = duplicateActivity(doc, source.id, { title: "Kopie", newId: countingIds("copied") }, STAMP);
  if (!copied.ok) throw new Error(copied.refusal);
  const copy = toPlan(doc).activities.find(({ id }) => id === copied.value);
  expect(copy).toEqual({
    ...source,
    id: copied.value,
    order: 2,
    title: "Kopie",
    status: "planned",
    progress: 0,
    steps: source.steps.map((step, at) => ({ ...step, id: copy?.steps[at]?.id, done: false })),
  });
  setRegister(doc, "activities", source.id, "acceptedBy", "party-00001");
  setRegister(doc, "activities", source.id, "acceptedOn", "2026-11-23");
  setRegister(doc, "activities", source.id, "waiting", { for: "x", since: null, party: null });
  setRegister(doc, "activities", source.id, "status", "idea");
  const again = duplicateActivity(doc, source.id, { title: "Idee", newId: countingIds("again") }, STAMP);
  expect(again.ok && readActivity(doc, again.value)).toMatchObject({
    status: "idea",
    acceptedBy: null,
    acceptedOn: null,
    waiting: null,
  });
  expect(duplicateActivity(doc, "unknown-card", { title: "", newId: countingIds() }, STAMP)).toEqual({
    ok: false,
    refusal: "not-found",
  });
});

test("[P18] entries are added at the end or an index, and moved", () => {
  const doc = smallPlanDoc();
  const names = () => toPlan(doc).phases.map(({ name }) => name);
  addEntry(doc, "phases", "phase-00004", { name: "vier", start: "2026-11-23" }, STAMP);
  addEntry(doc, "phases", "phase-00000", { name: "nul" }, STAMP, 0);
  expect(names()).toEqual(["nul", ...PHASES, "vier"]);
  expect(moveEntry(doc, "phases", "phase-00000", 2).ok).toBe(true);
  expect(names()).toEqual([PHASES[0], PHASES[1], "nul", PHASES[2], "vier"]);
  expect(addEntry(doc, "phases", "phase-00004", {}, STAMP)).toEqual({ ok: false, refusal: "exists" });
  expect(addEntry(doc, "goals", "x", {}, STAMP)).toEqual({ ok: false, refusal: "invalid" });
  expect(moveEntry(doc, "goals", "phase-00004", 0)).toEqual({ ok: false, refusal: "not-found" });
});

test("[P18] a tie that two people made together is healed by the next one who adds there", () => {
  const mail = smallPlanReplicas(2);
  mail.docs.forEach((doc, at) => addEntry(doc, "goals", `goal-0000${at}`, { title: `${at}` }, STAMP));
  mail.deliverAll();
  const [doc] = mail.docs;
  if (doc === undefined) throw new Error("a replica");
  addEntry(doc, "goals", "goal-00009", { title: "between" }, STAMP, 1);
  expect(toPlan(doc).goals.map(({ title }) => title)).toEqual(["0", "between", "1"]);
});

test("[P18] steps, links and options are added at the end or an index, and moved", () => {
  const doc = smallPlanDoc();
  const step = (item: string) => ({ root: "activities", id: FIRST, field: "steps", item }) as const;
  addItem(doc, step("step-000001"), { title: "een", done: false });
  addItem(doc, step("step-000002"), { title: "twee", done: true });
  addItem(doc, step("step-000003"), { title: "drie", done: false }, 1);
  moveItem(doc, step("step-000001"), 9);
  expect(readActivity(doc, FIRST)?.steps.map(({ title }) => title)).toEqual(["drie", "twee", "een"]);
  const link = { root: "activities", id: FIRST, field: "links", item: "link-000001" } as const;
  addItem(doc, link, { title: "Site", url: "https://example.nl" });
  const evil = { title: "Kwaad", url: "javascript:alert(1)" };
  expect(addItem(doc, { ...link, item: "link-000002" }, evil)).toEqual({ ok: false, refusal: "invalid" });
  expect(setLink(doc, FIRST, link.item, { title: "Anders", url: "http://example.nl" }).ok).toBe(true);
  expect(setLink(doc, FIRST, link.item, evil)).toEqual({ ok: false, refusal: "invalid" });
  expect(setLink(doc, FIRST, "link-unknown", evil)).toEqual({ ok: false, refusal: "not-found" });
  expect(readActivity(doc, FIRST)?.links).toEqual([
    { id: "link-000001", title: "Anders", url: "http://example.nl" },
  ]);
  addEntry(doc, "decisions", "decision-01", { question: "Welke?" }, STAMP);
  const option = { root: "decisions", id: "decision-01", field: "options", item: "option-0001" } as const;
  addItem(doc, option, { title: "Klein", pros: "snel", cons: "" });
  expect(toPlan(doc).decisions[0]?.options).toEqual([
    { id: "option-0001", title: "Klein", pros: "snel", cons: "" },
  ]);
  expect(addItem(doc, option, { title: "", pros: "", cons: "" })).toEqual({ ok: false, refusal: "exists" });
  expect(moveItem(doc, step("step-unknown"), 0)).toEqual({ ok: false, refusal: "not-found" });
  expect(addItem(doc, { ...step("step-000009"), id: "unknown-card" }, { title: "", done: false })).toEqual({
    ok: false,
    refusal: "not-found",
  });
});
