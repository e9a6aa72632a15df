import { type DayAsked, readTypedDay } from "@planwand/shared/dates/typed-day.ts";
import { describe, expect, test } from "vitest";

/** Monday. */
const TODAY = "2026-11-23";
const ASKED: DayAsked = { today: TODAY, leans: "ahead", notBefore: null, period: null };
const SCHOOL_YEAR = { first: "2026-09-01", last: "2027-07-16" };

function read(text: string, asked: Partial<DayAsked> = {}): string {
  const reading = readTypedDay(text, { ...ASKED, ...asked });
  return reading.ok ? reading.value.day : reading.refusal.reason;
}

describe("days and months", () => {
  test.each(
    (
      "1 mrt|1 maart|1e maart|1ste maart|1mrt|1 mrt.|1-3|1/3|1.3|1 3|01-03|1-mrt|1 Mar|1 MARCH|1st March|1st of March|Mar 1|march 1st|" +
      "1-3-2027|1/3/2027|01.03.27|1-3-27|1 mrt 2027|1 maart 27|1 mrt '27|1mrt2027|March 1, 2027|1 March 2027|2027-03-01|2027/3/1|20270301|" +
      "ma 1 mrt|maandag 1 maart 2027|ma. 1-3|Monday 1 March|Mon, Mar 1|op 1 maart|de 1e maart|1–3–2027| 1  mrt "
    ).split("|"),
  )("[DT60] %s is the first of March", (text) => {
    expect(read(text)).toBe("2027-03-01");
  });

  test("[DT60] the day goes first, in numbers that could be either", () => {
    expect(read("3/4/2027")).toBe("2027-04-03");
    expect(read("4-3-27")).toBe("2027-03-04");
    expect(read("3/14/2027")).toBe("noSuchDay");
  });

  test("[DT60] a day is whole when no letter could make it another", () => {
    const whole = (text: string): boolean | null => {
      const reading = readTypedDay(text, ASKED);
      return reading.ok ? reading.value.isWhole : null;
    };
    for (const text of ["1-3-2027", "1 mrt 2027", "2027-03-01", "20270301", "week 12 2027"])
      expect(whole(text), text).toBe(true);
    for (const text of ["1-3", "1-3-20", "1 mrt", "2027-3-1", "week 1", "+2w", "morgen"])
      expect(whole(text), text).toBe(false);
  });
});

describe("which year", () => {
  test("[DT61] without a period it is the first from today on, today too", () => {
    expect(read("1 mrt")).toBe("2027-03-01");
    expect(read("23 nov")).toBe(TODAY);
    expect(read("22 nov")).toBe("2027-11-22");
    expect(read("29 feb")).toBe("2028-02-29");
    expect(read("29 feb", { today: "2096-03-01" })).toBe("2104-02-29");
  });

  test("[DT61] in the plan's period first, also when that is past", () => {
    expect(read("1 okt", { period: SCHOOL_YEAR })).toBe("2026-10-01");
    expect(read("1 okt", { period: { first: "2026-09-01", last: "2028-07-14" } })).toBe("2027-10-01");
    expect(read("1 mei", { period: SCHOOL_YEAR, today: "2028-01-10" })).toBe("2027-05-01");
    expect(read("1 aug", { period: SCHOOL_YEAR })).toBe("2027-08-01");
    expect(read("1 mrt", { period: { first: "2046-09-01", last: "2047-07-12" } })).toBe("2027-03-01");
  });

  test("[DT61] an end never before its start", () => {
    expect(read("1 mrt", { notBefore: "2027-09-01" })).toBe("2028-03-01");
    expect(read("1 okt", { notBefore: "2026-10-15", period: SCHOOL_YEAR })).toBe("2027-10-01");
    expect(read("1 dec", { notBefore: "2026-10-15", period: SCHOOL_YEAR })).toBe("2026-12-01");
  });

  test("[DT61] what has been is the last until today", () => {
    expect(read("23 nov", { leans: "back" })).toBe(TODAY);
    expect(read("24 nov", { leans: "back", period: SCHOOL_YEAR })).toBe("2025-11-24");
    expect(read("29 feb", { leans: "back" })).toBe("2024-02-29");
    expect(read("1 mrt", { leans: "back", notBefore: "2046-09-01" })).toBe("2026-03-01");
    expect(read("vrijdag", { leans: "back" })).toBe("2026-11-20");
    expect(read("maandag", { leans: "back" })).toBe(TODAY);
  });

  test("[DT61] at the ends of a year", () => {
    expect(read("1 jan", { today: "2026-12-31" })).toBe("2027-01-01");
    expect(read("31 dec", { today: "2027-01-01" })).toBe("2027-12-31");
    expect(read("31 dec", { today: "2027-01-01", leans: "back" })).toBe("2026-12-31");
  });
});

test.each([
  ["week 12", "2027-03-22"],
  ["wk 12", "2027-03-22"],
  ["W12", "2027-03-22"],
  ["in week 12", "2027-03-22"],
  ["week 12 2028", "2028-03-20"],
  ["week 12, 2028", "2028-03-20"],
  ["week 12 van 2028", "2028-03-20"],
  ["2028-W12", "2028-03-20"],
  ["vrijdag week 12", "2027-03-26"],
  ["vr in week 12", "2027-03-26"],
  ["week 12 vrijdag", "2027-03-26"],
  ["week 53", "2026-12-28"],
  ["zondag week 53", "2027-01-03"],
  ["week 1 2027", "2027-01-04"],
  ["week 53 2027", "noSuchWeek"],
  ["week 0", "noSuchWeek"],
  ["week 54", "noSuchWeek"],
])("[DT62] %s is %s", (text, day) => {
  expect(read(text)).toBe(day);
});

test.each([
  ["vandaag", TODAY],
  ["Morgen", "2026-11-24"],
  ["overmorgen", "2026-11-25"],
  ["gisteren", "2026-11-22"],
  ["eergisteren", "2026-11-21"],
  ["over 2 weken", "2026-12-07"],
  ["over twee weken", "2026-12-07"],
  ["over een week", "2026-11-30"],
  ["over één week", "2026-11-30"],
  ["over 3 maanden", "2027-02-23"],
  ["over een jaar", "2027-11-23"],
  ["+2w", "2026-12-07"],
  ["+ 2 weken", "2026-12-07"],
  ["+3d", "2026-11-26"],
  ["+1m", "2026-12-23"],
  ["+1j", "2027-11-23"],
  ["+1y", "2027-11-23"],
  ["-3d", "2026-11-20"],
  ["2 weken geleden", "2026-11-09"],
  ["today", TODAY],
  ["tomorrow", "2026-11-24"],
  ["the day after tomorrow", "2026-11-25"],
  ["yesterday", "2026-11-22"],
  ["in 2 weeks", "2026-12-07"],
  ["in a month", "2026-12-23"],
  ["3 days ago", "2026-11-20"],
])("[DT63] %s is %s", (text, day) => {
  expect(read(text)).toBe(day);
});

test("[DT63] a month later is the last day of a shorter one", () => {
  expect(read("over 1 maand", { today: "2027-01-31" })).toBe("2027-02-28");
  expect(read("+1j", { today: "2028-02-29" })).toBe("2029-02-28");
});

test.each([
  ["vrijdag", "2026-11-27"],
  ["vr", "2026-11-27"],
  ["maandag", TODAY],
  ["komende vrijdag", "2026-11-27"],
  ["this Friday", "2026-11-27"],
  ["volgende vrijdag", "2026-12-04"],
  ["next Friday", "2026-12-04"],
  ["vorige vrijdag", "2026-11-20"],
  ["last Monday", "2026-11-16"],
  ["volgende week", "2026-11-30"],
  ["volgende week vrijdag", "2026-12-04"],
  ["vrijdag volgende week", "2026-12-04"],
  ["next week Friday", "2026-12-04"],
  ["deze week vrijdag", "2026-11-27"],
  ["vorige week", "2026-11-16"],
  ["vrijdag over 2 weken", "2026-12-11"],
  ["Friday in 2 weeks", "2026-12-11"],
])("[DT64] %s is %s", (text, day) => {
  expect(read(text)).toBe(day);
});

test("[DT65] a day of the week that is not that of the date is refused, with the date", () => {
  expect(readTypedDay("di 1 mrt", ASKED)).toEqual({
    ok: false,
    refusal: { reason: "otherWeekday", day: "2027-03-01" },
  });
  expect(read("vrijdag 2027-03-01")).toBe("otherWeekday");
  expect(read("morgen vrijdag")).toBe("otherWeekday");
});

test.each([
  ["15", "noMonth"],
  ["1e", "noMonth"],
  ["maart", "noDay"],
  ["mrt 2027", "noDay"],
  ["31 feb", "noSuchDay"],
  ["29 feb 2027", "noSuchDay"],
  ["32-1", "noSuchDay"],
  ["1-13", "noSuchDay"],
  ["0-1", "noSuchDay"],
  ["1-3-1027", "farAway"],
  ["1-3-9027", "farAway"],
  ["over 999 jaar", "farAway"],
  ["", "unknown"],
  ["gauw", "unknown"],
  ["1 foo", "unknown"],
  ["over 2 constructor", "unknown"],
  ["constructor week", "unknown"],
  ["voor 1 mrt", "unknown"],
  ["1-3-202", "unknown"],
  ["ma di", "unknown"],
  ["1 mrt of 2 mrt", "unknown"],
  ["1".repeat(1_000_000), "unknown"],
])("[DT66] %.20s is refused: %s", (text, reason) => {
  expect(read(text)).toBe(reason);
});
