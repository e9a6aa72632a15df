import { archiveEntry, archiveItem, restoreEntry, restoreItem } from "@planwand/shared/plan/archive.ts";
import { archiveAxis } from "@planwand/shared/plan/axis.ts";
import { createEntry } from "@planwand/shared/plan/create.ts";
import { setRegister, setText } from "@planwand/shared/plan/edit-field.ts";
import { canonicalContent } from "@planwand/shared/plan/fingerprint.ts";
import { moveActivity } from "@planwand/shared/plan/move-activity.ts";
import { archiveParty } from "@planwand/shared/plan/party.ts";
import { addItem } from "@planwand/shared/plan/ranked.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { readActivity } from "@planwand/shared/plan/read-live.ts";
import { setPersonName, setRole } from "@planwand/shared/plan/relations.ts";
import { expect, test } from "vitest";
import { examplePlanDoc, STAMP } from "../../builders/plan-doc.ts";
import {
  DOMAINS,
  FIRST_CARDS,
  PHASES,
  smallPlanDoc,
  smallPlanReplicas,
} from "../../builders/plan-replicas.ts";

const [FIRST, SECOND] = FIRST_CARDS;
const NOT_FOUND = { ok: false, refusal: "not-found" };

test("[P23] a card comes back from the bin with what others did to it meanwhile", () => {
  const mail = smallPlanReplicas(2);
  const [one, two] = mail.docs;
  if (one === undefined || two === undefined) throw new Error("two replicas");
  archiveEntry(one, "activities", FIRST, STAMP);
  setText(two, "activities", FIRST, "title", "Net op tijd");
  moveActivity(two, FIRST, { phase: PHASES[1], domain: DOMAINS[1], index: 0 });
  mail.deliverAll();
  expect(toPlan(two).activities.map(({ id }) => id)).not.toContain(FIRST);
  restoreEntry(two, "activities", FIRST);
  mail.deliverAll();
  expect(toPlan(one).activities.find(({ id }) => id === FIRST)).toMatchObject({
    title: "Net op tijd",
    what: "wat",
    phase: PHASES[1],
    domain: DOMAINS[1],
  });
});

test("[P23] archiving again keeps the first stamp, restoring again changes nothing", () => {
  const doc = smallPlanDoc();
  archiveEntry(doc, "activities", FIRST, { by: "first", at: 1 });
  const archived = canonicalContent(doc);
  archiveEntry(doc, "activities", FIRST, { by: "second", at: 2 });
  expect(canonicalContent(doc)).toBe(archived);
  restoreEntry(doc, "activities", FIRST);
  const restored = canonicalContent(doc);
  expect(restoreEntry(doc, "activities", FIRST).ok).toBe(true);
  expect(canonicalContent(doc)).toBe(restored);
  expect(archiveEntry(doc, "activities", "unknown-card", STAMP)).toEqual(NOT_FOUND);
  expect(restoreEntry(doc, "goals", FIRST)).toEqual(NOT_FOUND);
});

test("[P23] a step is put away and brought back", () => {
  const doc = smallPlanDoc();
  const step = { root: "activities", id: FIRST, field: "steps", item: "step-000001" } as const;
  addItem(doc, step, { title: "een", done: true });
  archiveItem(doc, step, STAMP);
  expect(readActivity(doc, FIRST)?.steps).toEqual([]);
  restoreItem(doc, step);
  expect(readActivity(doc, FIRST)?.steps).toEqual([{ id: step.item, title: "een", done: true }]);
  expect(archiveItem(doc, { ...step, item: "step-unknown" }, STAMP)).toEqual(NOT_FOUND);
});

test("[P24] a phase with cards goes to the bin only with a target, which gets the cards in their order", () => {
  const doc = smallPlanDoc();
  moveActivity(doc, SECOND, { phase: PHASES[1], domain: DOMAINS[0], index: 0 });
  const before = canonicalContent(doc);
  expect(archiveAxis(doc, "phases", PHASES[0], null, STAMP)).toEqual({ ok: false, refusal: "in-use" });
  expect(archiveAxis(doc, "phases", PHASES[0], PHASES[0], STAMP)).toEqual(NOT_FOUND);
  expect(archiveAxis(doc, "phases", PHASES[0], "unknown-phase", STAMP)).toEqual(NOT_FOUND);
  expect(archiveAxis(doc, "phases", "unknown-phase", PHASES[0], STAMP)).toEqual(NOT_FOUND);
  expect(canonicalContent(doc)).toBe(before);
  let updates = 0;
  doc.on("update", () => updates++);
  expect(archiveAxis(doc, "phases", PHASES[0], PHASES[1], STAMP).ok).toBe(true);
  expect(updates).toBe(1);
  const plan = toPlan(doc);
  expect(plan.activities.map(({ id, phase }) => [id, phase])).toEqual(
    [SECOND, FIRST, FIRST_CARDS[2], FIRST_CARDS[3]].map((id) => [id, PHASES[1]]),
  );
  expect(plan.phases.map(({ id }) => id)).toEqual([PHASES[1], PHASES[2]]);
  expect(archiveAxis(doc, "phases", PHASES[1], PHASES[0], STAMP)).toEqual(NOT_FOUND);
});

test("[P24] the cards keep their order, cell by cell", () => {
  const doc = smallPlanDoc();
  FIRST_CARDS.forEach((id) => moveActivity(doc, id, { phase: PHASES[0], domain: DOMAINS[0], index: 0 }));
  moveActivity(doc, FIRST_CARDS[3], { phase: PHASES[0], domain: DOMAINS[1], index: 0 });
  archiveAxis(doc, "phases", PHASES[0], PHASES[1], STAMP);
  archiveAxis(doc, "domains", DOMAINS[1], DOMAINS[0], STAMP);
  expect(toPlan(doc).activities.map(({ id }) => id)).toEqual([FIRST_CARDS[2], SECOND, FIRST, FIRST_CARDS[3]]);
});

test("[P24] the cards of several cells that become one keep the order of the cells", () => {
  const doc = smallPlanDoc();
  moveActivity(doc, FIRST, { phase: PHASES[2], domain: DOMAINS[0], index: 0 });
  archiveAxis(doc, "domains", DOMAINS[0], DOMAINS[1], STAMP);
  expect(toPlan(doc).activities.map(({ id }) => id)).toEqual([...FIRST_CARDS.slice(1), FIRST]);
});

test("[P24] an empty domain goes without a target; a card moved there meanwhile is in Niet ingedeeld", () => {
  const mail = smallPlanReplicas(2);
  const [one, two] = mail.docs;
  if (one === undefined || two === undefined) throw new Error("two replicas");
  expect(archiveAxis(one, "domains", DOMAINS[1], null, STAMP).ok).toBe(true);
  moveActivity(two, FIRST, { phase: PHASES[0], domain: DOMAINS[1], index: 0 });
  mail.deliverAll();
  for (const doc of mail.docs)
    expect(toPlan(doc).activities.at(-1)).toMatchObject({ id: FIRST, domain: null });
  expect(archiveAxis(one, "domains", DOMAINS[0], null, STAMP)).toEqual({ ok: false, refusal: "in-use" });
});

test("[P25] a party that is named somewhere goes only with another in its place, everywhere", () => {
  const doc = examplePlanDoc();
  const plan = toPlan(doc);
  const { decider } = plan.decisions[0] ?? {};
  const other = plan.parties.find(({ id }) => id !== decider)?.id;
  if (!decider || !other) throw new Error("the example has these");
  expect(archiveParty(doc, decider, null, STAMP)).toEqual({ ok: false, refusal: "in-use" });
  expect(archiveParty(doc, decider, "party-unknown", STAMP)).toEqual(NOT_FOUND);
  expect(archiveParty(doc, decider, decider, STAMP)).toEqual(NOT_FOUND);
  expect(archiveParty(doc, "party-unknown", other, STAMP)).toEqual(NOT_FOUND);
  expect(toPlan(doc)).toEqual(plan);
  expect(archiveParty(doc, decider, other, STAMP).ok).toBe(true);
  const changed = toPlan(doc);
  const lists = (value: Pick<typeof plan, "activities" | "decisions" | "communications">) =>
    JSON.stringify([value.activities, value.decisions, value.communications]);
  expect(lists(changed)).not.toContain(decider);
  expect(changed.decisions[0]?.decider).toBe(other);
  expect(changed.bin.map(({ id }) => id)).toEqual([decider]);
});

test("[P25] names, waiting and acceptance follow; what is in the bin does not hold a party back", () => {
  const doc = smallPlanDoc();
  const [party, other] = ["party-00001", "party-00002"];
  for (const id of [party, other]) createEntry(doc, "parties", id, { rank: "a0", name: id }, STAMP);
  setRole(doc, FIRST, "executor", party, true);
  setPersonName(doc, FIRST, "executor", party, "Sam de Vries");
  setRegister(doc, "activities", FIRST, "waiting", { for: "x", since: null, party });
  setRegister(doc, "activities", FIRST, "acceptedBy", party);
  setRole(doc, SECOND, "sponsor", party, true);
  archiveEntry(doc, "activities", SECOND, STAMP);
  archiveParty(doc, party, other, STAMP);
  expect(readActivity(doc, FIRST)).toMatchObject({
    roles: { executor: [other] },
    waiting: { party: other },
    acceptedBy: other,
  });
  expect(readActivity(doc, FIRST)?.names).toEqual({});
  expect(readActivity(doc, SECOND)?.roles.sponsor).toEqual([party]);
  restoreEntry(doc, "parties", party);
  expect(archiveParty(doc, party, null, STAMP).ok).toBe(true);
});

test("[P25] a party that is named nowhere goes by itself", () => {
  const doc = smallPlanDoc();
  createEntry(doc, "parties", "party-00001", { rank: "a0", name: "Examenbureau" }, STAMP);
  expect(archiveParty(doc, "party-00001", null, STAMP).ok).toBe(true);
  expect(toPlan(doc).parties).toEqual([]);
});
