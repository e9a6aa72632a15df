import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import type { Blackout, Phase } from "@planwand/shared/plan/schema.ts";
import type { Span } from "@planwand/shared/views/timeline-dates.ts";
import type { Band } from "@planwand/shared/views/timeline.ts";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./backdrop.module.css";
import { axisUnits, type DayScale } from "./zoom.ts";

/** A phase behind the bars that stand under its name. */
export interface PhaseArea {
  readonly phase: Phase;
  readonly span: Span;
  readonly top: number;
  readonly height: number;
}

/** What lies behind the bars: the grid of days, closed periods, each phase behind its own bars, and today. */
export const Backdrop = memo(function Backdrop({
  scale,
  shown,
  height,
  today,
  blackouts,
  areas,
}: {
  readonly scale: DayScale;
  readonly shown: { readonly from: number; readonly to: number };
  readonly height: number;
  readonly today: LocalDate;
  readonly blackouts: readonly Band<Blackout>[];
  readonly areas: readonly PhaseArea[];
}): ReactNode {
  const { t } = useTranslation();
  const [upper, lower] = axisUnits(scale.pxPerDay);
  const box = ({ first, last }: Span) => {
    const left = Math.max(0, scale.x(first));
    return { left, width: Math.max(2, Math.min(scale.width, scale.x(last) + scale.pxPerDay) - left) };
  };
  return (
    <div className={styles.backdrop} data-ink style={{ width: scale.width, height }}>
      {areas.map(({ phase, span, top, height: own }) => (
        <span key={phase.id} className={styles.area} style={{ ...box(span), top, height: own }} />
      ))}
      {[lower, upper].flatMap((unit) =>
        scale
          .ticks(unit)
          .filter(({ x }) => x >= shown.from && x <= shown.to)
          .map(({ date, x }) => (
            <span
              key={`${unit} ${date}`}
              className={styles.line}
              data-strong={unit === upper || undefined}
              style={{ left: x }}
            />
          )),
      )}
      <ul aria-label={t("timeline.blackouts")}>
        {blackouts.map(({ entry, span, lane }) => (
          <li key={entry.id} className={styles.blackout} style={box(span)} title={entry.name}>
            <span style={{ marginTop: lane * 14 }}>{entry.name || t("timeline.unnamedBlackout")}</span>
          </li>
        ))}
      </ul>
      <span
        className={styles.today}
        style={{ left: scale.x(today) + scale.pxPerDay / 2 }}
        data-testid="today-line"
      />
    </div>
  );
});
