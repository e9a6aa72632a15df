import { fragmentsOf, plainText } from "@planwand/shared/kernel/plain-text.ts";
import { lookUp, prepare } from "@planwand/shared/views/search.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cases } from "../../builders/run-length.ts";

const item = (group: string, title: string, detail = "") => ({ group, title, detail });
const PLAN = prepare([
  item("activity", "Toetsplan koppelen aan Osiris", "Ontwerp / ICT"),
  item("activity", "Koppelingen testen", "Inrichting / ICT"),
  item("activity", "Coördinatie van examens", "Analyse / Processen"),
  item("new", "Nieuwe activiteit in Ontwerp / ICT"),
  item("new", "Nieuwe activiteit in Analyse / Processen"),
  item("decision", "Welke koppeling eerst?"),
]);
const titles = (typed: string, perGroup = 10): string[] =>
  lookUp(PLAN, typed, perGroup).flatMap(({ items }) => items.map(({ title }) => title));

test("ux C1: fragments are found in any order, without regard to capitals and accents", () => {
  expect(titles("COORD")).toEqual(["Coördinatie van examens"]);
  expect(titles("coördin exa")).toEqual(["Coördinatie van examens"]);
  expect(titles("osiris toets")).toEqual(["Toetsplan koppelen aan Osiris"]);
  expect(titles("nieuwe activiteit in Ontwerp / ICT")).toEqual(["Nieuwe activiteit in Ontwerp / ICT"]);
  expect(titles("ict ontwerp nieuw")).toEqual(["Nieuwe activiteit in Ontwerp / ICT"]);
  expect(titles("")).toEqual([]);
  expect(titles(" / ")).toEqual([]);
  expect(titles("zzz")).toEqual([]);
});

test("ux C1: what begins as it was typed comes first, and what is only in the place comes last", () => {
  expect(titles("kopp")[0]).toBe("Koppelingen testen");
  const [activities] = lookUp(PLAN, "ict", 1);
  expect(activities?.group).toBe("new");
  expect(lookUp(PLAN, "koppel", 1).find(({ group }) => group === "activity")).toMatchObject({ total: 2 });
});

test("ux C1: whatever is typed, all that is found has every fragment, and a title finds itself", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 20 }), { maxLength: 20 }),
      fc.string({ maxLength: 12 }),
      (all, typed) => {
        const prepared = prepare(all.map((title) => item("activity", title)));
        for (const { items } of lookUp(prepared, typed, 100))
          for (const { title } of items)
            expect(fragmentsOf(typed).every((fragment) => plainText(title).includes(fragment))).toBe(true);
        for (const title of all.filter((one) => fragmentsOf(one).length > 0))
          expect(
            lookUp(prepared, title, 100).flatMap(({ items }) => items.map((one) => one.title)),
          ).toContain(title);
      },
    ),
    { numRuns: cases(2_000, 0.1) },
  );
});
