import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { useTranslation } from "react-i18next";
import { dateFormat } from "../../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";

/** Writes a day, or a period, as the reader's language does; empty for none. */
export function usePeriodWords(): (from: LocalDate | null, to: LocalDate | null) => string {
  const { i18n } = useTranslation();
  const format = dateFormat(DATE_LOCALES[languageOf(i18n.language)], {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  return (from, to) => {
    const [first, last] = [from, to]
      .filter((date) => date !== null)
      .map((date) => new Date(`${date}T00:00:00Z`));
    if (first === undefined) return "";
    return last === undefined || last < first ? format.format(first) : format.formatRange(first, last);
  };
}
