import { type RawCell, textOf } from "@planwand/shared/exchange/cell.ts";
import { baseRows, type FileBase, readBase } from "@planwand/shared/exchange/file-base.ts";
import { joinNames, labelsOf } from "@planwand/shared/exchange/labels.ts";
import { proposeImport } from "@planwand/shared/exchange/propose-import.ts";
import { NO_CHOICES, type Proposal } from "@planwand/shared/exchange/proposal.ts";
import { applyEdits, type PlanEdit } from "@planwand/shared/plan/apply-edits.ts";
import { archiveEntry } from "@planwand/shared/plan/archive.ts";
import { canonicalJson } from "@planwand/shared/plan/canonical.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Activity, Plan } from "@planwand/shared/plan/schema.ts";
import { writePlan } from "@planwand/shared/plan/write-plan.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { countingIds, STAMP } from "../builders/plan-doc.ts";
import { randomPlan } from "../builders/random-plan.ts";
import { rawTable, tablesOf } from "../builders/round-trip.ts";
import { cases } from "../builders/run-length.ts";

/** A field that both people write, in the plan and as a cell: what they write is one of few, so that they often write the same. */
const FIELDS = {
  title: ["Toetsen maken", "Toetsen afnemen", ""],
  result: ["Een lijst", "Twee lijsten", ""],
  priority: ["low", "normal", "high"],
  end: ["2027-03-01", "2027-03-02"],
  executor: [0, 1],
} as const;
type Field = keyof typeof FIELDS;
const FIELD_NAMES = Object.keys(FIELDS) as Field[];

/** Somebody changes a cell of the workbook, or something in the plan; or the workbook is imported. */
type Step =
  | { readonly do: "cell" | "plan"; readonly activity: number; readonly field: Field; readonly value: number }
  | { readonly do: "remove" | "drop"; readonly activity: number }
  | { readonly do: "rename"; readonly party: number; readonly name: string }
  | { readonly do: "import"; readonly isTaking: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom("cell" as const, "plan" as const),
      activity: fc.nat(3),
      field: fc.constantFrom(...FIELD_NAMES),
      value: fc.nat(2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom("remove" as const, "drop" as const), activity: fc.nat(3) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("rename" as const),
      party: fc.nat(1),
      name: fc.constantFrom("Examenbureau", "Roosterbureau"),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("import" as const), isTaking: fc.boolean() }) },
);

const WORDS: Readonly<Record<string, Readonly<Record<Plan["language"], string>>>> = {
  low: { nl: "laag", en: "low" },
  normal: { nl: "NORMAAL", en: "NORMAL" },
  high: { nl: "Hoog", en: "High" },
};

/** The workbook in somebody's hands, and what stands in it by activity and field. */
class Workbook {
  readonly made: Plan;
  readonly base: FileBase;
  readonly said = new Map<string, { readonly cell: RawCell; readonly value: unknown }>();
  readonly dropped = new Set<string>();

  constructor(plan: Plan) {
    this.made = plan;
    const base = readBase(baseRows(plan, plan.language));
    if (base === null) throw new Error("its own rows are a base");
    this.base = base;
  }

  write(id: string, field: Field, at: number): void {
    const value = valueOf(this.made, field, at);
    const column = field === "executor" ? "roles.executor" : field;
    this.said.set(`${id} ${column}`, { cell: this.#cellOf(field, value), value });
  }

  #cellOf(field: Field, value: unknown): RawCell {
    if (field === "executor")
      return joinNames((value as string[]).map((id) => labelsOf(this.made).parties.get(id) ?? ""));
    if (field === "priority") return WORDS[String(value)]?.[this.made.language] ?? "";
    const [year, month, day] = String(value).split("-");
    return field === "end" ? `${String(Number(day))}-${String(Number(month))}-${year ?? ""}` : String(value);
  }

  propose(plan: Plan, take: readonly string[]): Proposal {
    const tables = tablesOf(this.made).map((table) => {
      const raw = rawTable(table);
      if (table.name !== "activities") return raw;
      const at = table.columns.findIndex(({ key }) => key === "id");
      const rows = raw.rows
        .filter((cells) => !this.dropped.has(textOf(cells[at] ?? null)))
        .map((cells) =>
          cells.map((cell, column) => {
            const said = this.said.get(`${textOf(cells[at] ?? null)} ${table.columns[column]?.key ?? ""}`);
            return said === undefined ? cell : said.cell;
          }),
        );
      return { ...raw, rows: [rows[0] ?? [], ...rows.slice(1).toReversed()] };
    });
    return proposeImport(plan, "excel", tables, { ...NO_CHOICES, take }, newId, this.base);
  }
}

const newId = countingIds("imported");

function valueOf(plan: Plan, field: Field, at: number): unknown {
  const value = FIELDS[field][at % FIELDS[field].length];
  return typeof value === "number" ? plan.parties.slice(value, value + 1).map(({ id }) => id) : value;
}

function fieldOf(activity: Activity, field: Field): unknown {
  return field === "executor" ? activity.roles.executor.toSorted() : activity[field];
}

function editOf(activity: Activity, field: Field, value: unknown): PlanEdit {
  const { id } = activity;
  if (field !== "executor") return { edit: "set", root: "activities", id, field, value };
  const held = activity.roles.executor.map((party) => `executor:${party}`);
  const put = (value as string[]).map((party) => `executor:${party}`);
  const take = held.filter((key) => !put.includes(key));
  return { edit: "set", root: "activities", id, field: "roles", value: { put, take } };
}

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

test(
  "[EX25] whatever two people do, an import puts nothing of the other back unless it is asked to",
  { timeout: 600_000 },
  () => {
    fc.assert(
      fc.property(randomPlan(), fc.array(step, { minLength: 2, maxLength: 14 }), (start, steps) => {
        const doc = new Y.Doc();
        writePlan(doc, start, STAMP);
        const made = toPlan(doc);
        const book = new Workbook(made);
        const idAt = (at: number): string => made.activities[at]?.id ?? "";
        for (const one of [...steps, { do: "import", isTaking: false } as const]) {
          const plan = toPlan(doc);
          const held = new Map(plan.activities.map((activity) => [activity.id, activity]));
          if (one.do === "cell") book.write(idAt(one.activity), one.field, one.value);
          if (one.do === "drop") book.dropped.add(idAt(one.activity));
          if (one.do === "remove") archiveEntry(doc, "activities", idAt(one.activity), STAMP);
          if (one.do === "plan") {
            const activity = held.get(idAt(one.activity));
            const edit = activity && editOf(activity, one.field, valueOf(plan, one.field, one.value));
            if (edit !== undefined) applyEdits(doc, [edit], STAMP);
          }
          if (one.do === "rename") {
            const id = plan.parties[one.party]?.id ?? "";
            applyEdits(doc, [{ edit: "set", root: "parties", id, field: "name", value: one.name }], STAMP);
          }
          if (one.do !== "import") continue;
          const asked = book.propose(plan, []);
          const conflicts = asked.rows.flatMap((row) => row.conflicts.map(({ key }) => key));
          const { edits } = one.isTaking ? book.propose(plan, conflicts) : asked;
          applyEdits(doc, edits, STAMP);
          const after = toPlan(doc);
          expect(after.activities.map(({ id }) => id).toSorted()).toEqual([...held.keys()].toSorted());
          expect(after.parties.map(({ name }) => name)).toEqual(plan.parties.map(({ name }) => name));
          for (const activity of after.activities)
            for (const field of FIELD_NAMES) {
              const before = fieldOf(held.get(activity.id) ?? activity, field);
              const was = made.activities.find(({ id }) => id === activity.id);
              const column = field === "executor" ? "roles.executor" : field;
              const said = book.dropped.has(activity.id)
                ? undefined
                : book.said.get(`${activity.id} ${column}`);
              const base = was === undefined ? before : fieldOf(was, field);
              const isSaid =
                said !== undefined && !isSame(said.value, base) && !(field === "title" && said.value === "");
              const isTaken = isSaid && (one.isTaking || isSame(before, base));
              expect(fieldOf(activity, field), `${field} of ${activity.id}`).toEqual(
                isTaken ? said.value : before,
              );
            }
        }
        doc.destroy();
      }),
      { numRuns: cases(1_000) },
    );
  },
);
