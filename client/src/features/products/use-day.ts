import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { dateFormat } from "../../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";

/** Writes a day as the reader's language does; empty for none. */
export function useDay(): (date: LocalDate | null) => string {
  const { i18n } = useTranslation();
  const format = useMemo(
    () =>
      dateFormat(DATE_LOCALES[languageOf(i18n.language)], {
        day: "numeric",
        month: "short",
        year: "numeric",
        timeZone: "UTC",
      }),
    [i18n.language],
  );
  return useCallback((date) => (date === null ? "" : format.format(new Date(`${date}T00:00:00Z`))), [format]);
}
