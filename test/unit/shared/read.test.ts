import { addActivity } from "@planwand/shared/plan/activity.ts";
import { createEntry } from "@planwand/shared/plan/create.ts";
import { archiveEntry, restoreEntry } from "@planwand/shared/plan/archive.ts";
import { entryOf, mapIn, rootMap } from "@planwand/shared/plan/entry.ts";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import { moveActivity } from "@planwand/shared/plan/move-activity.ts";
import { progressFor } from "@planwand/shared/plan/progress.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { readActivity } from "@planwand/shared/plan/read-live.ts";
import { setPersonName, setRole } from "@planwand/shared/plan/relations.ts";
import { ACTIVITY_STATUSES, type Plan } from "@planwand/shared/plan/schema.ts";
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

const cellsOf = (plan: Plan) =>
  plan.activities.map(({ id, phase, domain, order }) => [id, phase, domain, order]);

test("[P7] a card moved by two people ends in one cell that both see", () => {
  for (const first of [0, 1]) {
    const mail = smallPlanReplicas(2);
    mail.docs.forEach((doc, at) =>
      moveActivity(doc, FIRST, { phase: PHASES[at + 1] ?? "", domain: DOMAINS[at] ?? "", index: 0 }),
    );
    mail.deliver(first, 0, true);
    mail.deliverAll();
    const places = mail.docs.map((doc) => readActivity(doc, FIRST)?.place.slice(0, 2).join(" "));
    expect(places[0]).toBe(places[1]);
    expect([`${PHASES[1]} ${DOMAINS[0]}`, `${PHASES[2]} ${DOMAINS[1]}`]).toContain(places[0]);
    for (const doc of mail.docs)
      expect(toPlan(doc).activities.filter(({ id }) => id === FIRST)).toHaveLength(1);
  }
});

test("[P9] unknown and archived phases and domains put a card in Niet ingedeeld, last", () => {
  const doc = smallPlanDoc();
  const place = (id: string, value: unknown) => entryOf(doc, "activities", id)?.set("place", value);
  moveActivity(doc, FIRST, { phase: PHASES[1], domain: DOMAINS[0], index: 0 });
  place(SECOND, ["phase-unknown", DOMAINS[0], "a0"]);
  place(THIRD, "nowhere");
  archiveEntry(doc, "phases", PHASES[1], STAMP);
  expect(cellsOf(toPlan(doc))).toEqual([
    [FOURTH, PHASES[0], DOMAINS[0], 1],
    [THIRD, null, null, 1],
    [FIRST, null, null, 2],
    [SECOND, null, null, 3],
  ]);
  restoreEntry(doc, "phases", PHASES[1]);
  expect(cellsOf(toPlan(doc))[1]).toEqual([FIRST, PHASES[1], DOMAINS[0], 1]);
  archiveEntry(doc, "domains", DOMAINS[0], STAMP);
  archiveEntry(doc, "activities", FOURTH, STAMP);
  const plan = toPlan(doc);
  expect(plan.activities.every(({ phase, domain }) => phase === null && domain === null)).toBe(true);
  expect(plan.activities.length + plan.bin.filter(({ root }) => root === "activities").length).toBe(4);
});

test("[P10] activities are in order of phase, domain, rank, id and numbered in their cell", () => {
  const doc = smallPlanDoc();
  expect(cellsOf(toPlan(doc)).map(([id]) => id)).toEqual([...FIRST_CARDS]);
  moveActivity(doc, FIRST, { phase: PHASES[2], domain: DOMAINS[0], index: 0 });
  moveActivity(doc, FOURTH, { phase: PHASES[0], domain: DOMAINS[1], index: 0 });
  expect(cellsOf(toPlan(doc))).toEqual([
    [SECOND, PHASES[0], DOMAINS[0], 1],
    [THIRD, PHASES[0], DOMAINS[0], 2],
    [FOURTH, PHASES[0], DOMAINS[1], 1],
    [FIRST, PHASES[2], DOMAINS[0], 1],
  ]);
  const large = toPlan(largePlanDoc(300));
  expect(large.activities).toHaveLength(300);
  const keys = large.activities.map(
    ({ phase, domain, order }) =>
      large.phases.findIndex(({ id }) => id === phase) * 1e6 +
      large.domains.findIndex(({ id }) => id === domain) * 1e3 +
      order,
  );
  expect(keys).toEqual(keys.toSorted((a, b) => a - b));
  expect(new Set(keys).size).toBe(300);
});

test("[P10] sets are in order of id, whoever put what in first", () => {
  const doc = examplePlanDoc();
  const { activities, parties } = toPlan(doc);
  const [activity] = activities;
  for (const party of parties.toReversed()) setRole(doc, activity?.id ?? "", "informed", party.id, true);
  const informed = toPlan(doc).activities[0]?.roles.informed ?? [];
  expect(informed).toEqual(parties.map(({ id }) => id).sort());
});

test("[P11] a reference to what is in the bin is absent and comes back with it", () => {
  const doc = examplePlanDoc();
  const whole = toPlan(doc);
  const decision = whole.decisions.find(({ activity, advisers }) => activity !== null && advisers.length > 0);
  const activity = whole.activities.find(({ dependsOn, goals }) => dependsOn.length > 0 && goals.length > 0);
  const moment = whole.communications.find((entry) => entry.activity !== null && entry.phase !== null);
  if (!decision?.activity || !decision.decider || !activity || !moment?.sender)
    throw new Error("the example has these");
  const removed = [
    ["parties", decision.decider],
    ["parties", moment.sender],
    ["activities", decision.activity],
    ["activities", activity.dependsOn[0] ?? ""],
    ["goals", activity.goals[0] ?? ""],
    ["phases", moment.phase ?? ""],
  ] as const;
  for (const [root, id] of removed) archiveEntry(doc, root, id, STAMP);
  const gone = JSON.stringify({ ...toPlan(doc), bin: [] });
  for (const [, id] of removed) expect(gone).not.toContain(id);
  for (const [root, id] of removed) restoreEntry(doc, root, id);
  expect(toPlan(doc)).toEqual(whole);
});

test("[P11] personal names, replaced decisions and empty cells go and come with what they are about", () => {
  const doc = smallPlanDoc();
  createEntry(doc, "parties", "party-00001", { rank: "a0" }, STAMP);
  createEntry(doc, "decisions", "decision-01", { rank: "a0" }, STAMP);
  createEntry(doc, "decisions", "decision-02", { rank: "a1", replaces: "decision-01" }, STAMP);
  createEntry(
    doc,
    "cells",
    "cell-000001",
    { phase: PHASES[2], domain: DOMAINS[1], emptyReason: "niets" },
    STAMP,
  );
  setRole(doc, FIRST, "executor", "party-00001", true);
  setPersonName(doc, FIRST, "executor", "party-00001", "Sam de Vries");
  const whole = toPlan(doc);
  expect(whole.cells).toEqual([
    { id: "cell-000001", phase: PHASES[2], domain: DOMAINS[1], emptyReason: "niets" },
  ]);
  expect(whole.decisions[1]?.replaces).toBe("decision-01");
  const removed = [
    ["parties", "party-00001"],
    ["decisions", "decision-01"],
    ["phases", PHASES[2]],
  ] as const;
  for (const [root, id] of removed) archiveEntry(doc, root, id, STAMP);
  const plan = toPlan(doc);
  expect(plan.activities.find(({ id }) => id === FIRST)?.names).toEqual({});
  expect(plan.decisions[0]).toMatchObject({ id: "decision-02", replaces: null });
  expect(plan.cells).toEqual([]);
  for (const [root, id] of removed) restoreEntry(doc, root, id);
  expect(toPlan(doc)).toEqual(whole);
});

test("[P12] progress goes with status and the estimate is kept", () => {
  expect(ACTIVITY_STATUSES.map((status) => progressFor(status, 0))).toEqual([0, 0, 0, 0, 100, 0]);
  expect(ACTIVITY_STATUSES.map((status) => progressFor(status, 60))).toEqual([0, 0, 60, 60, 100, 60]);
  expect(ACTIVITY_STATUSES.map((status) => progressFor(status, 100))).toEqual([0, 0, 99, 100, 100, 100]);
  const doc = smallPlanDoc();
  const progress = () => readActivity(doc, FIRST)?.progress;
  setRegister(doc, "activities", FIRST, "status", "active");
  setRegister(doc, "activities", FIRST, "progress", 60);
  setRegister(doc, "activities", FIRST, "status", "done");
  expect(progress()).toBe(100);
  setRegister(doc, "activities", FIRST, "status", "active");
  expect(progress()).toBe(60);
});

test("[P10] the bin lists what is in it, the latest first", () => {
  const doc = smallPlanDoc();
  addActivity(doc, "card-000005", { phase: PHASES[0], domain: DOMAINS[0] }, { title: "Vijf" }, STAMP);
  archiveEntry(doc, "activities", "card-000005", { by: "someone", at: 5 });
  archiveEntry(doc, "phases", PHASES[2], { by: "someone", at: 7 });
  expect(toPlan(doc).bin).toEqual([
    { root: "phases", id: PHASES[2], title: PHASES[2], archived: { by: "someone", at: 7 } },
    { root: "activities", id: "card-000005", title: "Vijf", archived: { by: "someone", at: 5 } },
  ]);
});

test("[P8] an empty document reads as an empty plan", () => {
  const plan = toPlan(new Y.Doc());
  expect(plan).toMatchObject({ schema: 0, language: "nl", title: "", ambition: "", activities: [], bin: [] });
});

test("[P8] each garbage value reads as its default", () => {
  const doc = smallPlanDoc();
  const entry = entryOf(doc, "activities", FIRST);
  if (entry === null) throw new Error("the card is there");
  const garbage = {
    status: "finished",
    progress: Number.NaN,
    priority: 3,
    start: "2026-02-30",
    end: "soon",
    waiting: { for: 3 },
    riskLevel: ["high"],
    acceptedBy: "x",
    acceptedOn: 20261123,
    title: 5,
    what: "text",
    place: [PHASES[0], DOMAINS[0], "a0", "extra"],
    surprise: new Y.Array(),
  };
  for (const [field, value] of Object.entries(garbage)) entry.set(field, value);
  for (const field of ["roles", "dependsOn", "flows", "names"]) {
    for (const key of ["__proto__", "constructor", "executor:x", "boss:party-00001", "9"]) {
      mapIn(entry, field)?.set(key, true);
    }
  }
  mapIn(entry, "dependsOn")?.set(SECOND, "yes");
  mapIn(entry, "dependsOn")?.set(FIRST, true);
  entryOf(doc, "activities", THIRD)?.set("place", [PHASES[0], 5, "a0"]);
  expect(readActivity(doc, THIRD)?.place).toEqual(["", "", "a0"]);
  mapIn(entry, "steps")?.set("step-000001", "not a step");
  mapIn(entry, "names")?.set("executor:party-00001", 4);
  rootMap(doc, "activities").set("not an id", new Y.Map());
  rootMap(doc, "activities").set("valid-id-001", "not a map");
  expect(toPlan(doc).activities.find(({ id }) => id === FIRST)).toMatchObject({
    phase: null,
    domain: null,
    title: "",
    what: "",
    status: "idea",
    waiting: null,
    progress: 0,
    priority: "normal",
    start: null,
    end: null,
    roles: { sponsor: [], executor: [], codecider: [], consulted: [], informed: [] },
    dependsOn: [],
    steps: [],
    flows: [],
    riskLevel: null,
    acceptedBy: null,
    acceptedOn: null,
  });
  expect(toPlan(doc).activities).toHaveLength(4);
  expect([readActivity(doc, FIRST)?.rich, readActivity(doc, FIRST)?.names]).toEqual([{}, {}]);
});
