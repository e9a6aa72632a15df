import { initialsOf, readableOn } from "@planwand/client/ui/avatar-text.ts";
import * as fc from "fast-check";
import { expect, test } from "vitest";

test("[U4] initials come from the first and the last word", () => {
  expect(initialsOf("Anja de Vries")).toBe("AV");
  expect(initialsOf("  bram ")).toBe("B");
  expect(initialsOf("Élodie Ûnal")).toBe("ÉÛ");
  expect(initialsOf("🦊 Vos")).toBe("🦊V");
  expect(initialsOf("   ")).toBe("?");
});

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test("[U4] initials read on any colour", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
      const color = `#${number.toString(16).padStart(6, "0")}`;
      const [light = 0, dark = 0] = [luminance(color), luminance(readableOn(color))].toSorted(
        (a, b) => b - a,
      );
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});
