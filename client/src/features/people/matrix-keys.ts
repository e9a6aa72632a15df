import { type RefObject, useEffect, useRef } from "react";

/** What the arrow keys visit in the table. Each is drawn with tabIndex -1: which one Tab goes to is decided here. */
const STOP = "[data-stop]";

/** How many rows Page Up and Page Down go. */
const PAGE = 10;

/** One tab stop for a table of buttons, from which the arrow keys, Home, End, Page Up and Page Down go on. Draws nothing anew. */
export function useMatrixKeys(): RefObject<HTMLTableElement | null> {
  const table = useRef<HTMLTableElement>(null);
  const current = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current: matrix } = table;
    if (matrix === null) return undefined;
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && target.matches(STOP)) makeStop(current, target);
    };
    const onKey = (event: KeyboardEvent): void => {
      const from = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>(STOP) : null;
      const to = from === null || event.altKey || event.metaKey ? null : nextStop(matrix, from, event);
      if (to === null) return;
      event.preventDefault();
      to.focus();
    };
    matrix.addEventListener("focusin", onFocus);
    matrix.addEventListener("keydown", onKey);
    return () => {
      matrix.removeEventListener("focusin", onFocus);
      matrix.removeEventListener("keydown", onKey);
    };
  }, []);
  // After every drawing: the stop may have gone with its row or column.
  useEffect(() => {
    if (current.current?.isConnected === true) return;
    const first = table.current?.querySelector<HTMLElement>(`tbody td ${STOP}`);
    if (first != null) makeStop(current, first);
  });
  return table;
}

function makeStop(current: RefObject<HTMLElement | null>, stop: HTMLElement): void {
  if (current.current !== null && current.current !== stop) current.current.tabIndex = -1;
  current.current = stop;
  stop.tabIndex = 0;
}

/** The names of columns and rows are visited too; heads over several columns are passed by. */
function nextStop(table: HTMLTableElement, from: HTMLElement, event: KeyboardEvent): HTMLElement | null {
  const rows = [...table.rows].filter((row) => row.querySelector(STOP) !== null);
  const cell = from.closest<HTMLTableCellElement>("td, th");
  const row = rows.findIndex((each) => each === cell?.parentElement);
  const column = cell?.cellIndex ?? 0;
  const last = rows.length - 1;
  const at = (toRow: number, toColumn: number): HTMLElement | null =>
    rows[Math.max(0, Math.min(toRow, last))]?.cells[toColumn]?.querySelector<HTMLElement>(STOP) ?? null;
  const width = rows[row]?.cells.length ?? 0;
  switch (event.key) {
    case "ArrowRight":
      return at(row, column + 1);
    case "ArrowLeft":
      return at(row, column - 1);
    case "ArrowDown":
      return at(row + 1, column);
    case "ArrowUp":
      return at(row - 1, column);
    case "PageDown":
      return at(row + PAGE, column);
    case "PageUp":
      return at(row - PAGE, column);
    case "Home":
      // The first row holds the names of the parties, the first column those of the activities.
      return at(event.ctrlKey ? 1 : row, 1);
    case "End":
      return at(event.ctrlKey ? last : row, width - 1);
    default:
      return null;
  }
}
