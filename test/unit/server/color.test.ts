import { expect, test } from "vitest";
import { ACTOR_COLORS, colorOf } from "@planwand/server/access/color.ts";

/** The contrast of white text on this colour, by WCAG 2. */
function contrastWithWhite(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

test("[A5] white text reads well on every colour, and none comes twice", () => {
  for (const color of ACTOR_COLORS) {
    expect(color).toMatch(/^#[0-9a-f]{6}$/);
    expect(contrastWithWhite(color), color).toBeGreaterThanOrEqual(4.5);
  }
  expect(new Set(ACTOR_COLORS).size).toBe(ACTOR_COLORS.length);
});

test("[A5] an actor's colour is always the same, and people differ", () => {
  const ids = Array.from({ length: 200 }, (_, index) => `actor-${String(index).padStart(6, "0")}`);
  expect(ids.map(colorOf)).toEqual(ids.map(colorOf));
  expect(new Set(ids.map(colorOf)).size).toBe(ACTOR_COLORS.length);
});
