import { archiveEntry, archiveItem, restoreEntry, restoreItem } from "@planwand/shared/plan/archive.ts";
import { archiveAxis } from "@planwand/shared/plan/axis.ts";
import { createEntry } from "@planwand/shared/plan/create.ts";
import { setRegister, setText } from "@planwand/shared/plan/edit-field.ts";
import { canonicalContent } from "@planwand/shared/plan/fingerprint.ts";
import { moveActivity } from "@planwand/shared/plan/move-activity.ts";
import { archiveParty } from "@planwand/shared/plan/party.ts";
import { purgeBin } from "@planwand/shared/plan/purge.ts";
import { addItem } from "@planwand/shared/plan/ranked.ts";
import { readBinned, readGone } from "@planwand/shared/plan/read-bin.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { readActivity } from "@planwand/shared/plan/read-live.ts";
import { setAdviser, setPersonName, setRole } from "@planwand/shared/plan/relations.ts";
import { restoreEntryFrom } from "@planwand/shared/plan/restore.ts";
import { expect, test } from "vitest";
import * as Y from "yjs";
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
  expect(readActivity(doc, FIRST)?.names).toEqual({ [`executor:${party}`]: "Sam de Vries" });
  archiveEntry(doc, "activities", FIRST, STAMP);
  expect(archiveParty(doc, party, null, STAMP).ok).toBe(true);
});

test("[P25] a party that is named nowhere goes by itself", () => {
  const doc = smallPlanDoc();
  createEntry(doc, "parties", "party-00001", { rank: "a0", name: "Examenbureau" }, STAMP);
  expect(archiveParty(doc, "party-00001", null, STAMP).ok).toBe(true);
  expect(toPlan(doc).parties).toEqual([]);
});

const [PARTY, OTHER, THIRD] = ["party-00001", "party-00002", "party-00003"] as const;

function planWithParties(): Y.Doc {
  const doc = smallPlanDoc();
  for (const id of [PARTY, OTHER, THIRD]) createEntry(doc, "parties", id, { rank: "a0", name: id }, STAMP);
  return doc;
}

const rolesOf = (doc: Y.Doc) => toPlan(doc).activities.find(({ id }) => id === FIRST)?.roles.executor;

test("[P38] the cards of a phase go back to their cells with it; one that somebody moved since stays there", () => {
  const doc = smallPlanDoc();
  const before = toPlan(doc);
  archiveAxis(doc, "phases", PHASES[0], PHASES[1], STAMP);
  restoreEntry(doc, "phases", PHASES[0]);
  expect(toPlan(doc)).toEqual(before);
  archiveAxis(doc, "phases", PHASES[0], PHASES[1], STAMP);
  moveActivity(doc, FIRST, { phase: PHASES[2], domain: DOMAINS[0], index: 0 });
  moveActivity(doc, SECOND, { phase: PHASES[1], domain: DOMAINS[0], index: 9 });
  archiveEntry(doc, "activities", FIRST_CARDS[2], STAMP);
  restoreEntry(doc, "phases", PHASES[0]);
  restoreEntry(doc, "activities", FIRST_CARDS[2]);
  const phaseOf = new Map(toPlan(doc).activities.map(({ id, phase }) => [id, phase]));
  expect(FIRST_CARDS.map((id) => phaseOf.get(id))).toEqual([PHASES[2], PHASES[0], PHASES[0], PHASES[0]]);
});

test("[P38] what went on from one phase to the next comes back from wherever it is", () => {
  const doc = smallPlanDoc();
  const before = toPlan(doc);
  archiveAxis(doc, "phases", PHASES[0], PHASES[1], STAMP);
  archiveAxis(doc, "domains", DOMAINS[0], DOMAINS[1], STAMP);
  archiveAxis(doc, "phases", PHASES[1], PHASES[2], STAMP);
  restoreEntry(doc, "phases", PHASES[0]);
  expect(toPlan(doc).activities.map(({ phase, domain }) => [phase, domain])).toEqual(
    FIRST_CARDS.map(() => [PHASES[0], DOMAINS[1]]),
  );
  restoreEntry(doc, "domains", DOMAINS[0]);
  restoreEntry(doc, "phases", PHASES[1]);
  expect(toPlan(doc)).toEqual(before);
});

test("[P38] a party comes back wherever it was named, with the personal name; what stood there by itself stays", () => {
  const doc = planWithParties();
  setRole(doc, FIRST, "executor", PARTY, true);
  setPersonName(doc, FIRST, "executor", PARTY, "Sam de Vries");
  setRole(doc, FIRST, "executor", THIRD, true);
  setRegister(doc, "activities", FIRST, "waiting", { for: "x", since: null, party: PARTY });
  createEntry(doc, "decisions", "decision-01", { rank: "a0", decider: PARTY }, STAMP);
  setAdviser(doc, "decision-01", PARTY, true);
  const before = toPlan(doc);
  archiveParty(doc, PARTY, OTHER, STAMP);
  archiveParty(doc, OTHER, THIRD, STAMP);
  expect(rolesOf(doc)).toEqual([THIRD]);
  expect(toPlan(doc).decisions[0]?.decider).toBe(THIRD);
  restoreEntry(doc, "parties", PARTY);
  restoreEntry(doc, "parties", OTHER);
  expect(toPlan(doc)).toEqual(before);
});

test("[P38] a party does not come back where somebody took its stand-in out or put another in its place since", () => {
  const doc = planWithParties();
  setRole(doc, FIRST, "executor", PARTY, true);
  createEntry(doc, "decisions", "decision-01", { rank: "a0", decider: PARTY }, STAMP);
  archiveParty(doc, PARTY, OTHER, STAMP);
  setRole(doc, FIRST, "executor", OTHER, false);
  setRegister(doc, "decisions", "decision-01", "decider", THIRD);
  restoreEntry(doc, "parties", PARTY);
  expect(rolesOf(doc)).toEqual([]);
  expect(toPlan(doc).decisions[0]?.decider).toBe(THIRD);
  setRole(doc, FIRST, "executor", PARTY, true);
  archiveParty(doc, PARTY, OTHER, STAMP);
  setPersonName(doc, FIRST, "executor", OTHER, "Iris Bos");
  restoreEntry(doc, "parties", PARTY);
  expect(rolesOf(doc)).toEqual([PARTY, OTHER]);
});

test("[P76] nothing is left of a party that is taken out for good, the personal name included", () => {
  const doc = planWithParties();
  setRole(doc, FIRST, "executor", PARTY, true);
  setPersonName(doc, FIRST, "executor", PARTY, "Sam de Vries");
  archiveParty(doc, PARTY, OTHER, STAMP);
  expect(canonicalContent(doc)).toContain("Sam de Vries");
  purgeBin(doc, copyOf(doc));
  expect(canonicalContent(doc)).not.toContain("Sam de Vries");
  expect(rolesOf(doc)).toEqual([OTHER]);
});

test("[P76] what was out of the bin for a moment stays in it, also when undo put it back under the same stamp", () => {
  const doc = smallPlanDoc();
  createEntry(doc, "goals", "doel-0000001", { title: "Eerder klaar", rank: "a1" }, STAMP);
  archiveEntry(doc, "goals", "doel-0000001", STAMP);
  const past = copyOf(doc);
  restoreEntry(doc, "goals", "doel-0000001");
  archiveEntry(doc, "goals", "doel-0000001", STAMP);
  purgeBin(doc, past);
  for (const one of [doc, past]) expect(canonicalContent(one)).toContain("Eerder klaar");
});

test("[P40] steps, links and options that were taken out are listed while what they belong to is there", () => {
  const doc = smallPlanDoc();
  const step = { root: "activities", id: FIRST, field: "steps", item: "step-000001" } as const;
  const link = { root: "activities", id: FIRST, field: "links", item: "link-000001" } as const;
  addItem(doc, step, { title: "een", done: true });
  addItem(doc, link, { title: "", url: "https://example.nl" });
  expect(readBinned(doc, "activities", FIRST)).toEqual([]);
  archiveItem(doc, step, STAMP);
  archiveItem(doc, link, STAMP);
  expect(readBinned(doc, "activities", FIRST)).toEqual([
    { item: step, title: "een", archived: STAMP },
    { item: link, title: "https://example.nl", archived: STAMP },
  ]);
  archiveEntry(doc, "activities", FIRST, STAMP);
  expect(readBinned(doc, "activities", FIRST)).toEqual([
    { root: "activities", id: FIRST, title: "", archived: STAMP },
  ]);
  expect(readBinned(doc, "goals", FIRST)).toEqual([]);
});

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

test("[P40][P41] what is gone since a moment is put back as it stood then, also after it was taken out for good", () => {
  const doc = examplePlanDoc();
  const past = copyOf(doc);
  const then = toPlan(past);
  const kinds = ["goals", "parties", "activities", "decisions", "communications", "parking"] as const;
  const gone = kinds.flatMap((root) => then[root].slice(0, 1).map(({ id }) => ({ root, id })));
  expect(readGone(past, doc)).toEqual([]);
  for (const { root, id } of gone) archiveEntry(doc, root, id, STAMP);
  setText(doc, "activities", gone.find(({ root }) => root === "activities")?.id ?? "", "title", "Later");
  expect(readGone(past, doc).map(({ root, id }) => ({ root, id }))).toEqual(
    expect.arrayContaining(gone.map((one) => expect.objectContaining(one))),
  );
  const purged = copyOf(doc);
  purgeBin(purged, copyOf(purged));
  for (const now of [doc, purged]) {
    for (const { root, id } of gone) {
      expect(restoreEntryFrom(now, past, root, id, STAMP).ok).toBe(true);
      expect(restoreEntryFrom(now, past, root, id, STAMP)).toEqual({ ok: false, refusal: "exists" });
    }
    expect(restoreEntryFrom(now, past, "goals", "goal-unknown", STAMP)).toEqual(NOT_FOUND);
    expect(toPlan(now)).toEqual(then);
  }
});
