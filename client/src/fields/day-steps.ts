import { sameDayLater, weekday } from "@planwand/shared/dates/calendar.ts";
import { addDays, type LocalDate } from "@planwand/shared/kernel/clock.ts";
import type { KeyboardEvent } from "react";

/** Where each key goes from a day. */
const STEPS: Readonly<Record<string, (date: LocalDate, months: number) => LocalDate>> = {
  ArrowLeft: (date) => addDays(date, -1),
  ArrowRight: (date) => addDays(date, 1),
  ArrowUp: (date) => addDays(date, -7),
  ArrowDown: (date) => addDays(date, 7),
  Home: (date) => addDays(date, -weekday(date)),
  End: (date) => addDays(date, 6 - weekday(date)),
  PageUp: (date, months) => sameDayLater(date, -months),
  PageDown: (date, months) => sameDayLater(date, months),
};

/** The day that a key goes to from another in a month of weeks; with Shift a page is a year. Null for any other key. */
export function dayByKey(event: KeyboardEvent, date: LocalDate): LocalDate | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  return STEPS[event.key]?.(date, event.shiftKey ? 12 : 1) ?? null;
}
