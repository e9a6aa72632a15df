/** Milliseconds since 1970 (UTC); passed in, never read from the machine by pure code. */
export type Clock = () => number;

/** A local date without a time or a zone: `2026-11-23`. Never run it through UTC. */
export type LocalDate = string;

const LOCAL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
/** The first and the last day that can be written. */
const FIRST_MS = Date.parse("0000-01-01T00:00:00Z");
const LAST_MS = Date.parse("9999-12-31T00:00:00Z");
/** Dates in the form that they are kept in, where the plans are made: the Netherlands. */
const DUTCH_DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", dateStyle: "short" });

/** True for a date that exists in the calendar, in the form `YYYY-MM-DD`. */
export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== "string" || !LOCAL_DATE.test(value)) return false;
  const dayMs = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(dayMs) && new Date(dayMs).toISOString().slice(0, 10) === value;
}

/**
 * `date` moved by whole days, as far as dates can be written: from 0000-01-01 to 9999-12-31. Both are calendar days, so no zone is
 * involved.
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  const moved = Date.parse(`${date}T00:00:00Z`) + days * DAY_MS;
  return new Date(Math.min(Math.max(moved, FIRST_MS), LAST_MS)).toISOString().slice(0, 10);
}

/** The local day of a moment (milliseconds since 1970) where the plans are made: the Netherlands. */
export function dayOf(at: number): LocalDate {
  return DUTCH_DAY.format(at);
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
