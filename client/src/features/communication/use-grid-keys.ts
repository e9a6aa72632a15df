import { type KeyboardEvent, type RefObject, useRef, useState } from "react";

/** What a cell of the grid is given, to be reached by the arrow keys. */
interface CellKeys {
  readonly "data-at": string;
  readonly tabIndex: number;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

type Place = readonly [row: number, column: number];

/** Where each key goes from a place in a grid of so many rows and columns. */
function nextPlace([row, column]: Place, key: string, rows: number, columns: number): Place | null {
  switch (key) {
    case "ArrowUp":
      return [Math.max(0, row - 1), column];
    case "ArrowDown":
      return [Math.min(rows - 1, row + 1), column];
    case "ArrowLeft":
      return [row, Math.max(0, column - 1)];
    case "ArrowRight":
      return [row, Math.min(columns - 1, column + 1)];
    case "Home":
      return [row, 0];
    case "End":
      return [row, columns - 1];
    case "PageUp":
      return [0, column];
    case "PageDown":
      return [rows - 1, column];
    default:
      return null;
  }
}

/** One tab stop for a grid of buttons; the arrow keys, Home, End, Page Up and Page Down go on from it. */
export function useGridKeys(
  rows: number,
  columns: number,
): {
  readonly grid: RefObject<HTMLTableElement | null>;
  readonly keysOf: (row: number, column: number) => CellKeys;
} {
  const grid = useRef<HTMLTableElement>(null);
  const [[row, column], setStop] = useState<Place>([0, 0]);
  // The grid may have become smaller since.
  const stop = nameOf([Math.min(row, rows - 1), Math.min(column, columns - 1)]);
  return {
    grid,
    keysOf: (ownRow, ownColumn) => {
      const own: Place = [ownRow, ownColumn];
      return {
        "data-at": nameOf(own),
        tabIndex: nameOf(own) === stop ? 0 : -1,
        onFocus: () => setStop(own),
        onKeyDown(event) {
          const next = nextPlace(own, event.key, rows, columns);
          if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          grid.current?.querySelector<HTMLElement>(`[data-at="${nameOf(next)}"]`)?.focus();
        },
      };
    },
  };
}

function nameOf([row, column]: Place): string {
  return `${String(row)}-${String(column)}`;
}
