/** Where the keys lead from a cell: to another line and column by number, or what they do there. */
export type KeyMeaning =
  | { readonly to: "cell"; readonly line: number; readonly column: number; readonly isRange: boolean }
  | { readonly to: "write" | "open" | "pick" | "pickAll" | "pickNone" };

/** The parts of a key press that count. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** How many lines Page Up and Page Down go. */
const PAGE = 12;
/** The line of the names of the columns. */
export const HEAD = -1;

/** What a press means at this cell of a table of so many lines and columns; null when it is none of ours. */
export function meaningOf(
  press: Press,
  at: { readonly line: number; readonly column: number },
  size: { readonly lines: number; readonly columns: number },
): KeyMeaning | null {
  if (press.altKey) return null;
  const isControl = press.ctrlKey || press.metaKey;
  const last = size.lines - 1;
  const go = (line: number, column: number): KeyMeaning => ({
    to: "cell",
    line: Math.max(HEAD, Math.min(line, last)),
    column: Math.max(0, Math.min(column, size.columns - 1)),
    isRange: press.shiftKey && (press.key === "ArrowDown" || press.key === "ArrowUp"),
  });
  switch (press.key) {
    case "ArrowDown":
      return go(at.line + 1, at.column);
    case "ArrowUp":
      return go(at.line - 1, at.column);
    case "ArrowRight":
      return go(at.line, at.column + 1);
    case "ArrowLeft":
      return go(at.line, at.column - 1);
    case "PageDown":
      return go(at.line + PAGE, at.column);
    case "PageUp":
      return go(Math.max(0, at.line - PAGE), at.column);
    case "Home":
      return go(isControl ? 0 : at.line, 0);
    case "End":
      return go(isControl ? last : at.line, size.columns - 1);
    case "Enter":
      return { to: isControl ? "open" : "write" };
    case "F2":
      return { to: "write" };
    case " ":
      return { to: "pick" };
    case "Escape":
      return { to: "pickNone" };
    default:
      return isControl && press.key.toLowerCase() === "a" ? { to: "pickAll" } : null;
  }
}
