import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import type { JournalEvent } from "@planwand/shared/journal/events.ts";
import { eventsOfFile, filePlan, planInFile } from "@planwand/shared/exchange/file-journal.ts";
import { BASE_SHEET, baseRows, type FileBase, readBase } from "@planwand/shared/exchange/file-base.ts";
import { textOf } from "@planwand/shared/exchange/cell.ts";
import { planFile } from "@planwand/shared/exchange/plan-file.ts";
import { proposeImport } from "@planwand/shared/exchange/propose-import.ts";
import { proposePlan } from "@planwand/shared/exchange/propose-plan.ts";
import { NO_CHOICES } from "@planwand/shared/exchange/proposal.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { applyEdits } from "@planwand/shared/plan/apply-edits.ts";
import { canonicalJson } from "@planwand/shared/plan/canonical.ts";
import { createPlanDocument } from "@planwand/shared/plan/create.ts";
import { writePlan } from "@planwand/shared/plan/write-plan.ts";
import { planWorkbook } from "@planwand/server/exports/plan-workbook.ts";
import { tableCsv } from "@planwand/server/exports/plan-csv.ts";
import { readFile } from "@planwand/server/imports/read-file.ts";
import fc from "fast-check";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { countingIds, STAMP } from "../builders/plan-doc.ts";
import { randomPlanAndJournal } from "../builders/random-journal.ts";
import { randomPlan } from "../builders/random-plan.ts";
import { heldBy, importedInEmpty, rawTable, tablesOf } from "../builders/round-trip.ts";
import { cases } from "../builders/run-length.ts";

const sha256 = (value: unknown): string => createHash("sha256").update(canonicalJson(value)).digest("hex");
const textsIn = (base: FileBase | null | undefined): unknown =>
  [...(base ?? [])].map(([key, cells]) => [key, [...cells].map(([column, cell]) => [column, textOf(cell)])]);
const withoutBin = (plan: Plan): Plan => ({ ...plan, bin: [] });

test("[EX1] agreements come back in the order in which they were given last", () => {
  const terms = { what: "", result: "", criterion: "", start: null, end: null };
  const given = ["een", "twee", "een"].map((activity, at): JournalEvent => ({
    seq: at + 1,
    at: at + 1,
    actor: "anja-000001",
    type: "agreement.given",
    body: { activity, party: "party", terms },
    content: null,
  }));
  const doc = new Y.Doc();
  createPlanDocument(doc, { title: "Leeg", language: "nl" });
  const { journal } = filePlan(toPlan(doc), reduceJournal(EMPTY_JOURNAL, given));
  const events = eventsOfFile(journal).map((event, at): JournalEvent => ({ ...event, seq: at + 1 }));
  expect(filePlan(toPlan(doc), reduceJournal(EMPTY_JOURNAL, events)).journal).toEqual(journal);
});

test("[EX2] space around an ambition comes back too", () => {
  const doc = new Y.Doc();
  createPlanDocument(doc, { title: "Leeg", language: "nl" });
  const plan = { ...toPlan(doc), ambition: "  Samen naar één keten" };
  const { plan: back } = importedInEmpty(tablesOf(plan).map(rawTable), "excel", "nl");
  expect(back.ambition).toBe(plan.ambition);
});

test("[EX1] a plan and its journal come back from JSON the same, by their hash", () => {
  fc.assert(
    fc.property(randomPlanAndJournal(), ({ plan, journal }) => {
      const file = planFile.parse(JSON.parse(JSON.stringify(filePlan(plan, journal))));
      const doc = new Y.Doc();
      writePlan(doc, planInFile(file), STAMP);
      expect(sha256(toPlan(doc))).toBe(sha256(withoutBin(plan)));
      const events = eventsOfFile(file.journal).map((event, at): JournalEvent => ({ ...event, seq: at + 1 }));
      const again = filePlan(plan, reduceJournal(EMPTY_JOURNAL, events));
      expect(again.journal).toEqual(file.journal);
    }),
    { numRuns: cases(1_000) },
  );
});

test("[EX2] the tables of a plan come back the same in an empty plan, through cells", () => {
  fc.assert(
    fc.property(randomPlan(), (plan) => {
      const { plan: back, proposal } = importedInEmpty(tablesOf(plan).map(rawTable), "excel", plan.language);
      expect(proposal.rows.flatMap(({ problems }) => problems)).toEqual([]);
      expect(heldBy(back)).toEqual(heldBy(plan));
    }),
    { numRuns: cases(1_000) },
  );
});

test("[EX3] tables that went out and come back unchanged change nothing, formatting included", () => {
  fc.assert(
    fc.property(randomPlan(), (plan) => {
      const tables = tablesOf(plan).map(rawTable);
      const { edits, rows } = proposeImport(plan, "excel", tables, NO_CHOICES, countingIds("back"));
      expect(edits).toEqual([]);
      expect(rows.every(({ action }) => action === "same")).toBe(true);
    }),
    { numRuns: cases(1_000) },
  );
});

test("[EX4] a plan from JSON added to itself changes nothing; added to an empty plan it is all there", () => {
  fc.assert(
    fc.property(randomPlan(), (plan) => {
      const file = { plan: withoutBin(plan), leftOut: [] };
      expect(proposePlan(plan, "plan", file, NO_CHOICES, countingIds()).edits).toEqual([]);
      const doc = new Y.Doc();
      createPlanDocument(doc, { title: "Leeg", language: plan.language });
      const { edits } = proposePlan(toPlan(doc), "plan", file, NO_CHOICES, countingIds());
      applyEdits(doc, edits, STAMP);
      const { title, ambition, rich, waivers } = plan;
      expect({ ...toPlan(doc), title, ambition, rich, waivers }).toEqual(file.plan);
    }),
    { numRuns: cases(1_000) },
  );
});

test(
  "[EX5] Excel: a workbook comes back with the same tables, read by the importer",
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(randomPlan(), async (plan) => {
        const bytes = await planWorkbook(tablesOf(plan), {
          title: plan.title,
          lists: "Lijsten",
          base: { name: BASE_SHEET[plan.language], rows: baseRows(plan, plan.language) },
        });
        const read = readFile(Buffer.from(bytes), "plan.xlsx", plan.language);
        if (!("tables" in read)) throw new Error("a workbook has tables");
        expect(textsIn(read.base)).toEqual(textsIn(readBase(baseRows(plan, plan.language))));
        const { plan: back } = importedInEmpty(read.tables, "excel", plan.language);
        expect(heldBy(back)).toEqual(heldBy(plan));
      }),
      { numRuns: cases(300) },
    );
  },
);

test("[EX6] CSV: the table of activities comes back the same in a plan that has the rest", () => {
  fc.assert(
    fc.property(randomPlan(), (plan) => {
      const tables = tablesOf(plan);
      const activities = tables.find(({ name }) => name === "activities");
      if (activities === undefined) throw new Error("there is a table of activities");
      const read = readFile(
        Buffer.from(tableCsv(activities, plan.language)),
        "activiteiten.csv",
        plan.language,
      );
      if (!("tables" in read)) throw new Error("a CSV is a table");
      const same = proposeImport(plan, "csv", read.tables, NO_CHOICES, countingIds("back"));
      expect(same.edits).toEqual([]);
      const others = tables.filter(({ name }) => name !== "activities").map(rawTable);
      const { plan: back } = importedInEmpty(
        [...others, { ...read.tables[0], name: activities.title, rows: read.tables[0]?.rows ?? [] }],
        "csv",
        plan.language,
      );
      expect(heldBy(back)).toEqual(heldBy(plan));
    }),
    { numRuns: cases(1_000) },
  );
});
