import { fragmentsOf, plainText } from "@planwand/shared/kernel/plain-text.ts";
import { findIn, lookUp, prepare } from "@planwand/shared/views/search.ts";
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

test("[KN3] ux C1: other forms of a word are found after what was typed, and one typo is forgiven when nothing else is found", () => {
  const plan = prepare([
    item("activity", "Mandaten van de examencommissie vastleggen"),
    item("activity", "Het mandaat opnieuw bespreken"),
    item("activity", "Een register van examenmandaten"),
    item("activity", "Brieven en processen"),
    item("party", "Examencommissie"),
  ]);
  const found = (typed: string): string[] =>
    lookUp(plan, typed, 10).flatMap(({ items }) => items.map(({ title }) => title));
  expect(found("mandaat")).toEqual([
    "Het mandaat opnieuw bespreken",
    "Een register van examenmandaten",
    "Mandaten van de examencommissie vastleggen",
  ]);
  for (const typed of ["brief", "brieven", "proces", "brief proces"])
    expect(found(typed)).toEqual(["Brieven en processen"]);
  // One letter less, one more, another, and two that changed places; also while it is still being typed.
  for (const typed of [
    "examencomissie",
    "examenncommissie",
    "exanencommissie",
    "examecnommissie",
    "exanencom",
  ])
    expect(found(typed)).toContain("Examencommissie");
  expect(found("mandaat examencomissie")).toEqual(["Mandaten van de examencommissie vastleggen"]);
  for (const typed of ["exanemcomnissie", "brux", "man"])
    expect(found(typed)).not.toContain("Brieven en processen");
  expect(found("registre")).toEqual(["Een register van examenmandaten"]);
  expect(found("exanemcomnissie")).toEqual([]);
});

test("[KN3] lists are searched in the same way, and while nothing is typed are whole", () => {
  const all = ["Mandaten", "Register", "Rooster"];
  const found = (typed: string): readonly string[] => findIn(all, (one) => one, typed);
  expect(found(" ")).toEqual(all);
  expect(found("mandaat")).toEqual(["Mandaten"]);
  expect(found("registre")).toEqual(["Register"]);
  expect(found("reg")).toEqual(["Register"]);
  expect(found("iets")).toEqual([]);
});

test("ux C1: whatever is typed, what has every fragment comes before all else, and a title finds itself", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 20 }), { maxLength: 20 }),
      fc.string({ maxLength: 12 }),
      (all, typed) => {
        const prepared = prepare(all.map((title) => item("activity", title)));
        const isWhole = (title: string): boolean =>
          fragmentsOf(typed).every((fragment) => plainText(title).includes(fragment));
        for (const { items } of lookUp(prepared, typed, 100)) {
          const wholes = items.map(({ title }) => isWhole(title));
          expect(wholes).toEqual(wholes.toSorted((a, b) => Number(b) - Number(a)));
        }
        for (const title of all.filter((one) => fragmentsOf(one).length > 0))
          expect(
            lookUp(prepared, title, 100).flatMap(({ items }) => items.map((one) => one.title)),
          ).toContain(title);
      },
    ),
    { numRuns: cases(2_000, 0.1) },
  );
});
