import type { LocalDate } from "@planwand/shared/kernel/clock.ts";

const written = (date: LocalDate, form: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat("nl-NL", { ...form, timeZone: "UTC" }).format(Date.parse(date));

/** `30 november 2026`. */
export const dayInWords = (date: LocalDate): string =>
  written(date, { day: "numeric", month: "long", year: "numeric" });

/** `maandag 30 november 2026`. */
export const wholeDayInWords = (date: LocalDate): string =>
  written(date, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
