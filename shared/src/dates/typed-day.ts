import { addDays, type LocalDate } from "../kernel/clock.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { dayAt, mondayOf, weekday } from "./calendar.ts";
import { monthNamed, weekdayNamed } from "./day-names.ts";
import { dayFromToday, weekFromToday, weekdayNear } from "./relative-day.ts";
import { dayText, fullYear, readWritten } from "./written-day.ts";

/** For what a day is asked. */
export interface DayAsked {
  readonly today: LocalDate;
  /** Whether a day without its year is most likely still to come, or has been. */
  readonly leans: "ahead" | "back";
  /** A day without its year does not come before this one; null when it may be any. */
  readonly notBefore: LocalDate | null;
  /** The first and the last day of the plan, in which a day without its year most likely falls; null when it has none. */
  readonly period: { readonly first: LocalDate; readonly last: LocalDate } | null;
}

/** The day that was meant, and whether no further letter could make it another one. */
export interface Meant {
  readonly day: LocalDate;
  readonly isWhole: boolean;
}

/** Why a text was not understood as a day. */
export type Misread =
  | { readonly reason: "unknown" | "noMonth" | "noDay" | "noSuchDay" | "noSuchWeek" | "farAway" }
  /** It names another day of the week than that of the day. */
  | { readonly reason: "otherWeekday"; readonly day: LocalDate };

/** A longer text is no day, so that reading one costs nothing. */
const MAX_LENGTH = 60;
/** What lies outside is a year that was typed wrong. */
const FIRST_DAY = "1900-01-01";
const LAST_DAY = "2199-12-31";
/** So many years before and after a day its like is looked for: 29 February is missing for eight at the turn of a century. */
const YEARS_AROUND = 8;

/** Words that say nothing about which day is meant. */
const FILLERS = new Set(["op", "on", "de", "the", "van", "of"]);
const WEEK = /^(?:in )?(?:week|wk|w)\.? ?(\d{1,2})(?:,?[-/ ]+['’]?(\d{4}|\d{2}))?$/;
const ISO_WEEK = /^(\d{4})[- ]?w(\d{1,2})$/;
/** A day that is written with all of its year. */
const WHOLE = /^\d{4}([-/.]?)\d{2}\1\d{2}$|\D\d{4}$/;

/**
 * The day that somebody means by what they typed, in Dutch or in English: `1 mrt`, `ma 1-3-2027`, `week 12`, `over 2 weken`, `morgen`,
 * `next week Friday`, `+2w`. Which forms there are and which year is meant stands in SPEC.md. Refused with why it is no day.
 */
export function readTypedDay(text: string, asked: DayAsked): Result<Meant, Misread> {
  if (text.length > MAX_LENGTH) return refuse({ reason: "unknown" });
  const said = dayText(text);
  const { named, rest } = withoutWeekday(said);
  const meant = meantBy(rest, named, asked);
  if (typeof meant !== "string") return refuse(meant);
  if (meant < FIRST_DAY || meant > LAST_DAY) return refuse({ reason: "farAway" });
  if (named !== null && weekday(meant) !== named) return refuse({ reason: "otherWeekday", day: meant });
  return ok({ day: meant, isWhole: WHOLE.test(said) });
}

/** The day of the week that a text names, and what else it says. */
function withoutWeekday(said: string): { readonly named: number | null; readonly rest: string } {
  const words = said.split(" ").map((word) => ({ word, day: weekdayNamed(word.replace(/[.,]$/, "")) }));
  const named = words.find(({ day }) => day !== null)?.day ?? null;
  const rest = words.filter(({ word, day }) => (day === null || day !== named) && !FILLERS.has(word));
  return { named, rest: rest.map(({ word }) => word).join(" ") };
}

function meantBy(rest: string, named: number | null, asked: DayAsked): LocalDate | Misread {
  const { today, leans } = asked;
  const near = named === null ? null : weekdayNear(rest, named, today, leans);
  if (near !== null) return near;
  const inWeek = weekFromToday(rest, today);
  if (inWeek !== null && named !== null) return addDays(inWeek, named);
  const fromToday = dayFromToday(rest, today) ?? inWeek;
  return fromToday ?? numberedWeek(rest, named ?? 0, asked) ?? dated(rest, asked);
}

/** The Monday of a week by its number, or the day of that week that was named. */
function numberedWeek(rest: string, day: number, asked: DayAsked): LocalDate | Misread | null {
  const iso = ISO_WEEK.exec(rest);
  const [, week, year] = iso === null ? (WEEK.exec(rest) ?? []) : [null, iso[2], iso[1]];
  if (week === undefined) return null;
  const inYear = (of: number): LocalDate | null => {
    const monday = mondayOf(of, Number(week));
    return monday === null ? null : addDays(monday, day);
  };
  const found = year === undefined ? likeliest(inYear, asked) : inYear(fullYear(year));
  return found ?? { reason: "noSuchWeek" };
}

function dated(rest: string, asked: DayAsked): LocalDate | Misread {
  const written = readWritten(rest);
  if (written === null) return { reason: missingOf(rest) };
  const { year, month, day } = written;
  const found = year === null ? likeliest((of) => dayAt(of, month, day), asked) : dayAt(year, month, day);
  return found ?? { reason: "noSuchDay" };
}

/** What a text that is not a whole day yet lacks. */
function missingOf(rest: string): "noMonth" | "noDay" | "unknown" {
  if (/^\d{1,2}(?:e|de|ste|st|nd|rd|th)?$/.test(rest)) return "noMonth";
  const [month = "", year = ""] = rest.replace(/[.,]/g, "").split(" ");
  return monthNamed(month) !== null && /^\d*$/.test(year) ? "noDay" : "unknown";
}

/** Of the like of a day in each year the one that is meant when no year is said. */
function likeliest(
  inYear: (year: number) => LocalDate | null,
  { today, leans, notBefore, period }: DayAsked,
): LocalDate | null {
  const from = leans === "back" ? today : (notBefore ?? today);
  const around = Number(from.slice(0, 4));
  const days = Array.from({ length: 2 * YEARS_AROUND + 1 }, (_, at) =>
    inYear(around - YEARS_AROUND + at),
  ).filter((day) => day !== null);
  if (leans === "back") return days.findLast((day) => day <= today) ?? null;
  const inPeriod = days.filter((day) => period !== null && period.first <= day && day <= period.last);
  const next = inPeriod.find((day) => day >= from);
  const lastInPeriod = notBefore === null ? inPeriod.at(-1) : undefined;
  return next ?? lastInPeriod ?? days.find((day) => day >= from) ?? null;
}
