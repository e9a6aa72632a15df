import { dateFormat } from "./date-format.ts";
import { DATE_LOCALES, languageOf } from "./setup.ts";

/** A local date, or those from one to another, as a language writes them in short: *1 mrt 2027*, *1 sep – 12 dec 2026*. Empty for none. */
export function shortDays(language: string, ...days: readonly (string | null)[]): string {
  const [from, to] = days.filter((date) => date !== null).map((date) => Date.parse(date));
  const format = dateFormat(DATE_LOCALES[languageOf(language)], {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  if (from === undefined) return "";
  return to === undefined ? format.format(from) : format.formatRange(from, to);
}
