import { defaultRangeExtractor, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { useVirtual } from "../../ui/use-virtual.ts";
import type { GridColumn } from "./columns.ts";
import { HEAD } from "./grid-keys.ts";
import type { Line } from "./use-table.ts";

/** A cell by what it is about, so that it stays the same one when lines come and go. */
interface Stop {
  /** The key of its line; null for the names of the columns. */
  readonly key: string | null;
  readonly line: number;
  readonly column: GridColumn;
}

/** The one cell that Tab comes to, and the lines that are drawn: those in sight, and always that of the stop. */
export interface GridStop {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly virtual: Virtualizer<HTMLElement, HTMLElement>;
  readonly line: number;
  readonly column: GridColumn;
  /** Makes a cell the stop; with focus, it is scrolled to and gets it once it is drawn. */
  set(line: number, column: GridColumn, focus: boolean): void;
  /** Focus came into the grid, or left it for something else. */
  isIn(isHere: boolean): void;
}

/** Keeps the stop of a grid. A stop whose line went is the one that took its place. */
export function useStop(lines: readonly Line[], columns: readonly GridColumn[], rowHeight: number): GridStop {
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const hadFocus = useRef(false);
  const [stop, setStop] = useState<Stop>({ key: null, line: HEAD, column: "title" });
  const found = stop.key === null ? HEAD : lines.findIndex(({ key }) => key === stop.key);
  const line = stop.key === null || found >= 0 ? found : Math.min(stop.line, lines.length - 1);
  const column = columns.includes(stop.column) ? stop.column : "title";
  const virtual = useVirtual({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 8,
    // The head stands over the first line, so that much less is in sight below.
    scrollPaddingEnd: rowHeight,
    rangeExtractor(range) {
      const inSight = defaultRangeExtractor(range);
      return line < 0 || inSight.includes(line) ? inSight : [...inSight, line].sort((a, b) => a - b);
    },
  });
  useLayoutEffect(() => {
    const cell = cellAt(scroller.current, line, columns.indexOf(column));
    // Focus that was here and went with its line comes back to the one in its place.
    const isLost =
      hadFocus.current && stop.key !== null && found < 0 && document.activeElement === document.body;
    if (cell === null || !(wantsFocus.current || isLost)) return;
    wantsFocus.current = false;
    cell.focus();
  });
  return {
    scroller,
    virtual,
    line,
    column,
    set(toLine, toColumn, focus) {
      const key = toLine === HEAD ? null : (lines[toLine]?.key ?? null);
      wantsFocus.current ||= focus;
      if (focus && toLine >= 0) virtual.scrollToIndex(toLine);
      setStop({ key, line: toLine, column: toColumn });
    },
    isIn(isHere) {
      hadFocus.current = isHere;
    },
  };
}

/** The cell as it is drawn; the only one of a line over all columns counts for each of them. */
export function cellAt(grid: HTMLElement | null, line: number, column: number): HTMLElement | null {
  const row = grid?.querySelector(`[aria-rowindex="${String(line + 2)}"]`);
  return (
    row?.querySelector<HTMLElement>(`[aria-colindex="${String(column + 1)}"]`) ??
    row?.querySelector<HTMLElement>("[aria-colspan]") ??
    null
  );
}
