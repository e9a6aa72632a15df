import type { ActivityStatus } from "@planwand/shared/plan/schema.ts";
import { type PastedActivity, TITLE_MAX_LENGTH } from "./pasted-activity.ts";

type Column = keyof PastedActivity;

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

/**
 * The activities in pasted text: one a line, or one a row with the columns of a table (tab separated, as Excel and Word copy them).
 * A first row of known Dutch or English headings says what the columns are; without it the first column is the title. Signs and
 * numbers of lists before a line are left out.
 */
export function pastedActivities(text: string): PastedActivity[] {
  const rows = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.split("\t").map((cell) => cell.trim().replaceAll(/^"|"$/g, "")))
    .filter((cells) => cells.some((cell) => cell !== ""));
  const [first = []] = rows;
  const headings = first.map((cell) => HEADINGS[cell.toLocaleLowerCase("nl").replace(/[:.?]$/, "")]);
  const hasHeadings = headings.includes("title");
  const columns: readonly (Column | undefined)[] = hasHeadings ? headings : ["title"];
  return rows
    .slice(hasHeadings ? 1 : 0)
    .map((cells) => activityOf(cells, columns))
    .filter((activity) => activity.title !== "")
    .slice(0, MAX_ROWS);
}

function activityOf(cells: readonly string[], columns: readonly (Column | undefined)[]): PastedActivity {
  const at = (column: Column): string => cells[columns.indexOf(column)] ?? "";
  const status = STATUSES[at("status").toLocaleLowerCase("nl")];
  const [start, end] = [dateOf(at("start")), dateOf(at("end"))];
  const result = at("result");
  return {
    title: at("title")
      .replace(/^(?:[-*•◦▪–]|\d{1,3}[.)])\s+/, "")
      .slice(0, TITLE_MAX_LENGTH),
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
