import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { type Month, monthOf } from "@planwand/shared/dates/calendar.ts";
import { type CalendarDay, type Dated, weeksOf } from "@planwand/shared/views/month.ts";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "../../plan/today.ts";
import type { CalendarProps } from "./form-props.ts";
import styles from "./month-grid.module.css";
import { dayByKey } from "../../fields/day-steps.ts";
import { useDayWords } from "../../fields/day-words.ts";
import { MonthDay } from "./month-day.tsx";

/** A month of weeks. Tab comes to one day; the arrow keys go to the others, also over the edge of the month. */
export function MonthGrid({
  month,
  onMonth,
  dated,
  ...props
}: CalendarProps & {
  readonly month: Month;
  readonly onMonth: (month: Month) => void;
  readonly dated: Dated;
}): ReactNode {
  const { t } = useTranslation();
  const words = useDayWords();
  const helpId = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState<LocalDate | null>(null);
  const isGoing = useRef(false);
  const stop = stopIn(month, chosen, useToday());
  useEffect(() => {
    if (!isGoing.current) return;
    isGoing.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-stop="${stop}"]`)?.focus();
  });

  function onKeyDown(event: KeyboardEvent, { date }: CalendarDay): void {
    const next = dayByKey(event, date);
    if (next === null) return;
    event.preventDefault();
    isGoing.current = true;
    choose(next);
    if (monthOf(next) !== month) onMonth(monthOf(next));
  }

  return (
    <>
      <div
        ref={grid}
        role="grid"
        className={styles.grid}
        aria-label={t("communication.calendar.label", { month: words.month(month) })}
        aria-describedby={helpId}
      >
        <div role="row" className={styles.week}>
          {words.week.map(({ short, long }) => (
            <span key={long} role="columnheader" aria-label={long} className={styles.weekday}>
              {short}
            </span>
          ))}
        </div>
        {weeksOf(month, dated).map((week) => (
          <div key={week[0]?.date} role="row" className={styles.week}>
            {week.map((day) => (
              <MonthDay
                key={day.date}
                day={day}
                isStop={day.date === stop}
                onFocus={() => choose(day.isInMonth ? day.date : stop)}
                onKeyDown={(event) => onKeyDown(event, day)}
                {...props}
              />
            ))}
          </div>
        ))}
      </div>
      <p id={helpId} className={styles.help}>
        {t("communication.calendar.keys")} {props.onAdd === null ? null : t("communication.calendar.keysAdd")}
      </p>
    </>
  );
}

/** The day that Tab comes to: the one last visited, else today, else the first of the month. */
function stopIn(month: Month, chosen: LocalDate | null, today: LocalDate): LocalDate {
  if (chosen !== null && monthOf(chosen) === month) return chosen;
  return monthOf(today) === month ? today : `${month}-01`;
}
