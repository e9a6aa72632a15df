import { weekday } from "@planwand/shared/dates/calendar.ts";
import { type CalendarDay } from "@planwand/shared/views/month.ts";
import { Plus } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "../../plan/today.ts";
import type { CalendarProps } from "./form-props.ts";
import { DayChips } from "./day-chips.tsx";
import { useDayWords } from "../../fields/day-words.ts";
import styles from "./month-grid.module.css";

/** One day of a month: its number, what falls on it, and a way to add a moment. */
export function MonthDay({
  day,
  isStop,
  onFocus,
  onKeyDown,
  openId,
  onOpen,
  onAdd,
  onDecision,
}: CalendarProps & {
  readonly day: CalendarDay;
  /** Tab comes to this day. */
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = useDayWords();
  const { date, isInMonth, blackouts } = day;
  const isToday = date === useToday();
  const isFirst = !isInMonth || date.endsWith("-01");
  return (
    <div
      role="gridcell"
      className={styles.day}
      data-date={date}
      data-out={!isInMonth || undefined}
      data-weekend={weekday(date) > 4 || undefined}
      data-closed={blackouts.length > 0 || undefined}
      aria-current={isToday ? "date" : undefined}
    >
      <div className={styles.dayHead}>
        <button
          type="button"
          className={styles.stop}
          data-stop={date}
          tabIndex={isStop ? 0 : -1}
          aria-label={useDayLabel(day, isToday)}
          aria-disabled={onAdd === null || undefined}
          title={onAdd === null ? undefined : t("communication.addOnDay", { date: words.day(date) })}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
          onClick={() => onAdd?.({ kind: "inform", date })}
        >
          <span className={styles.number} data-month={isFirst ? words.shortMonth(date) : undefined}>
            {Number(date.slice(8))}
          </span>
          {onAdd === null ? null : <Plus size={14} aria-hidden="true" />}
        </button>
        {isToday ? <span className={styles.today}>{t("communication.calendar.isToday")}</span> : null}
      </div>
      <DayChips day={day} openId={openId} onOpen={onOpen} onDecision={onDecision} />
    </div>
  );
}

/** What a screen reader says of a day: the date in words, whether it is today, and how much falls on it. */
function useDayLabel({ date, moments, decisions, blackouts }: CalendarDay, isToday: boolean): string {
  const { t } = useTranslation();
  const words = useDayWords();
  const what = [
    isToday ? t("communication.calendar.isToday") : null,
    moments.length > 0 ? t("communication.count", { count: moments.length }) : null,
    decisions.length > 0 ? t("communication.calendar.decisions", { count: decisions.length }) : null,
    ...blackouts.map(({ name }) => name || t("communication.calendar.unnamedBlackout")),
  ].filter((part) => part !== null);
  if (what.length === 0) return words.whole(date);
  return t("communication.calendar.dayWith", { date: words.whole(date), what: what.join(", ") });
}
