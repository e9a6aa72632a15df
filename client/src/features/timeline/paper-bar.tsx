import { lengthOf, type Span, spanOf, within } from "@planwand/shared/views/timeline-dates.ts";
import type { ReactNode } from "react";
import { useDayWords } from "../../fields/day-words.ts";
import { useDomain } from "../../plan/hooks.ts";
import type { PlacedCard } from "../../plan/placed.ts";
import { useToday } from "../../plan/today.ts";
import styles from "./paper-bar.module.css";
import { dayScale } from "./zoom.ts";

/** A sheet takes the whole plan: places along it are shares of its length, in percent. */
const scaleOf = (range: Span) => dayScale(range, 100 / lengthOf(range));

/** The months above the bars; of a plan of years, only where each begins. */
export function PaperDays({ range }: { readonly range: Span }): ReactNode {
  const words = useDayWords();
  const unit = lengthOf(range) > 550 ? "year" : "month";
  return (
    <span className={styles.days}>
      {scaleOf(range)
        .ticks(unit)
        .map(({ date, x, width }) => (
          <span key={date} className={styles.tick} style={{ left: `${String(x)}%` }}>
            {width < 5 ? "" : unit === "year" ? date.slice(0, 4) : words.shortMonth(date)}
          </span>
        ))}
    </span>
  );
}

/** A bar of the timeline along the width of its column, with how far it is and where today lies. */
export function PaperBar({ card, range }: { readonly card: PlacedCard; readonly range: Span }): ReactNode {
  const today = useToday();
  const color = useDomain(card.domain ?? "")?.color ?? 6;
  const span = spanOf(card);
  const scale = scaleOf(range);
  const shown = span === null ? null : within(span, range);
  const percent = (share: number): string => `${String(share)}%`;
  return (
    <span className={styles.days} data-ink>
      <span className={styles.today} style={{ left: percent(scale.x(today)) }} />
      {shown === null ? null : (
        <span
          className={styles.bar}
          style={{
            left: percent(scale.x(shown.first)),
            width: percent(scale.x(shown.last) + scale.pxPerDay - scale.x(shown.first)),
            "--bar-color": `var(--domain-${String(color)})`,
          }}
        >
          <span
            className={styles.done}
            style={{ width: percent(card.status === "done" ? 100 : card.progress) }}
          />
        </span>
      )}
    </span>
  );
}
