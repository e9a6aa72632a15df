import { addDays, type LocalDate } from "@planwand/shared/kernel/clock.ts";
import type { Month } from "@planwand/shared/dates/calendar.ts";
import { useTranslation } from "react-i18next";
import { dateFormat } from "../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../i18n/setup.ts";

/** Days and months as the reader's language writes them. */
export interface DayWords {
  /** donderdag 3 december 2026 */
  whole(date: LocalDate): string;
  /** do 3 dec 2026 */
  wholeShort(date: LocalDate): string;
  /** donderdag */
  weekday(date: LocalDate): string;
  /** 3 december 2026 */
  day(date: LocalDate): string;
  /** 3 dec */
  short(date: LocalDate): string;
  /** dec */
  shortMonth(date: LocalDate): string;
  /** december 2026 */
  month(month: Month): string;
  /** The days of the week from Monday: ma and maandag. */
  readonly week: readonly { readonly short: string; readonly long: string }[];
}

const A_MONDAY: LocalDate = "2026-11-23";

/** How dates are written in the language of the page. */
export function useDayWords(): DayWords {
  const { i18n } = useTranslation();
  const locale = DATE_LOCALES[languageOf(i18n.language)];
  const write = (date: LocalDate, form: Intl.DateTimeFormatOptions): string =>
    // A local date has no zone: read and written in the same one, it stays that day.
    dateFormat(locale, { ...form, timeZone: "UTC" }).format(Date.parse(`${date}T00:00:00Z`));
  return {
    whole: (date) => write(date, { weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    wholeShort: (date) => write(date, { weekday: "short", day: "numeric", month: "short", year: "numeric" }),
    weekday: (date) => write(date, { weekday: "long" }),
    day: (date) => write(date, { day: "numeric", month: "long", year: "numeric" }),
    short: (date) => write(date, { day: "numeric", month: "short" }),
    shortMonth: (date) => write(date, { month: "short" }),
    month: (month) => write(`${month}-01`, { month: "long", year: "numeric" }),
    week: Array.from({ length: 7 }, (_, at) => {
      const date = addDays(A_MONDAY, at);
      return { short: write(date, { weekday: "short" }), long: write(date, { weekday: "long" }) };
    }),
  };
}
