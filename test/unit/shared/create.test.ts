import { createEntry, createItem, createPlanDocument } from "@planwand/shared/plan/create.ts";
import { entryOf, mapIn, rootMap } from "@planwand/shared/plan/entry.ts";
import { migrate } from "@planwand/shared/plan/migrate.ts";
import { FIELDS, type Root, ROOTS } from "@planwand/shared/plan/schema.ts";
import { canonicalContent } from "@planwand/shared/plan/fingerprint.ts";
import { seedPlan } from "@planwand/shared/templates/seed-plan.ts";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { countingIds, examplePlanDoc, STAMP } from "../../builders/plan-doc.ts";
import { FIRST_CARDS, smallPlanDoc } from "../../builders/plan-replicas.ts";

const VALUES = {
  goals: { rank: "a0" },
  phases: { rank: "a0" },
  domains: { rank: "a0" },
  parties: { rank: "a0" },
  activities: { place: ["phase-00001", "domain-0001", "a5"] },
  decisions: { rank: "a0" },
  communications: { rank: "a0" },
  parking: { rank: "a0" },
  blackouts: { rank: "a0" },
  cells: { phase: "phase-00001", domain: "domain-0001", emptyReason: "" },
  waivers: { check: "K01", subject: "", reason: "" },
} as const;

const ENTRY_ROOTS = ROOTS.filter((root): root is Exclude<Root, "meta"> => root !== "meta");

test.each(ENTRY_ROOTS)("[P1] an entry of %s comes with all its shared types in one transaction", (root) => {
  const doc = new Y.Doc();
  let updates = 0;
  doc.on("update", () => updates++);
  expect(createEntry(doc, root, "new-entry-1", VALUES[root], STAMP)).toEqual({
    ok: true,
    value: "new-entry-1",
  });
  expect(updates).toBe(1);
  const entry = entryOf(doc, root, "new-entry-1");
  for (const [field, kind] of Object.entries(FIELDS[root])) {
    if (kind !== "register") expect(entry?.get(field), field).toBeInstanceOf(Y.AbstractType);
  }
  expect(entry?.get("created")).toEqual(STAMP);
});

test("[P1] an id that is taken or is none is refused and writes nothing", () => {
  const doc = smallPlanDoc();
  const before = canonicalContent(doc);
  const [card] = FIRST_CARDS;
  expect(createEntry(doc, "activities", card, VALUES.activities, STAMP)).toEqual({
    ok: false,
    refusal: "exists",
  });
  for (const id of ["", "short", "__proto__", "with space in", "x".repeat(33)]) {
    expect(createEntry(doc, "goals", id, VALUES.goals, STAMP)).toEqual({ ok: false, refusal: "invalid" });
  }
  const steps =
    mapIn(entryOf(doc, "activities", card) ?? rootMap(doc, "meta"), "steps") ?? rootMap(doc, "meta");
  expect(createItem(steps, "steps", "no", { title: "", done: false, rank: "a0" }).ok).toBe(false);
  expect(canonicalContent(doc)).toBe(before);
});

test("[P2] a document becomes a plan once", () => {
  const doc = examplePlanDoc();
  const before = canonicalContent(doc);
  const again = { title: "Nog eens", language: "nl", newId: countingIds("again"), stamp: STAMP } as const;
  expect(createPlanDocument(doc, { title: "Nog eens", language: "en" })).toEqual({
    ok: false,
    refusal: "exists",
  });
  expect(seedPlan(doc, "example", again)).toEqual({ ok: false, refusal: "exists" });
  expect(canonicalContent(doc)).toBe(before);
});

test("[P2] a plan is seeded in one transaction", () => {
  const doc = new Y.Doc();
  let updates = 0;
  doc.on("update", () => updates++);
  seedPlan(doc, "example", { title: "Plan", language: "nl", newId: countingIds(), stamp: STAMP });
  expect(updates).toBe(1);
});

test("[P3] only a document of this version is taken", () => {
  const doc = examplePlanDoc();
  expect(migrate(doc).ok).toBe(true);
  expect(migrate(new Y.Doc())).toEqual({ ok: false, refusal: "not-a-plan" });
  rootMap(doc, "meta").set("schema", "1");
  expect(migrate(doc)).toEqual({ ok: false, refusal: "not-a-plan" });
  rootMap(doc, "meta").set("schema", 2);
  expect(migrate(doc)).toEqual({ ok: false, refusal: "too-new" });
});
