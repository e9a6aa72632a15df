import { BASE_SHEET, baseRows } from "@planwand/shared/exchange/file-base.ts";
import { entryTable, planTables } from "@planwand/shared/exchange/plan-tables.ts";
import { filePlan } from "@planwand/shared/exchange/file-journal.ts";
import { labelsOf } from "@planwand/shared/exchange/labels.ts";
import { missingLines } from "@planwand/shared/exchange/missing-lines.ts";
import { journalLine } from "@planwand/shared/report/version.ts";
import { wordsOf } from "@planwand/shared/report/words/words.ts";
import { DERIVED_SHEETS } from "@planwand/shared/exchange/sheets.ts";
import { type MakeFile, utf8 } from "./format.ts";
import { planWorkbook } from "./plan-workbook.ts";
import { tableCsv } from "./plan-csv.ts";

/** The whole plan as an Excel workbook: a sheet for each kind of thing, which can be changed and imported again. */
export const makeXlsx: MakeFile = ({ source: { plan, journal, version }, options }) => {
  const language = options.language ?? plan.language;
  const missing = missingLines(plan, journal, version.day, language);
  const tables = planTables(plan, journal, { language, missing });
  const [foot = ""] = journalLine(version, wordsOf(language));
  return planWorkbook(tables, {
    title: plan.title,
    lists: DERIVED_SHEETS.lists[language],
    base: { name: BASE_SHEET[language], rows: baseRows(plan, language) },
    foot,
  });
};

/** The activities as CSV, one row each. */
export const makeCsv: MakeFile = ({ source: { plan, journal }, options }) => {
  const language = options.language ?? plan.language;
  return utf8(
    tableCsv(entryTable("activities", { plan, journal, labels: labelsOf(plan), language }), language),
  );
};

/** The whole plan and its journal, from which the same plan can be made. */
export const makeJson: MakeFile = ({ source: { plan, journal, version } }) =>
  utf8(`${JSON.stringify(filePlan(plan, journal, version.journalHead), null, 2)}\n`);
