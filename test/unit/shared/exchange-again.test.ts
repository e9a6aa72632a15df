import { baseRows, type FileBase, readBase } from "@planwand/shared/exchange/file-base.ts";
import { proposeImport } from "@planwand/shared/exchange/propose-import.ts";
import { NO_CHOICES, type Proposal } from "@planwand/shared/exchange/proposal.ts";
import type { RawCell } from "@planwand/shared/exchange/cell.ts";
import { archiveEntry } from "@planwand/shared/plan/archive.ts";
import { applyEdits } from "@planwand/shared/plan/apply-edits.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { createPlanDocument } from "@planwand/shared/plan/create.ts";
import type { Activity, Plan } from "@planwand/shared/plan/schema.ts";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { countingIds, examplePlanDoc, STAMP } from "../../builders/plan-doc.ts";
import { rawTable, tablesOf } from "../../builders/round-trip.ts";

const ids = countingIds("again");

interface Made {
  readonly base?: FileBase;
  readonly take?: readonly string[];
}

function propose(
  plan: Plan,
  rows: readonly (readonly RawCell[])[],
  { base, take = [] }: Made = {},
): Proposal {
  const tables = [{ name: "Activiteiten", rows }];
  return proposeImport(plan, "excel", tables, { ...NO_CHOICES, take }, ids, base);
}

/** What a workbook that is made of a plan now says that it was made from. */
function baseOf(plan: Plan): FileBase {
  const base = readBase(baseRows(plan, plan.language));
  if (base === null) throw new Error("its own rows are a base");
  return base;
}

const codesOf = ({ rows }: Proposal): string[] =>
  rows.flatMap(({ problems }) => problems.map(({ code, column }) => `${code} ${column ?? ""}`.trim()));

/** The table of activities as it goes out, with what a person wrote in some cells of the row of an activity. */
function withCells(plan: Plan, id: string, said: Readonly<Record<string, RawCell>>): RawCell[][] {
  const table = tablesOf(plan).find(({ name }) => name === "activities");
  if (table === undefined) throw new Error("activities have a table");
  const at = (key: string): number => table.columns.findIndex((column) => column.key === key);
  return rawTable(table).rows.map((cells) =>
    cells.map((cell, column): RawCell => {
      if (cells[at("id")] !== id) return cell;
      const key = table.columns[column]?.key ?? "";
      return key in said ? (said[key] ?? null) : cell;
    }),
  );
}

function found(plan: Plan, isIt: (activity: Activity) => boolean): Activity {
  const activity = plan.activities.find(isIt);
  if (activity === undefined) throw new Error("the example has such an activity");
  return activity;
}

test("[EX23] the same day, choice, number and names in another writing change nothing", () => {
  const doc = examplePlanDoc();
  const [first, second] = toPlan(doc).parties;
  const { id } = found(toPlan(doc), ({ end }) => end !== null);
  const set = (field: string, value: unknown): unknown =>
    applyEdits(doc, [{ edit: "set", root: "activities", id, field, value }], STAMP);
  set("end", "2027-03-01");
  set("status", "active");
  set("priority", "high");
  set("progress", 50);
  set("roles", { put: [`consulted:${first?.id ?? ""}`, `consulted:${second?.id ?? ""}`], take: [] });
  const plan = toPlan(doc);
  const shown = found(plan, (one) => one.id === id);
  const names = shown.roles.consulted.map(
    (party) => plan.parties.find((one) => one.id === party)?.name ?? "",
  );
  const rows = withCells(plan, id, {
    end: "1 mrt 2027",
    status: "MEE BEZIG",
    priority: "urgent",
    progress: "50 %",
    "roles.consulted": names.toReversed().join("\n").toUpperCase(),
  });
  const { edits, rows: proposed } = propose(plan, rows);
  expect(edits).toEqual([]);
  expect(proposed.flatMap(({ changes, problems }) => [...changes, ...problems])).toEqual([]);
  expect(proposed.every(({ action }) => action === "same")).toBe(true);
});

test("[EX23] another day is a change, and the only one", () => {
  const plan = toPlan(examplePlanDoc());
  const { id } = found(plan, ({ end }) => end !== null);
  const { edits, rows } = propose(plan, withCells(plan, id, { end: "2 maart 2029" }));
  expect(edits).toEqual([{ edit: "set", root: "activities", id, field: "end", value: "2029-03-02" }]);
  expect(rows.filter(({ action }) => action === "change")).toHaveLength(1);
});

test("[EX25] what others changed since stays, and what both changed is asked about", () => {
  const doc = examplePlanDoc();
  const before = toPlan(doc);
  const { id } = found(before, ({ end, roles }) => end !== null && roles.executor.length > 0);
  const base = baseOf(before);
  const rows = withCells(before, id, { result: "Van Anja", end: "1-3-2029" });
  const party = before.parties.find((one) => one.id === found(before, (a) => a.id === id).roles.executor[0]);
  const others: Readonly<Record<string, unknown>> = {
    title: "Van Bram",
    status: "blocked",
    end: "2029-05-05",
  };
  for (const [field, value] of Object.entries(others))
    applyEdits(doc, [{ edit: "set", root: "activities", id, field, value }], STAMP);
  // Names in every row are different ones by this.
  applyEdits(
    doc,
    [{ edit: "set", root: "parties", id: party?.id ?? "", field: "name", value: "Anders genoemd" }],
    STAMP,
  );
  const plan = toPlan(doc);
  const proposal = propose(plan, rows, { base });
  expect(proposal.edits).toEqual([
    { edit: "set", root: "activities", id, field: "result", value: "Van Anja" },
  ]);
  expect(codesOf(proposal)).toEqual(["changed-since end"]);
  expect(proposal.unknown).toEqual([]);
  const { conflicts = [] } = proposal.rows.find((row) => row.id === id) ?? {};
  const was = found(before, (one) => one.id === id).end;
  expect(conflicts).toMatchObject([
    { column: "end", base: was, file: "1-3-2029", plan: "2029-05-05", isTaken: false },
  ]);
  const taken = propose(plan, rows, { base, take: conflicts.map(({ key }) => key) });
  expect(taken.edits).toHaveLength(2);
  expect(taken.edits).toContainEqual({
    edit: "set",
    root: "activities",
    id,
    field: "end",
    value: "2029-03-01",
  });
  expect(codesOf(taken)).toEqual([]);
});

test("[EX25] a name that went since is not made again by a cell that still says it", () => {
  const doc = examplePlanDoc();
  applyEdits(doc, [{ edit: "add", root: "parties", id: "party-going", values: { name: "Gaat weg" } }], STAMP);
  const before = toPlan(doc);
  const [{ id } = { id: "" }] = before.activities;
  const rows = withCells(before, id, { "roles.informed": "Gaat weg" });
  archiveEntry(doc, "parties", "party-going", STAMP);
  const { edits, unknown } = propose(toPlan(doc), rows, { base: baseOf(before) });
  expect(unknown).toMatchObject([{ root: "parties", name: "Gaat weg", choice: "skip" }]);
  expect(edits.filter(({ edit }) => edit === "add")).toEqual([]);
});

test("[EX26] a copied row becomes something new, whether it stands below its original or above", () => {
  const plan = toPlan(examplePlanDoc());
  const base = baseOf(plan);
  const [original] = plan.activities;
  if (original === undefined) throw new Error("the example has activities");
  const [head = [], first = [], ...rest] = withCells(plan, original.id, {});
  const [, copy = []] = withCells(plan, original.id, { title: "Kopie" });
  for (const made of [undefined, base])
    for (const rows of [
      [head, first, copy, ...rest],
      [head, copy, first, ...rest],
    ]) {
      const { edits, rows: proposed } = propose(plan, rows, made === undefined ? {} : { base: made });
      expect(edits).toMatchObject([{ edit: "add", root: "activities", values: { title: "Kopie" } }]);
      expect(edits[0]?.id).not.toBe(original.id);
      expect(proposed.filter(({ action }) => action !== "same")).toMatchObject([
        { action: "add", title: "Kopie", problems: [{ code: "copied" }] },
      ]);
    }
  // The original was changed as well, less than its copy.
  const [, changed = []] = withCells(plan, original.id, { result: "Iets anders" });
  const [, other = []] = withCells(plan, original.id, { title: "Kopie", result: "Nog iets", risk: "Groot" });
  const { edits } = propose(plan, [head, other, changed, ...rest], { base });
  expect(edits.map(({ edit, id }) => [edit, id === original.id])).toEqual([
    ["add", false],
    ["set", true],
  ]);
  expect(codesOf(propose(plan, [head, first, first, ...rest], { base }))).toEqual(["twice"]);
});

test("[EX27] what was removed since stays removed unless it is taken along, and what left the file is told", () => {
  const doc = examplePlanDoc();
  const before = toPlan(doc);
  const base = baseOf(before);
  const [gone, stays] = before.activities;
  if (gone === undefined || stays === undefined) throw new Error("the example has activities");
  const rows = withCells(before, gone.id, {}).filter((cells) => !cells.includes(stays.id));
  archiveEntry(doc, "activities", gone.id, STAMP);
  const plan = toPlan(doc);
  for (const made of [{}, { base }]) {
    const proposal = propose(plan, rows, made);
    expect(proposal.edits).toEqual([]);
    expect(codesOf(proposal)).toContain("removed-since");
    const row = proposal.rows.find(({ action }) => action !== "same");
    expect(row).toMatchObject({ action: "add", isSkipped: true, isBeside: true });
    const { edits } = propose(plan, rows, { ...made, take: [row?.key ?? ""] });
    expect(edits.filter(({ edit }) => edit === "add")).toMatchObject([
      { edit: "add", root: "activities", values: { title: gone.title } },
    ]);
    expect(edits[0]?.id).not.toBe(gone.id);
  }
  expect(propose(plan, rows, { base }).gone).toEqual([{ sheet: "activities", count: 1 }]);
  expect(propose(plan, rows).gone).toEqual([]);
});

test("[EX27] a workbook of another plan brings all that is in it", () => {
  const other = toPlan(examplePlanDoc());
  const doc = new Y.Doc();
  createPlanDocument(doc, { title: "Leeg", language: "nl" });
  const rows = withCells(other, "", {});
  const proposal = propose(toPlan(doc), rows, { base: baseOf(other) });
  expect(proposal.rows.every(({ action, isSkipped }) => action === "add" && !isSkipped)).toBe(true);
  expect(proposal.gone).toEqual([]);
});

test("[EX28] an emptied title or phase is told, and stays as it was", () => {
  const plan = toPlan(examplePlanDoc());
  const [first] = plan.activities;
  if (first === undefined) throw new Error("the example has activities");
  const proposal = propose(plan, withCells(plan, first.id, { title: "", phase: "", status: "", result: "" }));
  expect(proposal.edits).toEqual(
    first.result === ""
      ? []
      : [{ edit: "set", root: "activities", id: first.id, field: "result", value: "" }],
  );
  expect(codesOf(proposal)).toEqual(["emptied phase", "emptied title", "emptied status"]);
  expect(proposal.rows.find(({ id }) => id === first.id)?.title).toBe(first.title);
});
