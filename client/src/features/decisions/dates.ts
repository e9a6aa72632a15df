import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { useTranslation } from "react-i18next";
import { dateFormat } from "../../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";

/** Writes a day as the reader's language does: *12 mei 2027*. */
export function useDateWords(): (date: LocalDate) => string {
  const { i18n } = useTranslation();
  const format = dateFormat(DATE_LOCALES[languageOf(i18n.language)], {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  return (date) => format.format(new Date(`${date}T00:00:00Z`));
}
