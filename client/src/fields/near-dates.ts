import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { dateFormat } from "../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../i18n/setup.ts";
import { useToday } from "../plan/today.ts";

/** Days and moments that are near most of the time, written the way people say them: with the year only when it is another one. */
export interface NearDates {
  /** 3 december, or 3 december 2025 */
  day(date: LocalDate): string;
  /** 3 dec 10:15, or 3 dec 2025 10:15, here; of milliseconds since 1970 */
  moment(at: number, form: { readonly weekday?: "short"; readonly month: "short" | "long" }): string;
}

export function useNearDates(): NearDates {
  const { i18n } = useTranslation();
  const locale = DATE_LOCALES[languageOf(i18n.language)];
  const thisYear = useToday().slice(0, 4);
  return useMemo(() => {
    const day = (year: string): Intl.DateTimeFormatOptions =>
      year === thisYear ? { day: "numeric" } : { day: "numeric", year: "numeric" };
    return {
      day: (date) =>
        dateFormat(locale, { ...day(date.slice(0, 4)), month: "long", timeZone: "UTC" }).format(
          Date.parse(`${date}T00:00:00Z`),
        ),
      moment: (at, form) =>
        dateFormat(locale, {
          ...form,
          ...day(String(new Date(at).getFullYear())),
          hour: "2-digit",
          minute: "2-digit",
        }).format(at),
    };
  }, [locale, thisYear]);
}
