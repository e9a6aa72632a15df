import { isListSign, withoutListSign } from "@planwand/shared/exchange/list-sign.ts";
import { readList } from "@planwand/shared/exchange/list-text.ts";
import { cut } from "@planwand/shared/kernel/grapheme.ts";
import type { ActivityStatus } from "@planwand/shared/plan/schema.ts";
import { listedText, tableRows } from "../../fields/pasted-html.ts";
import { type PastedActivity, TITLE_MAX_LENGTH } from "./pasted-activity.ts";

type Column = Exclude<keyof PastedActivity, "steps">;

/** More than this at once is an import and no paste. */
const MAX_ROWS = 200;

const HEADINGS: Readonly<Record<string, Column>> = {
  activiteit: "title",
  activity: "title",
  titel: "title",
  title: "title",
  wat: "title",
  what: "title",
  status: "status",
  begin: "start",
  start: "start",
  startdatum: "start",
  van: "start",
  from: "start",
  einde: "end",
  eind: "end",
  einddatum: "end",
  deadline: "end",
  "klaar op": "end",
  end: "end",
  until: "end",
  resultaat: "result",
  product: "result",
  result: "result",
};

const STATUSES: Readonly<Record<string, ActivityStatus>> = {
  idee: "idea",
  idea: "idea",
  gepland: "planned",
  planned: "planned",
  bezig: "active",
  lopend: "active",
  active: "active",
  geblokkeerd: "blocked",
  blocked: "blocked",
  afgerond: "done",
  klaar: "done",
  done: "done",
  vervallen: "dropped",
  dropped: "dropped",
};

/** Headings stand in one of the first rows, below the title of a table. */
const HEADING_WITHIN = 5;

/**
 * The activities in what was pasted: the items of its list, with what stands under them as steps; or the rows of its table, as Excel and
 * Word copy them, where a row of known Dutch or English headings says what the columns are and else the first column is the title; or a
 * line each. Signs and numbers of lists are left out, and so are the lines around a list unless `isWhole`.
 */
export function pastedActivities(text: string, html = "", isWhole = false): PastedActivity[] {
  const rows = tableRows(html);
  if (rows.length > 0) return activitiesIn(rows);
  const lines = readList(listedText(html, text));
  if (lines === null) return activitiesIn(cellsOf(text));
  return lines
    .filter(({ isBeside }) => isWhole || !isBeside)
    .slice(0, MAX_ROWS)
    .map(({ title, below }) => ({
      title: cut(title, TITLE_MAX_LENGTH),
      ...(below.length === 0 ? {} : { steps: below.map((step) => cut(step, TITLE_MAX_LENGTH)) }),
    }));
}

/** The lines that stand around a list that was pasted, as a greeting does. */
export function linesBeside(text: string, html = ""): string[] {
  const lines = tableRows(html).length > 0 ? null : readList(listedText(html, text));
  return (lines ?? []).flatMap(({ title, isBeside }) => (isBeside ? title : []));
}

/** The columns of a pasted table that say something and are not added: by their headings, or by what stands in them first. */
export function columnsLeft(text: string, html = ""): string[] {
  const found = tableRows(html);
  const isTable = found.length > 0 || readList(listedText(html, text)) === null;
  if (!isTable) return [];
  const { columns, headings, body } = tableIn(found.length > 0 ? found : cellsOf(text));
  const width = body.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: width }, (_, at) => at).flatMap((at) => {
    const first = body.find((cells) => (cells[at] ?? "") !== "")?.[at];
    return first === undefined || columns[at] !== undefined ? [] : (headings[at] ?? "") || first;
  });
}

function cellsOf(text: string): string[][] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.split("\t").map((cell) => cell.trim().replaceAll(/^"|"$/g, "")))
    .filter((cells) => cells.some((cell) => cell !== ""));
}

interface PastedRows {
  readonly columns: readonly (Column | undefined)[];
  /** None when no row holds them. */
  readonly headings: readonly string[];
  /** The rows below the headings, without a sign in a column of its own. */
  readonly body: readonly (readonly string[])[];
}

function tableIn(rows: readonly (readonly string[])[]): PastedRows {
  const named = rows.slice(0, HEADING_WITHIN).map((cells) => cells.map(headingOf));
  const headingRow = named.findIndex((headings) => headings.includes("title"));
  const isSigned =
    headingRow === -1 && rows.every(([first = "", ...rest]) => rest.length === 0 || isListSign(first));
  return {
    columns: named[headingRow] ?? ["title"],
    headings: rows[headingRow] ?? [],
    body: rows.slice(headingRow + 1).map((cells) => (isSigned && cells.length > 1 ? cells.slice(1) : cells)),
  };
}

function activitiesIn(rows: readonly (readonly string[])[]): PastedActivity[] {
  const { columns, body } = tableIn(rows);
  return body
    .map((cells) => activityOf(cells, columns))
    .filter((activity) => activity.title !== "")
    .slice(0, MAX_ROWS);
}

function headingOf(cell: string): Column | undefined {
  return HEADINGS[cell.toLocaleLowerCase("nl").replace(/[:.?]$/, "")];
}

function activityOf(cells: readonly string[], columns: readonly (Column | undefined)[]): PastedActivity {
  const at = (column: Column): string => cells[columns.indexOf(column)] ?? "";
  const status = STATUSES[at("status").toLocaleLowerCase("nl")];
  const [start, end] = [dateOf(at("start")), dateOf(at("end"))];
  const result = at("result");
  return {
    title: cut(withoutListSign(at("title")).replace(/\s+/gu, " "), TITLE_MAX_LENGTH),
    ...(status === undefined ? {} : { status }),
    ...(start === null ? {} : { start }),
    ...(end === null ? {} : { end }),
    ...(result === "" ? {} : { result }),
  };
}

/** A day as 2027-01-31, or as the Dutch write it: 31-1-2027. Null for anything else. */
function dateOf(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  const [year, month, day] = iso?.slice(1) ?? dutch?.slice(1).toReversed() ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : null;
}
