import type { LocalDate } from "../kernel/clock.ts";
import type { ReportWords } from "./words/nl.ts";

/** A day in full: `23 november 2026`. Written out here, so that a report reads the same wherever it is made. */
export function longDate(date: LocalDate, { months }: Pick<ReportWords, "months">): string {
  return written(date, months);
}

/** A day in short: `23 nov 2026`. */
export function shortDate(date: LocalDate, { months3 }: Pick<ReportWords, "months3">): string {
  return written(date, months3);
}

/** From and to, in short; one of both when the other is not known, and `none` without either. */
export function period(
  start: LocalDate | null,
  end: LocalDate | null,
  words: Pick<ReportWords, "months3">,
  none: string,
): string {
  const days = [start, end].map((date) => (date === null ? "…" : shortDate(date, words)));
  return start === null && end === null ? none : days.join(" – ");
}

/** The local time of a moment, in hours and minutes. */
export function timeOf(at: number): string {
  return DUTCH_TIME.format(at);
}

const DUTCH_TIME = new Intl.DateTimeFormat("nl-NL", {
  timeZone: "Europe/Amsterdam",
  hour: "2-digit",
  minute: "2-digit",
});

function written(date: LocalDate, months: readonly string[]): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`;
}
