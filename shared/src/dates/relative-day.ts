import { addDays, type LocalDate } from "../kernel/clock.ts";
import { sameDayLater, weekday } from "./calendar.ts";

/** How many days from today these words are. */
const DAYS: Readonly<Record<string, number>> = {
  "day before yesterday": -2,
  eergisteren: -2,
  yesterday: -1,
  gisteren: -1,
  vandaag: 0,
  today: 0,
  morgen: 1,
  tomorrow: 1,
  overmorgen: 2,
  "day after tomorrow": 2,
};

/** Which week, or which such day, these words choose, counted from the one of now. */
const STEPS: Readonly<Record<string, number>> = {
  vorige: -1,
  afgelopen: -1,
  last: -1,
  past: -1,
  deze: 0,
  this: 0,
  komende: 1,
  aanstaande: 1,
  coming: 1,
  volgende: 1,
  next: 1,
};
/** Before the name of a day these mean the first one that comes, and not the one of another week. */
const COMING = new Set(["", "deze", "this", "komende", "aanstaande", "coming"]);
const GONE = new Set(["vorige", "afgelopen", "last", "past"]);

const COUNTS: Readonly<Record<string, number>> = {
  een: 1,
  one: 1,
  a: 1,
  an: 1,
  twee: 2,
  two: 2,
  drie: 3,
  three: 3,
  vier: 4,
  four: 4,
  vijf: 5,
  five: 5,
  zes: 6,
  six: 6,
  zeven: 7,
  seven: 7,
  acht: 8,
  eight: 8,
  negen: 9,
  nine: 9,
  tien: 10,
  ten: 10,
  elf: 11,
  eleven: 11,
  twaalf: 12,
  twelve: 12,
};

type Unit = "day" | "week" | "month" | "year";

const UNITS: Readonly<Record<string, Unit>> = {
  d: "day",
  dag: "day",
  dagen: "day",
  day: "day",
  days: "day",
  w: "week",
  wk: "week",
  week: "week",
  weken: "week",
  weeks: "week",
  m: "month",
  mnd: "month",
  maand: "month",
  maanden: "month",
  month: "month",
  months: "month",
  j: "year",
  jr: "year",
  jaar: "year",
  jaren: "year",
  y: "year",
  yr: "year",
  year: "year",
  years: "year",
};

const LATER = /^(?:(?:over|in) |(\+|-) ?)(\d{1,3}|[a-z]{1,6}(?= )) ?([a-z]{1,7})$/;
const AGO = /^(\d{1,3}|[a-z]{1,6}(?= )) ?([a-z]{1,7}) (?:geleden|ago)$/;

/** So many of a unit, after today or before it. */
interface Distance {
  readonly count: number;
  readonly unit: Unit;
}

/** `vandaag`, `tomorrow`, `over 3 dagen`, `in a month`, `+2w`, `2 weken geleden`; null for any other text. */
export function dayFromToday(text: string, today: LocalDate): LocalDate | null {
  const days = own(DAYS, text);
  if (days !== null) return addDays(today, days);
  const distance = distanceOf(text);
  if (distance === null) return null;
  const { count, unit } = distance;
  if (unit === "day") return addDays(today, count);
  if (unit === "week") return addDays(today, 7 * count);
  return sameDayLater(today, unit === "month" ? count : 12 * count);
}

/** The Monday of `deze week`, `next week`, or of the week that comes so many later; null for any other text. */
export function weekFromToday(text: string, today: LocalDate): LocalDate | null {
  const monday = addDays(today, -weekday(today));
  const [step = "", week, ...more] = text.split(" ");
  const weeks = week === "week" && more.length === 0 ? own(STEPS, step) : null;
  if (weeks !== null) return addDays(monday, 7 * weeks);
  const distance = distanceOf(text);
  return distance?.unit === "week" ? addDays(monday, 7 * distance.count) : null;
}

/**
 * The day of the week that is meant by its name and the word before it: none, `komende` and the like for the first that comes, today
 * too; `volgende`, `next` for the one of next week; `vorige`, `last` for the last that was. Null for any other word.
 */
export function weekdayNear(
  text: string,
  named: number,
  today: LocalDate,
  leans: "ahead" | "back",
): LocalDate | null {
  const after = (named - weekday(today) + 7) % 7;
  if (text === "" && leans === "back") return addDays(today, after === 0 ? 0 : after - 7);
  if (COMING.has(text)) return addDays(today, after);
  if (GONE.has(text)) return addDays(today, after - 7);
  const weeks = own(STEPS, text);
  return weeks === null ? null : addDays(today, named - weekday(today) + 7 * weeks);
}

function distanceOf(text: string): Distance | null {
  const [, sign, many = "", unit = ""] = LATER.exec(text) ?? [];
  const later = distance(many, unit);
  if (later !== null) return sign === "-" ? { ...later, count: -later.count } : later;
  const [, manyAgo = "", unitAgo = ""] = AGO.exec(text) ?? [];
  const ago = distance(manyAgo, unitAgo);
  return ago === null ? null : { ...ago, count: -ago.count };
}

function distance(many: string, word: string): Distance | null {
  const count = /^\d+$/.test(many) ? Number(many) : own(COUNTS, many);
  const unit = own(UNITS, word);
  return count === null || unit === null ? null : { count, unit };
}

/** What a table has for a word, and nothing of what every object has. */
function own<Value>(table: Readonly<Record<string, Value>>, word: string): Value | null {
  return Object.hasOwn(table, word) ? (table[word] ?? null) : null;
}
