import { addMonths, type Month, monthOf } from "@planwand/shared/dates/calendar.ts";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "../../plan/today.ts";
import { useEntries } from "../../plan/entry-lists.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { useNarrow } from "../../ui/narrow.ts";
import { DayChips } from "./day-chips.tsx";
import styles from "./calendar.module.css";
import { DayList } from "./day-list.tsx";
import { useDayWords } from "../../fields/day-words.ts";
import type { CalendarProps } from "./form-props.ts";
import { MonthGrid } from "./month-grid.tsx";

/** One month of moments, with the decisions that are needed in it and the periods in which nothing can be done. */
export function Calendar({
  month: asked,
  onMonth,
  ...props
}: CalendarProps & {
  /** Null for the month of the open moment, or of today. */
  readonly month: Month | null;
  readonly onMonth: (month: Month) => void;
}): ReactNode {
  const { t } = useTranslation();
  const isNarrow = useNarrow();
  const moments = useEntries("communications");
  const decisions = useEntries("decisions");
  const blackouts = useEntries("blackouts");
  const openDate = moments.find(({ id }) => id === props.openId)?.date ?? null;
  const today = useToday();
  const month = asked ?? monthOf(openDate ?? today);
  const undated = moments.filter(({ date }) => date === null);
  const shown = { ...props, month, onMonth, dated: { moments, decisions, blackouts } };
  return (
    <div className={styles.calendar}>
      <MonthBar month={month} onMonth={onMonth} />
      {isNarrow ? <DayList {...shown} /> : <MonthGrid {...shown} />}
      {undated.length === 0 ? null : (
        <section className={styles.undated} aria-label={t("communication.calendar.undated")}>
          <h3 className={styles.undatedName}>{t("communication.calendar.undated")}</h3>
          <DayChips day={{ moments: undated, decisions: [], blackouts: [] }} {...props} />
        </section>
      )}
    </div>
  );
}

function MonthBar({
  month,
  onMonth,
}: {
  readonly month: Month;
  readonly onMonth: (month: Month) => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = useDayWords();
  const current = monthOf(useToday());
  const [before, after] = [addMonths(month, -1), addMonths(month, 1)];
  return (
    <div className={styles.monthBar}>
      <IconButton
        variant="secondary"
        label={t("communication.calendar.previous", { month: words.month(before) })}
        onClick={() => onMonth(before)}
      >
        <ChevronLeft aria-hidden />
      </IconButton>
      <IconButton
        variant="secondary"
        label={t("communication.calendar.next", { month: words.month(after) })}
        onClick={() => onMonth(after)}
      >
        <ChevronRight aria-hidden />
      </IconButton>
      <h3 className={styles.monthName} aria-live="polite">
        {words.month(month)}
      </h3>
      {month === current ? null : (
        <Button variant="ghost" onClick={() => onMonth(current)}>
          {t("communication.calendar.toToday")}
        </Button>
      )}
    </div>
  );
}
