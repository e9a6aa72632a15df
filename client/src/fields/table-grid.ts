/** More cells than this in a row, or rows that a cell goes on for, are no table of a person. */
const MAX_SPAN = 200;

/**
 * The cells of a table by row and column: one that goes on for several rows is in each, one that goes on for several columns is in the
 * first and leaves null in the others, and so is what a row does not have.
 */
export function gridOf(table: HTMLTableElement): (HTMLTableCellElement | null)[][] {
  const grid: (HTMLTableCellElement | null | undefined)[][] = [];
  [...table.rows].forEach((row, at) => {
    const cells = (grid[at] ??= []);
    let column = 0;
    for (const cell of row.cells) {
      while (cells[column] !== undefined) column++;
      const wide = Math.min(Math.max(cell.colSpan, 1), MAX_SPAN);
      const last = Math.min(at + Math.max(cell.rowSpan, 1), table.rows.length, at + MAX_SPAN);
      for (let down = at; down < last; down++)
        for (let across = 0; across < wide; across++)
          (grid[down] ??= [])[column + across] = across === 0 ? cell : null;
      column += wide;
    }
  });
  return grid.map((cells) => Array.from(cells, (cell) => cell ?? null));
}
