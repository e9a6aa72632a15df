import { addActivity, duplicateActivity } from "@planwand/shared/plan/activity.ts";
import { archiveEntry, restoreEntry } from "@planwand/shared/plan/archive.ts";
import { archiveAxis } from "@planwand/shared/plan/axis.ts";
import { examine } from "@planwand/shared/plan/doctor.ts";
import { setRegister, setText } from "@planwand/shared/plan/edit-field.ts";
import { entryOf, mapIn, rootMap } from "@planwand/shared/plan/entry.ts";
import { canonicalContent } from "@planwand/shared/plan/fingerprint.ts";
import { moveActivity } from "@planwand/shared/plan/move-activity.ts";
import { archiveParty } from "@planwand/shared/plan/party.ts";
import { addItem, moveEntry } from "@planwand/shared/plan/ranked.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { addDependency } from "@planwand/shared/plan/relations.ts";
import { ACTIVITY_STATUSES, FIELDS, ITEM_FIELDS, ROOTS } from "@planwand/shared/plan/schema.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { countingIds, STAMP } from "../builders/plan-doc.ts";
import { DOMAINS, FIRST_CARDS, PHASES, smallPlanDoc } from "../builders/plan-replicas.ts";
import { cases } from "../builders/run-length.ts";

const RUNS = cases(20_000, 0.05);

const IDS = [...FIRST_CARDS, ...PHASES, ...DOMAINS, "constructor", "__proto__", "hasOwnProperty", "x", ""];
const fieldNames = [
  ...[...Object.values(FIELDS), ...Object.values(ITEM_FIELDS)].flatMap((fields) => Object.keys(fields)),
  "place:was",
  "decider:was",
];

/** Any plain value that an update can carry. */
const plain = fc.oneof(
  fc.anything({ maxDepth: 2, withBigInt: false }).filter(isCarried),
  fc.constantFrom<unknown>(null, undefined, Number.NaN, 10n, "", "done", "a0", "2026-11-23", [
    PHASES[0],
    DOMAINS[0],
    "",
  ]),
  fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS), fc.string()),
  fc.constantFrom(...IDS),
  fc.constantFrom<unknown>(
    { by: FIRST_CARDS[0], added: true },
    { by: FIRST_CARDS[1], added: true, name: "A" },
    { is: FIRST_CARDS[0], was: [FIRST_CARDS[1]] },
    { cell: [PHASES[0], DOMAINS[0]], left: [{ axis: "phases", id: PHASES[0], rank: "a0" }] },
  ),
);

/** A shared type where something else should be. */
const shared = fc.constantFrom<() => unknown>(
  () =>
    new Y.Map<unknown>([
      ["rank", "a0"],
      ["archived", { by: 3 }],
      ["title", 1],
    ]),
  () => new Y.Array(),
  () => new Y.Text("tekst"),
  () => new Y.XmlText("tekst"),
  () => new Y.XmlFragment(),
  () => new Y.XmlElement("script"),
  () => new Y.XmlHook("hook"),
  () => new Y.Doc(),
);
const value = fc.oneof(
  plain.map((given) => () => given),
  shared,
);

const mischief = fc.record({
  root: fc.constantFrom(...ROOTS),
  id: fc.constantFrom(...IDS),
  field: fc.oneof(fc.constantFrom(...fieldNames), fc.string()),
  key: fc.oneof(fc.constantFrom(...IDS, "executor:card-000001", "3"), fc.string()),
  depth: fc.nat({ max: 2 }),
  value,
});

/** Whether Yjs can put a value in an update at all. */
function isCarried(given: unknown): boolean {
  try {
    const doc = new Y.Doc();
    doc.getMap("m").set("k", given);
    Y.encodeStateAsUpdate(doc);
    return true;
  } catch {
    return false;
  }
}

function expectSound(doc: Y.Doc): void {
  const plan = toPlan(doc);
  const texts = new Set(["string", "number", "boolean"]);
  const check = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(check);
    else if (typeof part === "object" && part !== null) Object.values(part).forEach(check);
    else expect(part === null || texts.has(typeof part)).toBe(true);
  };
  check(plan);
  const cards = [...rootMap(doc, "activities").keys()].filter(
    (id) => entryOf(doc, "activities", id) !== null,
  );
  const binned = plan.bin.filter(({ root }) => root === "activities").map(({ id }) => id);
  expect([...plan.activities.map(({ id }) => id), ...binned].sort()).toEqual(cards.sort());
  for (const { status, progress, order } of plan.activities) {
    expect(ACTIVITY_STATUSES).toContain(status);
    expect(progress >= 0 && progress <= 100 && order >= 1).toBe(true);
  }
}

/** Every operation once; each answers with a value or a refusal. */
function editAll(doc: Y.Doc): void {
  const [card, other] = FIRST_CARDS;
  const home = { phase: PHASES[0], domain: DOMAINS[0] };
  const newId = countingIds();
  moveActivity(doc, card, { ...home, index: 1 });
  moveActivity(doc, other, { phase: PHASES[1], domain: DOMAINS[1], index: Number.NaN });
  addActivity(doc, newId(), { ...home, index: 1 }, { title: "x" }, STAMP);
  duplicateActivity(doc, card, { title: "kopie", newId }, STAMP);
  addItem(
    doc,
    { root: "activities", id: card, field: "steps", item: newId() },
    { title: "", done: false },
    0,
  );
  moveEntry(doc, "phases", PHASES[2], 0);
  addDependency(doc, card, other);
  setText(doc, "activities", card, "title", "x");
  setRegister(doc, "activities", card, "status", "done");
  archiveParty(doc, card, null, STAMP);
  archiveAxis(doc, "phases", PHASES[0], PHASES[1], STAMP);
  archiveEntry(doc, "activities", card, STAMP);
  restoreEntry(doc, "activities", card);
  restoreEntry(doc, "phases", PHASES[0]);
  restoreEntry(doc, "parties", card);
}

test("[P8] whatever a client writes, everything can be read and edited", () => {
  fc.assert(
    fc.property(fc.array(mischief, { maxLength: 12 }), (deeds) => {
      const doc = smallPlanDoc();
      for (const { root, id, field, key, depth, value: make } of deeds) {
        const entry = depth === 0 ? null : mapIn(rootMap(doc, root), id);
        const nested = depth === 2 && entry !== null ? mapIn(entry, field) : null;
        if (nested !== null) nested.set(key, make());
        else if (entry !== null) entry.set(field, make());
        else rootMap(doc, root).set(id, make());
      }
      expectSound(doc);
      examine(doc);
      canonicalContent(doc);
      editAll(doc);
      expectSound(doc);
      examine(doc);
    }),
    { numRuns: RUNS },
  );
});
