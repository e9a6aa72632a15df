import { expect, test } from "vitest";
import { bookFile, csvFile, inShort, takenFile } from "../../builders/school-files.ts";

/* What stands in, above and below tables of schools, and what a project leader expects of it. */

const endsOf = (
  rows: readonly (readonly string[])[],
  dayOrder: "day-first" | "month-first" | null = null,
) => {
  const { made, proposal } = takenFile(csvFile(rows), { dayOrder }, "lijst.csv");
  return { unclear: proposal.unclearDay, days: made.map(({ start, end }) => [start, end]) };
};

test("[EX47] each column has the order that its own days tell", () => {
  const rows = [
    ["Activiteit", "Begin", "Klaar op"],
    ["Toetsen maken", "03/04/2027", "03/04/2027"],
    ["Toetsen afnemen", "03/25/2027", "25/04/2027"],
  ];
  expect(endsOf(rows)).toEqual({
    unclear: null,
    days: [
      ["2027-03-04", "2027-04-03"],
      ["2027-03-25", "2027-04-25"],
    ],
  });
});

test("[EX47] a column that tells nothing follows the others", () => {
  const rows = [
    ["Activity", "Start", "Finish"],
    ["Make tests", "03/04/2027", "03/05/2027"],
    ["Hold tests", "03/25/2027", "04/01/2027"],
  ];
  expect(endsOf(rows)).toEqual({
    unclear: null,
    days: [
      ["2027-03-04", "2027-03-05"],
      ["2027-03-25", "2027-04-01"],
    ],
  });
});

test("[EX47] where nothing tells it is asked, and what a person says holds for all", () => {
  const rows = [
    ["Activity", "Due date"],
    ["Make tests", "05/05/2027"],
    ["Hold tests", "03/04/2027 12:00"],
  ];
  expect(endsOf(rows)).toEqual({
    unclear: "03/04/2027 12:00",
    days: [
      [null, "2027-05-05"],
      [null, "2027-04-03"],
    ],
  });
  expect(endsOf(rows, "month-first").days).toEqual([
    [null, "2027-05-05"],
    [null, "2027-03-04"],
  ]);
  // What a person said of days that can be read in two ways says nothing of those that cannot.
  expect(endsOf([...rows, ["Mark tests", "25/03/2027"]], "month-first").days[1]).toEqual([
    null,
    "2027-04-03",
  ]);
  // Days that are the same in either order are not asked about, nor days that Dutch writes with dashes.
  expect(endsOf(rows.slice(0, 2)).unclear).toBe(null);
  expect(
    endsOf([
      ["Activiteit", "Klaar op"],
      ["Toetsen maken", "3-4-2027"],
    ]).unclear,
  ).toBe(null);
});

test("[EX9] the row of headings is what a person says, though none of them is known", () => {
  const rows = [["Actieplan toetsing"], ["Dit doen we", "Zo ver"], ["Contracten nalopen", "groen"]];
  const { proposal, made } = takenFile(csvFile(rows), { headings: { lijst: 1 } }, "lijst.csv");
  expect(proposal.tables[0]?.columns.map(({ heading }) => heading)).toEqual(["Dit doen we", "Zo ver"]);
  expect(made.map(({ title }) => title)).toEqual(["Contracten nalopen"]);
});

test("[EX48] what stands below a table and is about the table is told, and comes along only when it is ticked", () => {
  const rows = [
    ["Nr", "Activiteit", "Fase", "Wie", "Klaar op"],
    ["1", "Procesplaat maken", "Analyse", "Examenbureau", "3-4-2027"],
    ["2", "Koppeling bouwen", "Inrichting", "ICT", "5-6-2027"],
    [],
    ["", "Legenda: groen = op koers, rood = vertraagd"],
    ["Bron:", "", "projectplan OKE"],
    [],
    ["Akkoord MT", "", "", "d.d. ………"],
  ];
  const { made, proposal, problems, plan } = takenFile(csvFile(rows), {}, "lijst.csv");
  expect(made.map(({ title }) => title)).toEqual(["Procesplaat maken", "Koppeling bouwen"]);
  expect(plan.phases).toHaveLength(5);
  expect(problems).toEqual([
    "beside-list Legenda: groen = op koers, rood = vertraagd",
    "beside-list Bron: projectplan OKE",
    "beside-list Akkoord MT d.d. ………",
  ]);
  const take = proposal.rows.filter(({ isBeside }) => isBeside).map(({ key }) => key);
  expect(takenFile(csvFile(rows), { take }, "lijst.csv").made).toHaveLength(5);
});

test("[EX48] a note directly below the last row, in either language", () => {
  const rows = [
    ["Activity", "Who", "When", "Status"],
    ["Make tests", "ICT", "3 Apr 2027", "Planned"],
    ["* if the vendor delivers"],
    ["Legend: * = not agreed"],
  ];
  expect(takenFile(csvFile(rows), {}, "lijst.csv").made.map(({ title }) => title)).toEqual(["Make tests"]);
});

test("[EX48] activities of which only the title is known stay activities, after an empty row too", () => {
  const rows = [
    ["Activiteit", "Wie", "Wanneer", "Status"],
    ["Procesplaat maken", "Examenbureau", "3-4-2027", "Bezig"],
    ["Bronnen verzamelen"],
    [],
    ["Pilot draaien", "ICT"],
    ["Toelichting schrijven: wat en hoe"],
  ];
  const titles = takenFile(csvFile(rows), {}, "lijst.csv").made.map(({ title }) => title);
  expect(titles).toEqual([
    "Procesplaat maken",
    "Bronnen verzamelen",
    "Pilot draaien",
    "Toelichting schrijven: wat en hoe",
  ]);
});

test("[EX49] who owns an activity does it, unless others are said to", () => {
  const owned = [
    ["Activiteit", "Eigenaar", "Wanneer"],
    ["Procesplaat maken", "Examenbureau", "3-4-2027"],
  ];
  expect(takenFile(csvFile(owned), {}, "lijst.csv").made.map(inShort)).toEqual([
    "Procesplaat maken | ..2027-04-03 | Examenbureau",
  ]);
  const both = [
    ["Activiteit", "Eigenaar", "Wie"],
    ["Procesplaat maken", "Managementteam (MT)", "Examenbureau"],
  ];
  expect(takenFile(csvFile(both), {}, "lijst.csv").made[0]?.roles).toEqual({
    sponsor: ["Managementteam (MT)"],
    executor: ["Examenbureau"],
  });
});

test("[EX50] a title of two lines in its cell is one line, and a text keeps its lines", async () => {
  const file = await bookFile({
    Lijst: [
      ["Activiteit", "Toelichting", "Fase"],
      ["Koppelvlak kiezen\n  flow 3 en 5", "Eerst flow 3.\nDan flow 5.", "1.\nAnalyse"],
    ],
  });
  const [made] = takenFile(file).made;
  expect([made?.title, made?.activity.what, made?.phase]).toEqual([
    "Koppelvlak kiezen flow 3 en 5",
    "Eerst flow 3.\nDan flow 5.",
    "Analyse",
  ]);
});
