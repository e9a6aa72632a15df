import { nameKey } from "../kernel/name-key.ts";
import { isBlank, type RawCell, textOf } from "./cell.ts";
import type { RawTable } from "./guess-columns.ts";

/* A title in a column of its own for each level: *Title 1*, *Title 2*, as exports of backlogs have it. */

const OF_LEVEL = /^(title|titel|taak|task|niveau|level|wbs) ?([1-9])$/u;
const HEADING_WITHIN = 30;
const TITLE = "Title";

/** The table with these columns as one, and the level of each row. */
export function withTitleLevels(table: RawTable): RawTable {
  for (const [row, cells] of table.rows.slice(0, HEADING_WITHIN).entries()) {
    const ats = levelsIn(cells);
    if (ats !== null) return joined(table, row, ats);
  }
  return table;
}

/** The columns of the levels, the first level first; null when there are fewer than two. */
function levelsIn(cells: readonly RawCell[]): readonly number[] | null {
  const ats: number[] = [];
  const words = new Set<string>();
  cells.forEach((cell, at) => {
    const [, word = "", level] = OF_LEVEL.exec(nameKey(textOf(cell).slice(0, 40))) ?? [];
    if (Number(level) !== ats.length + 1) return;
    ats.push(at);
    words.add(word);
  });
  return ats.length > 1 && words.size === 1 ? ats : null;
}

function joined(table: RawTable, headingRow: number, ats: readonly number[]): RawTable {
  const [first = 0] = ats;
  const levels = new Map(table.levels ?? []);
  const rows = table.rows.map((cells, row): readonly RawCell[] => {
    const level = ats.findLastIndex((at) => !isBlank(cells[at] ?? null));
    if (row > headingRow && level > 0) levels.set(row, level);
    const title = row === headingRow ? TITLE : (cells[ats[level] ?? first] ?? null);
    return cells.map((cell, at) =>
      at === first ? title : row >= headingRow && ats.includes(at) ? null : cell,
    );
  });
  return { ...table, rows, levels };
}
