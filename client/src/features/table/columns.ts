import { TABLE_COLUMNS, type TableColumn } from "@planwand/shared/views/table.ts";
import { keep, kept } from "../../ui/kept.ts";

/** The column of ticks, before those of the activity. */
export const TICK = "tick";
export type GridColumn = TableColumn | typeof TICK;

/** How wide each column is, in pixels. */
export const WIDTHS: Record<GridColumn, number> = {
  tick: 44,
  title: 320,
  phase: 132,
  domain: 156,
  status: 132,
  priority: 112,
  progress: 124,
  start: 116,
  end: 132,
  sponsor: 180,
  executor: 200,
  codecider: 180,
  consulted: 180,
  informed: 180,
  goals: 200,
  decisions: 132,
};

/** How a value is written: in the cell itself, or in a window at it; null for what only follows from other things. */
export const EDITORS: Record<TableColumn, "line" | "percent" | "date" | "menu" | "choices" | null> = {
  title: "line",
  phase: "menu",
  domain: "menu",
  status: "menu",
  priority: "menu",
  progress: "percent",
  start: "date",
  end: "date",
  sponsor: "choices",
  executor: "choices",
  codecider: "choices",
  consulted: "choices",
  informed: "choices",
  goals: "choices",
  decisions: null,
};

const KEY = "planwand:table:columns";
const FIRST: readonly TableColumn[] = [
  "title",
  "phase",
  "domain",
  "status",
  "priority",
  "progress",
  "start",
  "end",
  "sponsor",
  "executor",
];

/** The columns that these names mean, in the order of the table; the title always stands, and no name means those chosen here last. */
export function columnsFrom(names: string | null): readonly TableColumn[] {
  const text = names ?? kept(KEY);
  if (text === null) return FIRST;
  const asked = new Set<string>(["title", ...text.split(",")]);
  return TABLE_COLUMNS.filter((column) => asked.has(column));
}

/** Keeps the choice on this device for the next visit. */
export function keepColumns(columns: readonly TableColumn[]): void {
  keep(KEY, columns.join(","));
}
