import { isBlank, type RawCell, textOf } from "./cell.ts";
import { itemParts } from "./item-tail.ts";
import type { KnownPlaces } from "./known-places.ts";
import type { TableRow } from "./table-rows.ts";

/**
 * The items below an item of a list that is called like a phase, as activities of that phase; other rows as they are. Only where all items
 * that have others below them are phases: else these are steps.
 */
export function withPhaseItems(rows: readonly TableRow[], places: KnownPlaces): readonly TableRow[] {
  const isPhase = ({ cells }: TableRow): boolean => {
    const others = [...cells].filter(([key]) => key !== "title" && key !== "steps");
    return places.isPhase(textIn(cells, "title")) && others.every(([, cell]) => isBlank(cell));
  };
  const hasItems = ({ cells }: TableRow): boolean => textIn(cells, "steps") !== "";
  const above = rows.filter(hasItems);
  if (above.length < 2 || !above.every(isPhase)) return rows;
  return rows.flatMap((row) =>
    hasItems(row)
      ? textIn(row.cells, "steps")
          .split("\n")
          .map((line, at): TableRow => {
            const { title, who, when } = itemParts(line) ?? { title: line, who: "", when: "" };
            const cells = new Map<string, RawCell>([
              ["phase", textIn(row.cells, "title")],
              ["title", title],
              ["roles.executor", who],
              ["end", when],
            ]);
            return { ...row, part: at + 1, cells };
          })
      : [row],
  );
}

function textIn(cells: TableRow["cells"], key: string): string {
  return textOf(cells.get(key) ?? null).trim();
}
