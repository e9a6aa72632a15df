import { type Month } from "@planwand/shared/dates/calendar.ts";
import { busyDays, type Dated } from "@planwand/shared/views/month.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "../../plan/today.ts";
import { EmptyView } from "../../ui/view-page.tsx";
import type { CalendarProps } from "./form-props.ts";
import styles from "./calendar.module.css";
import { DayChips } from "./day-chips.tsx";
import { useDayWords } from "../../fields/day-words.ts";

/** The days of a month on which something falls, one below the other, for a narrow screen. */
export function DayList({
  month,
  dated,
  openId,
  onOpen,
  onDecision,
}: CalendarProps & { readonly month: Month; readonly dated: Dated }): ReactNode {
  const { t } = useTranslation();
  const words = useDayWords();
  const today = useToday();
  const days = busyDays(month, dated);
  if (days.length === 0) return <EmptyView text={t("communication.calendar.emptyMonth")} />;
  return (
    <ol className={styles.days} aria-label={t("communication.calendar.label", { month: words.month(month) })}>
      {days.map((day) => (
        <li key={day.date} className={styles.dayOfList} data-date={day.date}>
          <h4 className={styles.dayName} aria-current={day.date === today ? "date" : undefined}>
            {words.whole(day.date)}
            {day.date === today ? (
              <span className={styles.todayTag}>{t("communication.calendar.isToday")}</span>
            ) : null}
          </h4>
          <DayChips day={day} openId={openId} onOpen={onOpen} onDecision={onDecision} />
        </li>
      ))}
    </ol>
  );
}
