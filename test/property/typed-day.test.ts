import { mondayOf, weekday, weekNumber } from "@planwand/shared/dates/calendar.ts";
import { type DayAsked, readTypedDay } from "@planwand/shared/dates/typed-day.ts";
import { addDays, daysBetween, isLocalDate, type LocalDate } from "@planwand/shared/kernel/clock.ts";
import * as fc from "fast-check";
import { expect, test } from "vitest";

const FIRST = "2024-01-01";
const EVERY_DAY = Array.from({ length: daysBetween(FIRST, "2032-12-31") + 1 }, (_, at) => addDays(FIRST, at));
const anyDay = fc.constantFrom(...EVERY_DAY);
const anyAsked: fc.Arbitrary<DayAsked> = fc.record({
  today: anyDay,
  leans: fc.constantFrom("ahead", "back"),
  notBefore: fc.option(anyDay),
  period: fc.option(fc.tuple(anyDay, anyDay).map(([first, last]) => ({ first, last }))),
});
const ASKED: DayAsked = { today: "2026-11-23", leans: "ahead", notBefore: null, period: null };

const LANGUAGES = ["nl-NL", "en-GB", "en-US"] as const;
const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { day: "numeric", month: "short" },
  { day: "numeric", month: "long" },
  { weekday: "short", day: "numeric", month: "short" },
  { weekday: "long", day: "numeric", month: "long" },
];
const FORMATS = LANGUAGES.flatMap((language) =>
  FORMS.map((form) => ({
    short: new Intl.DateTimeFormat(language, { ...form, timeZone: "UTC" }),
    whole: new Intl.DateTimeFormat(language, { ...form, year: "numeric", timeZone: "UTC" }),
  })),
);

/** A day in every form that is read, without its year and with it. */
function writings(date: LocalDate): { readonly short: string[]; readonly whole: string[] } {
  const at = Date.parse(`${date}T00:00:00Z`);
  const [year, month, day] = [date.slice(0, 4), Number(date.slice(5, 7)), Number(date.slice(8))];
  const numbers = ["-", "/", ".", " "].flatMap((sign) => [
    [day, month].join(sign),
    [date.slice(8), date.slice(5, 7)].join(sign),
  ]);
  return {
    short: [...FORMATS.map(({ short }) => short.format(at)), ...numbers],
    whole: [
      ...FORMATS.map(({ whole }) => whole.format(at)),
      ...numbers.flatMap((text) =>
        ["-", "/", "."].flatMap((sign) => [text + sign + year, text + sign + year.slice(2)]),
      ),
      date,
      date.replaceAll("-", ""),
    ],
  };
}

function dayOf(text: string, asked: DayAsked): LocalDate | null {
  const reading = readTypedDay(text, asked);
  return reading.ok ? reading.value.day : null;
}

test("[DT60] every day of nine years, written in every form with its year, reads back whatever the day is asked for", () => {
  const askedOf = fc.sample(anyAsked, { numRuns: EVERY_DAY.length });
  for (const [at, date] of EVERY_DAY.entries())
    for (const text of writings(date).whole)
      if (dayOf(text, askedOf[at] ?? ASKED) !== date) expect.fail(`${text} is not ${date}`);
});

test("[DT61] every day of nine years, written without its year on a day in the year before, reads back", () => {
  for (const date of EVERY_DAY) {
    // Of 29 February the next is years away for most of those days.
    const today = addDays(date, -300);
    for (const text of writings(date).short)
      if (dayOf(text, { ...ASKED, today }) !== date) expect.fail(`${text} on ${today} is not ${date}`);
  }
});

test("[DT61] a day without its year has its day and month, and lies where the field expects it", () => {
  fc.assert(
    fc.property(anyDay, anyAsked, (date, asked) => {
      const day = dayOf(`${String(Number(date.slice(8)))}-${String(Number(date.slice(5, 7)))}`, asked);
      expect(day?.slice(5)).toBe(date.slice(5));
      if (day === null) return;
      if (asked.leans === "back") expect(day <= asked.today).toBe(true);
      else if (asked.notBefore !== null) expect(day >= asked.notBefore).toBe(true);
      else if (day < asked.today)
        expect(asked.period !== null && asked.period.first <= day && day <= asked.period.last).toBe(true);
    }),
  );
});

test("[DT62][DT67] every day of nine years is in the week that ISO 8601 gives it, and reads back from it", () => {
  for (const date of EVERY_DAY) {
    const { weekOfYear, yearOfWeek, dayOfWeek } = Temporal.PlainDate.from(date);
    expect(weekNumber(date)).toBe(weekOfYear);
    expect(weekday(date)).toBe(dayOfWeek - 1);
    expect(mondayOf(yearOfWeek ?? 0, weekOfYear ?? 0)).toBe(addDays(date, 1 - dayOfWeek));
    const name = new Intl.DateTimeFormat("nl-NL", { weekday: "long", timeZone: "UTC" }).format(
      Date.parse(`${date}T00:00:00Z`),
    );
    const text = `${name} week ${String(weekOfYear)} ${String(yearOfWeek)}`;
    expect(dayOf(text, ASKED)).toBe(date);
  }
});

test("[DT63][DT64] what is counted from a day is as far from it as was said", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 999 }), (today, count) => {
      const asked = { ...ASKED, today };
      const days = String(count);
      for (const text of [`over ${days} dagen`, `in ${days} days`, `+${days}d`])
        expect(dayOf(text, asked)).toBe(addDays(today, count));
      expect(dayOf(`${days} dagen geleden`, asked)).toBe(addDays(today, -count));
      const later = Temporal.PlainDate.from(today).add({ months: count % 100 });
      expect(dayOf(`over ${String(count % 100)} maanden`, asked)).toBe(later.toString());
      const friday = dayOf("volgende week vrijdag", asked);
      expect(friday).toBe(addDays(today, 4 - weekday(today) + 7));
    }),
  );
});

const anyNoise = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(...Array.from("0123456789-/. 'wmrtfebdayovin+")) }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          "ma",
          "vrijdag",
          "1",
          "31",
          "2027",
          "mrt",
          "maart",
          "feb",
          "week",
          "over",
          "in",
          "volgende",
        ),
        fc.constantFrom(
          "next",
          "+2w",
          "-",
          "/",
          ".",
          ",",
          "of",
          "the",
          "morgen",
          "geleden",
          "een",
          "dagen",
          "29",
        ),
      ),
    )
    .map((words) => words.join(" ")),
);

test("[DT66] whatever is typed never throws, and is a day that can be written or a reason", () => {
  fc.assert(
    fc.property(anyNoise, anyAsked, (text, asked) => {
      const reading = readTypedDay(text, asked);
      const day = reading.ok ? reading.value.day : asked.today;
      expect(isLocalDate(day)).toBe(true);
      expect(day >= "1900-01-01" && day <= "2199-12-31").toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test("[DT66] of numbers alone, a day has the numbers that were typed", () => {
  const digits = fc.string({ unit: fc.constantFrom(...Array.from("0123456789-/. ")), maxLength: 12 });
  fc.assert(
    fc.property(digits, anyAsked, (text, asked) => {
      const day = dayOf(text, asked);
      if (day === null) return;
      const parts = /^\d{8}$/.test(text.trim())
        ? [text.trim().slice(0, 4), text.trim().slice(4, 6), text.trim().slice(6)]
        : text.split(/\D/).filter((part) => part !== "");
      const said = parts.map(Number);
      const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
      const meant = parts[0]?.length === 4 ? [year, month, date] : [date, month, year].slice(0, said.length);
      expect(
        said.map((part, at) => (at === 2 && part < 100 && parts[0]?.length !== 4 ? 2000 + part : part)),
      ).toEqual(meant);
    }),
    { numRuns: 3_000 },
  );
});
