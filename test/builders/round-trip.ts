import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
import { type Cell, cellText } from "@planwand/shared/exchange/cell.ts";
import type { RawTable } from "@planwand/shared/exchange/guess-columns.ts";
import { planTables, type Table } from "@planwand/shared/exchange/plan-tables.ts";
import { proposeImport } from "@planwand/shared/exchange/propose-import.ts";
import { type FileKind, NO_CHOICES, type Proposal } from "@planwand/shared/exchange/proposal.ts";
import { SHEET_NAMES, SHEETS } from "@planwand/shared/exchange/sheets.ts";
import { applyEdits } from "@planwand/shared/plan/apply-edits.ts";
import { createPlanDocument } from "@planwand/shared/plan/create.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import * as Y from "yjs";
import { countingIds, STAMP } from "./plan-doc.ts";

/** The tables of a plan, as they go out. */
export function tablesOf(plan: Plan): Table[] {
  return planTables(plan, EMPTY_JOURNAL, { language: plan.language, missing: [] });
}

/** A table as a file holds it: headings and rows. */
export function rawTable({ title, columns, rows }: Table): RawTable {
  return { name: title, rows: [columns.map(({ heading }): Cell => heading), ...rows] };
}

/** All that the tables hold of what comes back: what is worked out from elsewhere is left out. */
export function heldBy(plan: Plan): unknown {
  return tablesOf(plan)
    .filter(({ name }) => SHEET_NAMES.some((sheet) => sheet === name))
    .map(({ name, columns, rows }) => {
      const derived = new Set(
        SHEETS[name as keyof typeof SHEETS].columns
          .filter((column) => column.take === undefined && column.key !== "id" && column.key !== "nr")
          .map(({ key }) => key),
      );
      return {
        name,
        rows: rows.map((cells) => cells.filter((_, at) => !derived.has(columns[at]?.key ?? ""))),
      };
    });
}

/** What importing tables in a plan that is empty gives, and what was said about it. */
export function importedInEmpty(
  tables: readonly RawTable[],
  kind: FileKind,
  language: Plan["language"],
): { readonly plan: Plan; readonly proposal: Proposal } {
  const doc = new Y.Doc();
  createPlanDocument(doc, { title: cellText("Terug"), language });
  const proposal = proposeImport(toPlan(doc), kind, tables, NO_CHOICES, countingIds("back"));
  applyEdits(doc, proposal.edits, STAMP);
  return { plan: toPlan(doc), proposal };
}
