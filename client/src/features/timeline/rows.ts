import type { Bar, BarGroup, Scheduled } from "@planwand/shared/views/timeline.ts";

/** A line of the timeline: the head of a group or a bar, and where it stands, in pixels. */
export type Row<A> = { readonly top: number; readonly height: number } & (
  | { readonly kind: "group"; readonly key: string; readonly group: BarGroup<A> }
  | { readonly kind: "bar"; readonly key: string; readonly bar: Bar<A> }
);

/** How high rows are, in pixels. */
export interface RowHeights {
  readonly group: number;
  readonly bar: number;
}

/** All lines one below the other. */
export function rowsOf<A extends Scheduled>(
  groups: readonly BarGroup<A>[],
  heights: RowHeights,
): { readonly rows: readonly Row<A>[]; readonly height: number } {
  const rows: Row<A>[] = [];
  let top = 0;
  for (const group of groups) {
    rows.push({ kind: "group", key: `group ${group.id ?? ""}`, group, top, height: heights.group });
    top += heights.group;
    for (const bar of group.bars) {
      rows.push({ kind: "bar", key: bar.activity.id, bar, top, height: heights.bar });
      top += heights.bar;
    }
  }
  return { rows, height: top };
}

/** The lines of which something is between two heights, with a few around them, and the one that has focus wherever it is. */
export function visibleRows<A>(
  rows: readonly Row<A>[],
  from: number,
  to: number,
  focused: string | null,
): readonly Row<A>[] {
  const margin = 240;
  return rows.filter(
    ({ top, height, key }) => (top + height >= from - margin && top <= to + margin) || key === focused,
  );
}
