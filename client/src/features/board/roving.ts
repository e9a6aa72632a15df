/** Elements that the arrow keys visit carry this attribute, with a key that survives a move to another cell. */
const STOP = "data-stop";

/** The one place in the matrix that Tab goes to. */
export interface Roving {
  /** Call after the matrix rendered: gives the tab stop, and focus that a moved card lost, back to the same card. */
  ensure(): void;
  /** Focuses the stop with this key, if it is there. */
  focus(key: string): void;
  /** Moves focus for a navigation key; false when the key or the focused element is not for us. */
  navigate(event: KeyboardEvent): boolean;
  detach(): void;
}

/** Cells, and the heads of rows and columns that have a stop too. */
const PLACE = "[data-cell], [data-head]";

/** What of a card besides its stop can have focus, such as the button of its menu. */
const CARD = "[data-card-id]";

/** Keeps one tab stop inside `matrix`. Its rows have `data-row`, cells `data-cell` and heads `data-head`, in reading order. */
export function attachRoving(matrix: HTMLElement): Roving {
  const attached = new AbortController();
  let current: HTMLElement | null = null;
  /** Where `current` stood when it got focus: the row, the column and the height in its cell. */
  let at: readonly [row: number, column: number, height: number] | null = null;
  let hadFocus = false;

  const makeCurrent = (stop: HTMLElement): void => {
    if (current !== null && current !== stop) current.tabIndex = -1;
    current = stop;
    stop.tabIndex = 0;
  };
  matrix.addEventListener(
    "focusin",
    (event) => {
      const target = event.target instanceof Element ? event.target : null;
      const stop = target?.closest(`[${STOP}]`) ?? target?.closest(CARD)?.querySelector(`[${STOP}]`);
      if (!(stop instanceof HTMLElement)) return;
      hadFocus = true;
      makeCurrent(stop);
      at = placeOf(matrix, stop);
    },
    { signal: attached.signal },
  );
  matrix.addEventListener(
    "focusout",
    (event) => {
      // Focus that goes to nothing was lost by a card that is taken out; it gets it back where it comes in again.
      if (event.relatedTarget !== null) hadFocus = false;
    },
    { signal: attached.signal },
  );
  const onPress = ({ target }: Event): void => {
    if (!(target instanceof Node) || current?.contains(target) !== true) hadFocus = false;
  };
  document.addEventListener("pointerdown", onPress, { signal: attached.signal, capture: true });

  const focusLost = (key: string, place: typeof at): void => {
    if (document.activeElement !== document.body || place === null) return;
    (find(key) ?? stopNear(matrix, place))?.focus();
  };

  const find = (key: string): HTMLElement | null => matrix.querySelector(`[${STOP}="${CSS.escape(key)}"]`);

  return {
    focus: (key) => find(key)?.focus(),
    ensure() {
      if (current?.isConnected === true) return;
      const key = current?.getAttribute(STOP);
      const same = key == null ? null : find(key);
      const stop = same ?? matrix.querySelector<HTMLElement>(`[data-cell][${STOP}], [data-cell] [${STOP}]`);
      if (stop === null) return;
      makeCurrent(stop);
      if (!hadFocus || document.activeElement !== document.body) return;
      if (same !== null) same.focus();
      // A card on its way to another cell is drawn there before the next frame; one that is gone leaves focus to its neighbour.
      else if (at !== null) requestAnimationFrame(() => focusLost(key ?? "", at));
    },
    navigate(event) {
      const from = event.target instanceof HTMLElement ? event.target : null;
      if (from === null || !from.hasAttribute(STOP)) return false;
      const to = nextStop(matrix, from, event);
      if (to === null) return false;
      to.focus();
      return true;
    },
    detach: () => attached.abort(),
  };
}

function nextStop(matrix: HTMLElement, from: HTMLElement, event: KeyboardEvent): HTMLElement | null {
  const rows = stopsOf(matrix);
  const row = rows.findIndex((cells) => cells.some((stops) => stops.includes(from)));
  const cells = rows[row];
  if (cells === undefined) return null;
  const column = cells.findIndex((stops) => stops.includes(from));
  const height = cells[column]?.indexOf(from) ?? 0;
  const across = (next: number): HTMLElement | null => {
    const stops = cells[next];
    return stops?.[Math.min(height, stops.length - 1)] ?? null;
  };
  switch (event.key) {
    case "ArrowRight":
      return across(column + 1);
    case "ArrowLeft":
      return across(column - 1);
    case "ArrowDown":
      return cells[column]?.[height + 1] ?? rows[row + 1]?.[column]?.[0] ?? null;
    case "ArrowUp":
      return cells[column]?.[height - 1] ?? rows[row - 1]?.[column]?.at(-1) ?? null;
    case "Home":
      return (event.ctrlKey ? inCells(rows.flat(2))[0] : inCells(cells.flat())[0]) ?? null;
    case "End":
      return (event.ctrlKey ? rows.at(-1)?.at(-1)?.at(-1) : cells.at(-1)?.at(-1)) ?? null;
    default:
      return null;
  }
}

function placeOf(matrix: HTMLElement, stop: HTMLElement): readonly [number, number, number] | null {
  const rows = stopsOf(matrix);
  for (const [row, cells] of rows.entries())
    for (const [column, stops] of cells.entries()) {
      const height = stops.indexOf(stop);
      if (height !== -1) return [row, column, height];
    }
  return null;
}

/** What stands now where something stood that is gone: the next in its cell, else the last there, else its nearest neighbour. */
function stopNear(
  matrix: HTMLElement,
  [row, column, height]: readonly [number, number, number],
): HTMLElement | null {
  const rows = stopsOf(matrix);
  const cells = rows[Math.min(row, rows.length - 1)] ?? [];
  const here = cells[Math.min(column, cells.length - 1)] ?? [];
  return here[Math.min(height, here.length - 1)] ?? cells.flat()[0] ?? null;
}

/** The stops that are in a cell and not in a head. */
function inCells(stops: readonly HTMLElement[]): HTMLElement[] {
  return stops.filter((stop) => stop.closest("[data-cell]") !== null);
}

/** The stops by row, column and height. */
function stopsOf(matrix: HTMLElement): HTMLElement[][][] {
  const rows: HTMLElement[][][] = [];
  for (const row of matrix.querySelectorAll("[data-row]")) {
    // A folded cell, and an empty one in which one may not write, is a stop itself.
    const cells = [...row.querySelectorAll<HTMLElement>(PLACE)].map((cell) => [
      ...(cell.hasAttribute(STOP) ? [cell] : []),
      ...cell.querySelectorAll<HTMLElement>(`[${STOP}]`),
    ]);
    if (cells.length > 0) rows.push(cells);
  }
  return rows;
}
