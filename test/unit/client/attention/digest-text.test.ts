import { digestText, mailAddress } from "@planwand/client/features/attention/digest-text.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cases } from "../../../builders/run-length.ts";

const link = "https://planwand.example.nl/plan/abc/attention";
const more = (count: number): string => `en nog ${String(count)}`;

test("a digest has what it is, each part that has lines, and where to read on", () => {
  const parts = [
    { heading: "Besluiten", lines: ["Eén", "Twee"] },
    { heading: "Leeg", lines: [] },
  ];
  expect(digestText({ title: "Overzicht", parts, link })).toBe(
    `Overzicht\n\nBesluiten\n- Eén\n- Twee\n\n${link}`,
  );
});

test("a mail has a sane length however much there is, says how much is left out, and always has the link", () => {
  const part = fc.record({
    heading: fc.string({ minLength: 1, maxLength: 20, unit: "grapheme-ascii" }),
    lines: fc.array(fc.string({ maxLength: 300, unit: "grapheme-ascii" }), { maxLength: 60 }),
    beyond: fc.constantFrom(0, 0, 2_000),
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const address = mailAddress({ title: "Overzicht", parts, link }, more);
      expect(address.length).toBeLessThanOrEqual(1_900);
      const query = new URLSearchParams(address.slice("mailto:?".length));
      expect(query.get("subject")).toBe("Overzicht");
      expect(query.get("body")).toContain(link);
      const all = digestText({ title: "Overzicht", parts, link }).replaceAll("\n", "\r\n");
      if (query.get("body") !== all || parts.some(({ beyond }) => beyond > 0))
        expect(query.get("body")).toContain("en nog ");
    }),
    { numRuns: cases(500, 0.1) },
  );
});
