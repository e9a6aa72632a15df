import type { WaitLine } from "@planwand/shared/views/timeline.ts";
import { memo, type ReactNode } from "react";
import styles from "./wait-lines.module.css";

/** Where a bar is drawn, in pixels. */
export interface BarBox {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

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
            <path d={curve(near(from), near(to))} />
            <path className={styles.tip} d={`M ${String(to.left - 1)} ${String(to.middle)} l -6 -4 v 8 z`} />
            {line.crossesDomains ? <circle cx={from.right + 4} cy={from.middle} r={3} /> : null}
          </g>
        );
      })}
    </svg>
  );
});

/** From the right of the one to the left of the other; back around when the other lies before it. */
function curve(from: BarBox, to: BarBox): string {
  const [x1, y1, x2, y2] = [from.right + 2, from.middle, to.left - 6, to.middle];
  const reach = Math.max(18, Math.min(60, Math.abs(x2 - x1) / 2));
  return `M ${String(x1)} ${String(y1)} C ${String(x1 + reach)} ${String(y1)} ${String(x2 - reach)} ${String(y2)} ${String(x2)} ${String(y2)}`;
}
