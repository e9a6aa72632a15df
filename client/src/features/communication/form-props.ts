import type { CoverageCell, CoverageRow } from "@planwand/shared/views/coverage.ts";
import type { FirstValues } from "./use-add-moment.ts";

/** What every form of this view is given: which moment is open, how to open one, and how to add one if one may. */
export interface FormProps {
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly onAdd: ((values: FirstValues) => void) | null;
}

/** What a calendar is given beside that. */
export interface CalendarProps extends FormProps {
  readonly onDecision: (id: string) => void;
}

/** What the grid of who hears what is given, whichever shape it has. */
export interface CoverageShape {
  readonly rows: readonly CoverageRow[];
  readonly onlyLeftOut: boolean;
  /** Shows what can be done with a cell, at its button. */
  readonly onCell: (row: CoverageRow, cell: CoverageCell, at: HTMLElement) => void;
  /** Whether a cell has anything to show or do. */
  readonly canPress: (cell: CoverageCell) => boolean;
}
