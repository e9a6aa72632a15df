import type { Language } from "../plan/schema.ts";
import { type RawCell, textOf } from "./cell.ts";
import type { RawTable } from "./guess-columns.ts";
import { isListSign, withoutListSign } from "./list-sign.ts";
import { itemParts } from "./item-tail.ts";
import { readList } from "./list-text.ts";
import { SHEETS } from "./sheets.ts";
import { STATUS_WORDS } from "./words.ts";

/**
 * A list in a text as a table of activities: what stands under an item are its steps, behind it who does it by when, and a ticked box before
 * it says that it is done. Null when the text is no list.
 */
export function listTable(text: string, name: string, language: Language): RawTable | null {
  const lines = readList(text);
  if (lines === null) return null;
  const headingOf = (key: string): string =>
    SHEETS.activities.columns.find((column) => column.key === key)?.heading[language] ?? key;
  const parts = lines.map(({ title, isBeside }) => (isBeside ? null : itemParts(title)));
  const isTailed = parts.some((one) => one !== null);
  // Ticks alone are bullets of a kind: among boxes that are empty they say something.
  const isTicked = lines.some((line) => line.isTicked === false);
  const keys = [
    "title",
    "steps",
    ...(isTailed ? ["roles.executor", "end"] : []),
    ...(isTicked ? ["status"] : []),
  ];
  const rows = lines.map((line, at) => {
    const part = parts[at] ?? { title: line.title, who: "", when: "" };
    return [
      part.title,
      line.below.join("\n"),
      ...(isTailed ? [part.who, part.when] : []),
      ...(isTicked ? [line.isTicked === true ? STATUS_WORDS.done[language] : ""] : []),
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
