import { type Cell, neutralText, textOf } from "@planwand/shared/exchange/cell.ts";
import type { Table } from "@planwand/shared/exchange/plan-tables.ts";
import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import type { Language } from "@planwand/shared/plan/schema.ts";
import { stringify } from "csv-stringify/sync";

/** What stands between cells where a comma stands in numbers, and elsewhere. */
const DELIMITERS: Readonly<Record<Language, string>> = { nl: ";", en: "," };
/** Before it a spreadsheet knows no days. */
const FIRST_DATE = "1900-03-01";

/**
 * A table as CSV that a spreadsheet in this language opens as a table with days: in Dutch with semicolons and days as `1-3-2027`, else with
 * commas and days as `2027-03-01`; with a mark by which it knows that it is UTF-8, and no cell that reads as a formula.
 */
export function tableCsv({ columns, rows }: Table, language: Language): string {
  const lines = [
    columns.map(({ heading }) => heading),
    ...rows.map((cells) => cells.map((cell) => textCell(cell, language))),
  ];
  return stringify(lines, {
    bom: true,
    delimiter: DELIMITERS[language],
    record_delimiter: "windows",
    quoted_match: /[\r\n\t,;|]|^\s|\s$/,
  });
}

function textCell(cell: Cell, language: Language): string {
  const isDay = typeof cell === "object" && cell !== null;
  return isDay && language === "nl" ? dutchDay(cell.date) : neutralText(textOf(cell));
}

function dutchDay(date: LocalDate): string {
  if (date < FIRST_DATE) return date;
  const [year = "", month, day] = date.split("-");
  return `${String(Number(day))}-${String(Number(month))}-${year}`;
}
