import { createEntry } from "@planwand/shared/plan/create.ts";
import { examine } from "@planwand/shared/plan/doctor.ts";
import { setItemText, setRegister, setStepDone } from "@planwand/shared/plan/edit-field.ts";
import { canonicalContent } from "@planwand/shared/plan/fingerprint.ts";
import { addItem } from "@planwand/shared/plan/ranked.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { readActivity } from "@planwand/shared/plan/read-live.ts";
import { REGISTER_CHECKS } from "@planwand/shared/plan/registers.ts";
import {
  addDependency,
  removeDependency,
  setAdviser,
  setAudience,
  setFlow,
  setGoal,
  setPersonName,
  setRole,
} from "@planwand/shared/plan/relations.ts";
import { expect, test } from "vitest";
import type * as Y from "yjs";
import { examplePlanDoc, STAMP } from "../../builders/plan-doc.ts";
import { FIRST_CARDS, smallPlanDoc, smallPlanReplicas } from "../../builders/plan-replicas.ts";

const [FIRST, SECOND, THIRD, FOURTH] = FIRST_CARDS;
const PARTY = "party-00001";
const REFUSED = { ok: false, refusal: "not-found" };

function withParty(doc: Y.Doc): Y.Doc {
  createEntry(doc, "parties", PARTY, { rank: "a0", name: "Examenbureau" }, STAMP);
  return doc;
}

function updatesOf(doc: Y.Doc, edit: () => void): number {
  let updates = 0;
  const count = () => updates++;
  doc.on("update", count);
  edit();
  doc.off("update", count);
  return updates;
}

test("[P19] registers take what they may hold and read it back", () => {
  const doc = withParty(smallPlanDoc());
  const waiting = { for: "de leverancier", since: "2026-11-16", party: PARTY };
  expect(setRegister(doc, "activities", FIRST, "status", "blocked").ok).toBe(true);
  expect(setRegister(doc, "activities", FIRST, "waiting", waiting).ok).toBe(true);
  expect(setRegister(doc, "activities", FIRST, "progress", 40).ok).toBe(true);
  expect(setRegister(doc, "activities", FIRST, "start", "2026-11-23").ok).toBe(true);
  expect(setRegister(doc, "activities", FIRST, "riskLevel", "high").ok).toBe(true);
  const set = { status: "blocked", waiting, progress: 40, start: "2026-11-23", riskLevel: "high" };
  expect(readActivity(doc, FIRST)).toMatchObject(set);
  expect(setRegister(doc, "activities", FIRST, "start", null).ok).toBe(true);
  expect(readActivity(doc, FIRST)?.start).toBeNull();
  expect(setRegister(doc, "meta", "meta", "language", "en").ok).toBe(true);
  expect(toPlan(doc).language).toBe("en");
});

test("[P19] the value that a register has already writes nothing, and an unknown entry is refused", () => {
  const doc = smallPlanDoc();
  setRegister(doc, "activities", FIRST, "end", "2026-11-23");
  expect(updatesOf(doc, () => setRegister(doc, "activities", FIRST, "end", "2026-11-23"))).toBe(0);
  expect(updatesOf(doc, () => setRegister(doc, "activities", FIRST, "start", null))).toBe(0);
  expect(setRegister(doc, "activities", "unknown-card", "status", "done")).toEqual(REFUSED);
});

test("[P19] garbage is refused by every register and writes nothing", () => {
  const fields = Object.entries(REGISTER_CHECKS).flatMap(([root, checks]) =>
    Object.entries(checks).map(([field, check]) => ({ name: `${root}.${field}`, check })),
  );
  const garbage = [undefined, {}, [], Number.NaN, -1, 101, 1.5, "no such value!", new Uint8Array(1)];
  const accepted = fields.flatMap(({ name, check }) => garbage.filter(check).map((value) => [name, value]));
  expect(accepted).toEqual([]);
  const doc = smallPlanDoc();
  const before = canonicalContent(doc);
  for (const value of ["2026-02-30", "", "soon"]) {
    expect(setRegister(doc, "activities", FIRST, "start", value)).toEqual({ ok: false, refusal: "invalid" });
  }
  for (const value of [-1, 101, 1.5, Number.NaN]) {
    expect(setRegister(doc, "activities", FIRST, "progress", value)).toEqual({
      ok: false,
      refusal: "invalid",
    });
  }
  expect(canonicalContent(doc)).toBe(before);
});

test("[P19] a step is ticked and renamed", () => {
  const doc = smallPlanDoc();
  const step = { root: "activities", id: FIRST, field: "steps", item: "step-000001" } as const;
  addItem(doc, step, { title: "een", done: false });
  expect(setStepDone(doc, FIRST, step.item, true).ok).toBe(true);
  expect(updatesOf(doc, () => setStepDone(doc, FIRST, step.item, true))).toBe(0);
  expect(setItemText(doc, step, "title", "eerste").ok).toBe(true);
  expect(readActivity(doc, FIRST)?.steps).toEqual([{ id: step.item, title: "eerste", done: true }]);
  expect(setStepDone(doc, FIRST, "step-unknown", true)).toEqual(REFUSED);
  expect(setItemText(doc, { ...step, item: "x" }, "title", "")).toEqual(REFUSED);
});

test("[P20] two people who put different keys in a set both succeed", () => {
  const mail = smallPlanReplicas(2);
  mail.docs.forEach((doc, at) => setFlow(doc, "activities", FIRST, at === 0 ? "3" : "5", true));
  mail.deliverAll();
  for (const doc of mail.docs) expect(readActivity(doc, FIRST)?.flows).toEqual(["3", "5"]);
});

test("[P20] putting in what another takes out at the same time wins, and repeating writes nothing", () => {
  for (const adder of [0, 1]) {
    const mail = smallPlanReplicas(2);
    const [one, two] = adder === 0 ? mail.docs : mail.docs.toReversed();
    if (one === undefined || two === undefined) throw new Error("two replicas");
    setFlow(one, "activities", FIRST, "3", true);
    mail.deliverAll();
    setFlow(one, "activities", FIRST, "3", false);
    setFlow(two, "activities", FIRST, "3", false);
    setFlow(two, "activities", FIRST, "3", true);
    mail.deliverAll();
    for (const doc of mail.docs) expect(readActivity(doc, FIRST)?.flows).toEqual(["3"]);
    expect(updatesOf(one, () => setFlow(one, "activities", FIRST, "3", true))).toBe(0);
    expect(updatesOf(one, () => setFlow(one, "activities", FIRST, "4", false))).toBe(0);
  }
});

test("[P21] a role goes to a party that exists, and its personal name goes with it", () => {
  const doc = withParty(smallPlanDoc());
  expect(setRole(doc, FIRST, "executor", PARTY, true).ok).toBe(true);
  expect(setPersonName(doc, FIRST, "executor", PARTY, "Sam de Vries").ok).toBe(true);
  expect(readActivity(doc, FIRST)).toMatchObject({
    roles: { executor: [PARTY], sponsor: [] },
    names: { [`executor:${PARTY}`]: "Sam de Vries" },
  });
  setPersonName(doc, FIRST, "executor", PARTY, "");
  expect(readActivity(doc, FIRST)?.names).toEqual({});
  setPersonName(doc, FIRST, "executor", PARTY, "Sam de Vries");
  expect(setRole(doc, FIRST, "executor", PARTY, false).ok).toBe(true);
  expect(readActivity(doc, FIRST)).toMatchObject({ roles: { executor: [] } });
  expect(readActivity(doc, FIRST)?.names).toEqual({});
  expect(setRole(doc, FIRST, "executor", "party-unknown", true)).toEqual(REFUSED);
  expect(setRole(doc, "unknown-card", "executor", PARTY, true)).toEqual(REFUSED);
  expect(setPersonName(doc, FIRST, "executor", "party-unknown", "Sam")).toEqual(REFUSED);
});

test("[P20] goals, advisers and audiences are sets of what exists", () => {
  const doc = examplePlanDoc();
  const plan = toPlan(doc);
  const [goal, party] = [plan.goals.at(-1)?.id ?? "", plan.parties.at(-1)?.id ?? ""];
  const [activity, decision, moment] = [plan.activities[0], plan.decisions[0], plan.communications[0]];
  if (!activity || !decision || !moment) throw new Error("the example has these");
  setGoal(doc, activity.id, goal, true);
  setAdviser(doc, decision.id, party, true);
  setAudience(doc, moment.id, party, true);
  const changed = toPlan(doc);
  expect(changed.activities[0]?.goals).toContain(goal);
  expect(changed.decisions[0]?.advisers).toContain(party);
  expect(changed.communications[0]?.audience).toContain(party);
  setGoal(doc, activity.id, goal, false);
  setAdviser(doc, decision.id, party, false);
  setAudience(doc, moment.id, party, false);
  expect(toPlan(doc)).toEqual(plan);
  expect(setGoal(doc, activity.id, "goal-unknown", true)).toEqual(REFUSED);
  expect(setAdviser(doc, decision.id, "party-unknown", true)).toEqual(REFUSED);
  expect(setAudience(doc, "unknown-moment", party, true)).toEqual(REFUSED);
});

test("[P22] a circle of waiting is refused, however long", () => {
  const doc = smallPlanDoc();
  expect(addDependency(doc, FIRST, SECOND).ok).toBe(true);
  expect(addDependency(doc, SECOND, THIRD).ok).toBe(true);
  const before = canonicalContent(doc);
  expect(addDependency(doc, THIRD, FIRST)).toEqual({ ok: false, refusal: "cycle" });
  expect(addDependency(doc, FIRST, FIRST)).toEqual({ ok: false, refusal: "cycle" });
  expect(addDependency(doc, FIRST, "unknown-card")).toEqual(REFUSED);
  expect(addDependency(doc, "unknown-card", FIRST)).toEqual(REFUSED);
  expect(canonicalContent(doc)).toBe(before);
  expect(removeDependency(doc, FIRST, SECOND).ok).toBe(true);
  expect(addDependency(doc, THIRD, FIRST).ok).toBe(true);
});

test("[P22] a circle that two people close together is shown by the doctor", () => {
  const mail = smallPlanReplicas(2);
  const [one, two] = mail.docs;
  if (one === undefined || two === undefined) throw new Error("two replicas");
  addDependency(one, FIRST, SECOND);
  addDependency(two, SECOND, FIRST);
  mail.deliverAll();
  const cycles = examine(one).filter(({ code }) => code === "cycle");
  expect(cycles.map(({ id }) => id)).toEqual([FIRST, SECOND]);
  expect(toPlan(one).activities.filter(({ dependsOn }) => dependsOn.length > 0)).toHaveLength(2);
  expect(addDependency(one, THIRD, FIRST).ok).toBe(true);
  expect(addDependency(one, FOURTH, THIRD).ok).toBe(true);
});
