import { isLocalDate, type LocalDate } from "@planwand/shared/kernel/clock.ts";
import { weekNumber } from "@planwand/shared/dates/calendar.ts";
import type { Phase } from "@planwand/shared/plan/schema.ts";
import type { Band, DayMarks } from "@planwand/shared/views/timeline.ts";
import { Gavel, Megaphone } from "lucide-react";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useDayWords } from "../../fields/day-words.ts";
import { Popover } from "../../ui/popover.tsx";
import styles from "./axis.module.css";
import { axisUnits, type DayScale, type Tick, type TickUnit } from "./zoom.ts";

/** What the word of a unit takes: of one that is cut off at the edge of the plan there may be less. */
const WORD_PX: Record<TickUnit, number> = { day: 18, week: 40, month: 40, quarter: 30, year: 44 };

interface Shown {
  readonly from: number;
  readonly to: number;
}

/** The days above the bars, with the phases and what is said and decided when. */
export const Axis = memo(function Axis({
  scale,
  shown,
  phases,
  marks,
  today,
  onDecision,
  onMoment,
}: {
  readonly scale: DayScale;
  readonly shown: Shown;
  readonly phases: readonly Band<Phase>[];
  readonly marks: readonly DayMarks[];
  readonly today: LocalDate;
  readonly onDecision: (id: string) => void;
  readonly onMoment: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [upper, lower] = axisUnits(scale.pxPerDay);
  const lanes = Math.max(1, ...phases.map(({ lane }) => lane + 1));
  const inSight = ({ x, width }: { readonly x: number; readonly width: number }): boolean =>
    x + width >= shown.from && x <= shown.to;
  return (
    <div className={styles.axis} style={{ width: scale.width }}>
      {[upper, lower].map((unit, at) => (
        <div key={unit} className={styles.ticks} data-row={at === 0 ? "upper" : "lower"} aria-hidden="true">
          {scale
            .ticks(unit)
            .filter(inSight)
            .map((tick) => (
              <span key={tick.date} className={styles.tick} style={{ left: tick.x, width: tick.width }}>
                <TickWord tick={tick} unit={unit} isUpper={at === 0} />
              </span>
            ))}
        </div>
      ))}
      <ul className={styles.phases} style={{ height: lanes * 24 }} aria-label={t("timeline.phases")}>
        {phases.map(({ entry, span, lane }, at) => {
          const x = scale.x(span.first);
          const width = Math.max(4, scale.x(span.last) + scale.pxPerDay - x);
          return (
            <li
              key={entry.id}
              className={styles.phase}
              data-even={at % 2 === 0 || undefined}
              style={{ left: x, width, top: lane * 24 }}
              title={entry.name}
            >
              <span>{entry.name || t("board.unnamedPhase")}</span>
            </li>
          );
        })}
      </ul>
      <div className={styles.marks} role="group" aria-label={t("timeline.marks")}>
        {together(marks, scale).map((days) => (
          <Marks
            key={days[0]?.date}
            days={days}
            x={scale.x(days[0]?.date ?? today)}
            {...{ onDecision, onMoment }}
          />
        ))}
      </div>
      <span className={styles.today} data-ink style={{ left: scale.x(today) + scale.pxPerDay / 2 }}>
        {t("timeline.today")}
      </span>
    </div>
  );
});

/** Days so close to each other that their signs would lie on one another share one sign. */
function together(marks: readonly DayMarks[], scale: DayScale): readonly (readonly DayMarks[])[] {
  const groups: DayMarks[][] = [];
  for (const day of marks) {
    if (!isLocalDate(day.date) || day.date < scale.range.first || day.date > scale.range.last) continue;
    const last = groups.at(-1);
    const first = last?.[0];
    if (last !== undefined && first !== undefined && scale.x(day.date) - scale.x(first.date) < 34)
      last.push(day);
    else groups.push([day]);
  }
  return groups;
}

function TickWord({
  tick,
  unit,
  isUpper,
}: {
  readonly tick: Tick;
  readonly unit: TickUnit;
  readonly isUpper: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const words = useDayWords();
  if (tick.width < WORD_PX[unit]) return null;
  const { date } = tick;
  switch (unit) {
    case "day":
      return <span>{Number(date.slice(8))}</span>;
    case "week":
      return <span>{t("timeline.week", { number: weekNumber(date) })}</span>;
    case "month":
      return (
        <span>{isUpper && tick.width > 130 ? words.month(date.slice(0, 7)) : words.shortMonth(date)}</span>
      );
    case "quarter":
      return <span>{t("timeline.quarter", { number: Math.ceil(Number(date.slice(5, 7)) / 3) })}</span>;
    case "year":
      return <span>{date.slice(0, 4)}</span>;
  }
}

/** What is to be said and decided on days close to each other; pressing it lists them. */
function Marks({
  days,
  x,
  onDecision,
  onMoment,
}: {
  readonly days: readonly DayMarks[];
  readonly x: number;
  readonly onDecision: (id: string) => void;
  readonly onMoment: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = useDayWords();
  const decisions = days.reduce((sum, day) => sum + day.decisions.length, 0);
  const moments = days.reduce((sum, day) => sum + day.moments.length, 0);
  const said = [
    ...(decisions > 0 ? [t("timeline.decisions", { count: decisions })] : []),
    ...(decisions > 0 && moments > 0 ? [t("timeline.together", { count: decisions + moments })] : []),
    ...(moments > 0 ? [t("timeline.moments", { count: moments })] : []),
  ].join(", ");
  const [first, last] = [days[0]?.date ?? "", days.at(-1)?.date ?? ""];
  const when = first === last ? words.day(first) : `${words.day(first)} – ${words.day(last)}`;
  return (
    <Popover
      label={t("timeline.marksOn", { when })}
      trigger={
        <button
          type="button"
          className={styles.mark}
          data-kind={decisions > 0 ? "decision" : "moment"}
          style={{ left: x }}
          aria-label={`${when}: ${said}`}
          title={`${when}: ${said}`}
        >
          {decisions > 0 ? <Gavel size={13} aria-hidden /> : <Megaphone size={13} aria-hidden />}
          {decisions + moments > 1 ? <span>{decisions + moments}</span> : null}
        </button>
      }
    >
      <ul className={styles.marked}>
        {days.flatMap((day) => [
          ...day.decisions.map(({ id, question }) => (
            <li key={id}>
              <button type="button" className={styles.open} onClick={() => onDecision(id)}>
                <Gavel size={15} aria-hidden />
                <span>
                  {question || t("timeline.noQuestion")}
                  <small>{t("timeline.neededBy", { date: words.day(day.date) })}</small>
                </span>
              </button>
            </li>
          )),
          ...day.moments.map(({ id, kind, message }) => (
            <li key={id}>
              <button type="button" className={styles.open} onClick={() => onMoment(id)}>
                <Megaphone size={15} aria-hidden />
                <span>
                  {message || t("timeline.noMessage")}
                  <small>{`${t(`communication.kinds.${kind}`)} · ${words.day(day.date)}`}</small>
                </span>
              </button>
            </li>
          )),
        ])}
      </ul>
    </Popover>
  );
}
