import type { Language } from "../plan/schema.ts";
import { type RawCell, textOf } from "./cell.ts";
import type { RawTable } from "./guess-columns.ts";
import { isListSign, withoutListSign } from "./list-sign.ts";
import { areBracketed, areNamed, itemParts } from "./item-tail.ts";
import type { ListedLine } from "./listed-line.ts";
import { readList } from "./list-text.ts";
import { readPeriod } from "./read-period.ts";
import { recordTable } from "./record-text.ts";
import { SHEETS } from "./sheets.ts";
import { STATUS_WORDS, valueOfWord } from "./words.ts";

/** What the heading above an item says of it: how far it is, or when it is done. */
interface Stand {
  readonly status: string;
  readonly when: string;
}

const NO_STAND: Stand = { status: "", when: "" };

/** The lines without headings that say how far what stands below them is, or when it is done, and what they say of each line. */
function withHeadings(all: readonly ListedLine[]): {
  readonly lines: readonly ListedLine[];
  readonly stands: readonly Stand[];
} {
  const beside = all.filter(({ isBeside }) => isBeside);
  const statuses = new Set(beside.filter(({ title }) => isStatus(title)));
  const periods = new Set(beside.filter(({ title }) => periodIn(title) !== ""));
  const [hasStatuses, hasPeriods] = [statuses.size > 1, periods.size > 1];
  const lines: ListedLine[] = [];
  const stands: Stand[] = [];
  let stand = NO_STAND;
  for (const line of all) {
    if (hasStatuses && statuses.has(line)) stand = { ...stand, status: line.title.replace(/:$/u, "") };
    else if (hasPeriods && periods.has(line)) stand = { ...stand, when: periodIn(line.title) };
    else {
      lines.push(line);
      stands.push(line.isBeside ? NO_STAND : stand);
    }
  }
  return { lines, stands };
}

function isStatus(line: string): boolean {
  return valueOfWord(STATUS_WORDS, line.replace(/:$/u, "")) !== null;
}

/** The week or month that a heading is: *wk 36 (31/8 - 4/9)*; empty when it is none. */
function periodIn(line: string): string {
  const bare = line.replace(/ ?\([^()]*\)$/u, "").replace(/:$/u, "");
  return readPeriod(bare, () => null) === null ? "" : bare;
}

/**
 * A list in a text as a table of activities: what stands under an item are its steps, behind it who does it by when, and a ticked box before
 * it says that it is done. Null when the text is no list.
 */
export function listTable(text: string, name: string, language: Language): RawTable | null {
  const records = recordTable(text, name, language);
  if (records !== null) return records;
  const read = readList(text);
  if (read === null) return null;
  const { lines, stands } = withHeadings(read);
  const headingOf = (key: string): string =>
    SHEETS.activities.columns.find((column) => column.key === key)?.heading[language] ?? key;
  const items = lines.flatMap(({ title, isBeside }) => (isBeside ? [] : title));
  const [isBracketed, isNamed] = [areBracketed(items), areNamed(items)];
  const parts = lines.map(({ title, isBeside }) =>
    isBeside ? null : itemParts(title, { isNamed, isBracketed }),
  );
  const isTailed = parts.some((one) => one !== null) || stands.some(({ when }) => when !== "");
  // Ticks alone are bullets of a kind: among boxes that are empty they say something.
  const isTicked = lines.some((line) => line.isTicked === false);
  const hasStatus = isTicked || stands.some(({ status }) => status !== "");
  const keys = [
    "title",
    "steps",
    ...(isTailed ? ["roles.executor", "end"] : []),
    ...(hasStatus ? ["status"] : []),
  ];
  const rows = lines.map((line, at) => {
    const part = parts[at] ?? { title: line.title, who: "", when: "" };
    const { status, when } = stands[at] ?? NO_STAND;
    const tick = isTicked && line.isTicked === true ? STATUS_WORDS.done[language] : "";
    return [
      part.title,
      line.below.join("\n"),
      ...(isTailed ? [part.who, part.when || when] : []),
      ...(hasStatus ? [tick || status] : []),
    ];
  });
  const beside = new Set(lines.flatMap(({ isBeside }, at) => (isBeside ? at + 1 : [])));
  return { name, rows: [keys.map(headingOf), ...rows], beside };
}

/** Rows without headings, without the signs of a list: a column of them goes, and those before the first text of a row. */
export function withoutListSigns(table: RawTable): RawTable {
  const wide = table.rows.filter((cells) => cells.filter((cell) => textOf(cell).trim() !== "").length > 1);
  const isSigned = wide.length > 0 && wide.every(([first = null]) => isListSign(textOf(first)));
  const rows = table.rows.map((cells): readonly RawCell[] => {
    const [first = null, ...rest] = isSigned && cells.length > 1 ? cells.slice(1) : cells;
    return typeof first === "string" ? [withoutListSign(first), ...rest] : [first, ...rest];
  });
  return { ...table, rows };
}
