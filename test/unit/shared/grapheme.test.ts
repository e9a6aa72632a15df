import {
  boundaryAfter,
  boundaryBefore,
  commonEnds,
  cut,
  cutEnd,
  graphemes,
  shortened,
} from "@planwand/shared/kernel/grapheme.ts";
import * as fc from "fast-check";
import { expect, test } from "vitest";

const FAMILY = "👨‍👩‍👧‍👦";
const FLAG = "🇳🇱";
const ACCENT = "e\u0301";
const SKIN = "👩🏽‍🏫";
const CHARACTERS = [FAMILY, FLAG, ACCENT, SKIN, "😀", "a", " ", "\r\n", "क्षि", "한", "ﬁ", "z͑̅͛"] as const;

/** Texts of characters that take more than one code unit, next to those that do not. */
const text = fc
  .array(
    fc.oneof(fc.constantFrom(...CHARACTERS), fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 })),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));
const long = fc.tuple(text, fc.constantFrom("x".repeat(600), FLAG.repeat(300), FAMILY.repeat(100)), text);
const anyText = fc.oneof(
  text,
  long.map((parts) => parts.join("")),
);

/** The places between characters, as the whole text has them. */
function places(whole: string): Set<number> {
  const all = new Set([0]);
  let at = 0;
  for (const character of graphemes(whole)) all.add((at += character.length));
  return all;
}

test("[KN1] a text is cut between characters, as near to the length as that goes", () => {
  fc.assert(
    fc.property(anyText, fc.nat(2_000), (whole, max) => {
      const ends = places(whole);
      for (const [part, place] of [
        [cut(whole, max), cut(whole, max).length],
        [cutEnd(whole, max), whole.length - cutEnd(whole, max).length],
      ] as const) {
        expect(part.length).toBeLessThanOrEqual(max);
        expect(ends.has(place)).toBe(true);
      }
      expect(whole.startsWith(cut(whole, max)) && whole.endsWith(cutEnd(whole, max))).toBe(true);
      const nearest = Math.max(...[...ends].filter((end) => end <= max));
      expect(cut(whole, max).length).toBe(nearest);
      const place = Math.min(whole.length, max);
      expect(boundaryBefore(whole, place)).toBe(Math.max(...[...ends].filter((end) => end <= place)));
      expect(boundaryAfter(whole, place)).toBe(Math.min(...[...ends].filter((end) => end >= place)));
    }),
    { numRuns: 500 },
  );
});

test("[KN1] titles of 120 with a last character of more code units keep or leave it whole", () => {
  const full = "a".repeat(119);
  for (const last of [FAMILY, FLAG, ACCENT, SKIN, "😀"]) expect(cut(full + last, 120)).toBe(full);
  expect(cut("a".repeat(118) + "😀", 120)).toBe("a".repeat(118) + "😀");
  expect(shortened(`${full}${FAMILY}`, 120)).toBe(`${full}…`);
  expect(shortened("kort", 120)).toBe("kort");
});

test("[KN1] what two texts have in common ends between characters of both", () => {
  fc.assert(
    fc.property(text, text, text, text, (start, one, other, end) => {
      const [before, after] = [start + one + end, start + other + end];
      const common = commonEnds(before, after);
      for (const whole of [before, after]) {
        const ends = places(whole);
        expect(ends.has(common.start) && ends.has(whole.length - common.end)).toBe(true);
        expect(common.start + common.end).toBeLessThanOrEqual(whole.length);
      }
      expect(before.slice(0, common.start)).toBe(after.slice(0, common.start));
      expect(before.slice(before.length - common.end)).toBe(after.slice(after.length - common.end));
    }),
    { numRuns: 500 },
  );
});
