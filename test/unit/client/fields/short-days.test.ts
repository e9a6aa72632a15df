import { shortDays } from "@planwand/client/i18n/short-days.ts";
import { LANGUAGES } from "@planwand/client/i18n/setup.ts";
import { shortDate } from "@planwand/shared/report/dates.ts";
import { wordsOf } from "@planwand/shared/report/words/words.ts";
import { expect, test } from "vitest";

test("[U60] the screen and the documents write a day alike, in each language", () => {
  for (const language of LANGUAGES)
    for (let month = 1; month <= 12; month += 1) {
      const date = `2027-${String(month).padStart(2, "0")}-03`;
      expect(shortDays(language, date)).toBe(shortDate(date, wordsOf(language)));
    }
});

/** With ordinary spaces: around the dash they are thin. */
const said = (language: string, ...days: readonly (string | null)[]): string =>
  shortDays(language, ...days).replace(/\s/gu, " ");

test("[U60] a period says its year once, and its month too when it lies in one", () => {
  expect(said("nl", "2026-08-31", "2026-11-27")).toBe("31 aug – 27 nov 2026");
  expect(said("en", "2026-08-31", "2026-11-27")).toBe("31 Aug – 27 Nov 2026");
  expect(said("nl", "2026-12-21", "2027-01-03")).toBe("21 dec 2026 – 3 jan 2027");
  expect(said("nl", null, "2027-03-01")).toBe("1 mrt 2027");
  expect(said("nl", null, null)).toBe("");
});
