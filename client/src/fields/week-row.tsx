import { weekNumber } from "@planwand/shared/dates/calendar.ts";
import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import type { CalendarDay } from "@planwand/shared/views/month.ts";
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "../plan/today.ts";
import styles from "./date-picker.module.css";
import { useDayWords } from "./day-words.ts";

/** A week of days to pick, from Monday, with its number. */
export function WeekRow({
  week,
  value,
  min,
  stop,
  onPick,
  onKeyDown,
}: {
  readonly week: readonly CalendarDay[];
  readonly value: LocalDate | null;
  readonly min: LocalDate | undefined;
  /** Tab comes to this day. */
  readonly stop: LocalDate;
  readonly onPick: (day: LocalDate) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = useDayWords();
  const today = useToday();
  const number = weekNumber(week[0]?.date ?? today);
  return (
    <div role="row" className={styles.week}>
      <span role="rowheader" className={styles.number} aria-label={t("fields.date.weekOf", { week: number })}>
        {number}
      </span>
      {week.map(({ date, isInMonth, blackouts }) => {
        const isOff = min !== undefined && date < min;
        const label = [
          words.whole(date),
          date === today ? t("fields.date.isToday") : null,
          ...blackouts.map(({ name }) => name || t("goals.unnamedBlackout")),
          isOff ? t("fields.date.tooEarly") : null,
        ];
        return (
          <button
            key={date}
            type="button"
            role="gridcell"
            className={styles.day}
            data-day={date}
            data-out={!isInMonth || undefined}
            data-closed={blackouts.length > 0 || undefined}
            tabIndex={date === stop ? 0 : -1}
            aria-label={label.filter((word) => word !== null).join(", ")}
            aria-selected={date === value}
            aria-current={date === today ? "date" : undefined}
            aria-disabled={isOff || undefined}
            title={blackouts.map(({ name }) => name).join(", ") || undefined}
            onKeyDown={onKeyDown}
            onClick={() => (isOff ? undefined : onPick(date))}
          >
            <span>{Number(date.slice(8))}</span>
          </button>
        );
      })}
    </div>
  );
}
