import { monthOf, sameDayLater } from "@planwand/shared/dates/calendar.ts";
import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { weeksOf } from "@planwand/shared/views/month.ts";
import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEntries } from "../plan/entry-lists.ts";
import { useToday } from "../plan/today.ts";
import { Button, IconButton } from "../ui/button.tsx";
import styles from "./date-picker.module.css";
import { useDayWords } from "./day-words.ts";
import { dayByKey } from "./day-steps.ts";
import { useShortDays } from "./short-days.ts";
import { WeekRow } from "./week-row.tsx";

const TURNS = [
  { months: -12, word: "previousYear", Icon: ChevronsLeft },
  { months: -1, word: "previousMonth", Icon: ChevronLeft },
  { months: 1, word: "nextMonth", Icon: ChevronRight },
  { months: 12, word: "nextYear", Icon: ChevronsRight },
] as const;

/** A month to pick a day in, apart from `date-input.tsx` because it is needed only when opened. */
export function DatePicker({
  value,
  min,
  isRequired,
  onPick,
}: {
  readonly value: LocalDate | null;
  /** Earlier days cannot be picked. */
  readonly min: LocalDate | undefined;
  readonly isRequired: boolean;
  readonly onPick: (day: LocalDate | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = useDayWords();
  const shortDays = useShortDays();
  const today = useToday();
  const ids = useId();
  const blackouts = useEntries("blackouts");
  const grid = useRef<HTMLDivElement>(null);
  const isFirst = min === undefined || today >= min;
  const [stop, setStop] = useState(value ?? (isFirst ? today : min));
  // Focus begins at the day, and goes along with the keys.
  const isGoing = useRef(true);
  useEffect(() => {
    if (!isGoing.current) return;
    isGoing.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${stop}"]`)?.focus();
  }, [stop]);
  const weeks = weeksOf(monthOf(stop), { moments: [], decisions: [], blackouts });
  const closed = new Set(weeks.flat().flatMap((day) => (day.isInMonth ? day.blackouts : [])));
  function onKeyDown(event: KeyboardEvent): void {
    const next = dayByKey(event, stop);
    if (next === null) return;
    event.preventDefault();
    isGoing.current = true;
    setStop(next);
  }

  const [back, on] = [TURNS.slice(0, 2), TURNS.slice(2)];
  const turns = (some: readonly (typeof TURNS)[number][]): ReactNode =>
    some.map(({ months, word, Icon }) => (
      <IconButton
        key={word}
        label={t(`fields.date.${word}`)}
        onClick={() => setStop(sameDayLater(stop, months))}
      >
        <Icon size={18} aria-hidden />
      </IconButton>
    ));
  return (
    <div
      role="presentation"
      className={styles.picker}
      data-testid="date-picker"
      // What is around the field has keys of its own.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={styles.head}>
        {turns(back)}
        <h3 id={`${ids}-month`} className={styles.month} aria-live="polite">
          {words.month(monthOf(stop))}
        </h3>
        {turns(on)}
      </div>
      <div
        ref={grid}
        role="grid"
        className={styles.grid}
        aria-labelledby={`${ids}-month`}
        aria-describedby={`${ids}-keys`}
      >
        <div role="row" className={styles.week}>
          <span role="columnheader" aria-label={t("fields.date.weekLong")} className={styles.number}>
            {t("fields.date.week")}
          </span>
          {words.week.map(({ short, long }) => (
            <span key={long} role="columnheader" aria-label={long} className={styles.weekday}>
              {short}
            </span>
          ))}
        </div>
        {weeks.map((week) => (
          <WeekRow
            key={week[0]?.date}
            week={week}
            {...{ value, min, stop }}
            onPick={onPick}
            onKeyDown={onKeyDown}
          />
        ))}
      </div>
      {closed.size === 0 ? null : (
        <ul className={styles.closed}>
          {[...closed].map(({ id, name, start, end }) => (
            <li key={id}>
              <span className={styles.swatch} aria-hidden="true" />
              <span>
                {name || t("goals.unnamedBlackout")} ({shortDays(start, end)})
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.foot}>
        {isFirst ? (
          <Button variant="ghost" onClick={() => onPick(today)}>
            {t("fields.date.today")}
          </Button>
        ) : null}
        {value === null || isRequired ? null : (
          <Button variant="ghost" onClick={() => onPick(null)}>
            {t("fields.date.clear")}
          </Button>
        )}
      </div>
      <p id={`${ids}-keys`} className={styles.keys}>
        {t("fields.date.keys")}
      </p>
    </div>
  );
}
