import type { WaitLine } from "@planwand/shared/views/timeline.ts";
import { memo, type ReactNode } from "react";
import styles from "./wait-lines.module.css";

/** Where a bar is drawn, in pixels. */
export interface BarBox {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

/** From the middle of a bar to where its row ends. */
const HALF_ROW_PX = 18;

/** So far out of sight a line is drawn on to a bar that is farther: dashes over thousands of pixels make scrolling halt. */
const BEYOND_PX = 300;

/** What waits for what, from the end of the one to the begin of the other. The bars say the same in words. */
export const WaitLines = memo(function WaitLines({
  lines,
  boxOf,
  active,
  width,
  height,
  shown,
}: {
  readonly lines: readonly WaitLine[];
  readonly boxOf: (id: string) => BarBox | null;
  /** The bar that somebody points at or has in focus: its lines stand out. */
  readonly active: string | null;
  readonly width: number;
  readonly height: number;
  /** From which height to which one sees them. */
  readonly shown: { readonly from: number; readonly to: number };
}): ReactNode {
  const isSeen = ({ middle }: BarBox): boolean => middle >= shown.from && middle <= shown.to;
  const near = (box: BarBox): BarBox => ({
    ...box,
    middle: Math.min(Math.max(box.middle, shown.from - BEYOND_PX), shown.to + BEYOND_PX),
  });
  return (
    <svg className={styles.lines} width={width} height={height} aria-hidden="true" focusable="false">
      {lines.map((line) => {
        const [from, to] = [boxOf(line.from), boxOf(line.to)];
        if (from === null || to === null) return null;
        const isActive = active === line.from || active === line.to;
        // One that only passes by, from a bar out of sight to another, says nothing here.
        if (!isActive && !isSeen(from) && !isSeen(to)) return null;
        return (
          <g
            key={`${line.from} ${line.to}`}
            className={styles.line}
            data-wait-line={`${line.from} ${line.to}`}
            data-broken={line.isBroken || undefined}
            data-crosses={line.crossesDomains || undefined}
            data-void={line.isVoid || undefined}
            data-active={isActive || undefined}
            data-quiet={(active !== null && !isActive) || undefined}
          >
            <path d={way(near(from), near(to))} />
            <path className={styles.tip} d={`M ${String(to.left - 1)} ${String(to.middle)} l -6 -4 v 8 z`} />
            {line.crossesDomains ? <circle cx={from.right + 4} cy={from.middle} r={3} /> : null}
          </g>
        );
      })}
    </svg>
  );
});

/**
 * From the right of the one, straight down or up beside it, to the left of the other; in front of a bar that begins earlier it goes
 * back between two rows. All lines from one bar so share their way until each turns off.
 */
function way(from: BarBox, to: BarBox): string {
  const [begin, trunk, end] = [from.right + 2, from.right + 10, to.left - 6];
  const out = `M ${String(begin)} ${String(from.middle)} H ${String(trunk)}`;
  if (end >= trunk) return `${out} V ${String(to.middle)} H ${String(end)}`;
  const between = to.middle + (to.middle > from.middle ? -HALF_ROW_PX : HALF_ROW_PX);
  return `${out} V ${String(between)} H ${String(end - 8)} V ${String(to.middle)} H ${String(end)}`;
}
