import { headingKey } from "@planwand/shared/exchange/headings.ts";
import { expect, test } from "vitest";
import { bookFile, csvFile, day, inShort, takenFile } from "../../builders/school-files.ts";

/* Plans as schools draw them up for themselves, each in a style of its own: what a project leader expects of them. */

const X = (...marks: readonly number[]): string[] =>
  Array.from({ length: Math.max(...marks) }, (_, at) => (marks.includes(at + 1) ? "x" : ""));

test("[EX30] a project charter with its plan halfway the sheet", async () => {
  const file = await bookFile({
    Projectopdracht: [
      ["Projectopdracht Digitaal toetsen"],
      [],
      ["1. Aanleiding"],
      [
        "Het college wil vanaf schooljaar 2026-2027 al het toetsen in één systeem doen, en dat vraagt nogal wat.",
      ],
      [],
      ["2. Fasering en activiteiten"],
      [],
      [null, null, "Activiteit", "Gereed (uiterlijk)", "Uitvoering door (afdeling)", "Inspanning (uren)"],
      [null, null, "Startnotitie schrijven", day("2026-10-02"), "Projectleider OKE", 16],
      [null, null, "Stuurgroep inrichten", day("2026-10-16"), "MT", 8],
      [],
      ["3. Akkoord opdrachtgever"],
    ],
  });
  const { made, proposal } = takenFile(file);
  expect(made.map(inShort)).toEqual([
    "Startnotitie schrijven | ..2026-10-02 | Projectleider OKE",
    "Stuurgroep inrichten | ..2026-10-16 | Managementteam (MT)",
  ]);
  expect(proposal.tables[0]?.passed.map(({ text }) => text)).toEqual(["3. Akkoord opdrachtgever"]);
});

test("[EX43] two tables below each other, each with headings of its own", async () => {
  const file = await bookFile({
    Blad1: [
      ["Acties werkgroep toetsing"],
      ["Actie", "Wie", "Deadline"],
      ["Toetskalender opstellen", "Examenbureau", day("2026-10-02")],
      [],
      ["Acties werkgroep ICT"],
      ["Wat", "Start", "Eind", "Trekker", "Status"],
      ["Wifi in de toetszalen meten", day("2026-09-14"), day("2026-09-25"), "ICT-beheer", "bezig"],
    ],
  });
  const { made, proposal } = takenFile(file);
  expect(made.map(inShort)).toEqual([
    "Toetskalender opstellen | ..2026-10-02 | Examenbureau",
    "Wifi in de toetszalen meten | 2026-09-14..2026-09-25 | active | ICT-beheer",
  ]);
  expect(proposal.tables.map(({ table }) => table)).toEqual(["Blad1", "Acties werkgroep ICT"]);
  expect(proposal.rows.map(({ row }) => row)).toEqual([3, 7]);
});

test("[EX43] a document in one sheet: its plan and its decisions come in, what is neither is told as left out", async () => {
  const file = await bookFile({
    PID: [
      ["Projectinitiatiedocument"],
      ["Versie", "Datum", "Auteur", "Wijziging"],
      ["0.1", day("2026-09-01"), "Anja", "Eerste versie"],
      [],
      ["Risico's"],
      ["Risico", "Kans", "Impact", "Maatregel"],
      ["Leverancier te laat", "M", "H", "Tweede offerte"],
      [],
      ["Planning"],
      ["Activiteit", "Start", "Eind", "Wie"],
      ["Proces in beeld", day("2026-10-01"), day("2026-10-30"), "Examenbureau"],
      [],
      ["Besluiten"],
      ["Besluit", "Datum"],
      ["Pilot start na de herfst", day("2026-10-12")],
    ],
  });
  const { proposal, made } = takenFile(file);
  expect(proposal.tables.map(({ table, sheet }) => [table, sheet])).toEqual([
    ["PID", null],
    ["Planning", "activities"],
    ["Besluiten", "decisions"],
  ]);
  expect(made.map(inShort)).toEqual(["Proces in beeld | 2026-10-01..2026-10-30 | Examenbureau"]);
  expect(proposal.rows.map(({ title }) => title)).toEqual(["Proces in beeld", "Pilot start na de herfst"]);
});

test("[EX9] headings in English, with words that say more of them", () => {
  const file = csvFile(
    [
      [
        "Work package",
        "Task description",
        "Task owner",
        "Planned start",
        "Planned finish",
        "State",
        "Completion (%)",
      ],
      [
        "WP1 Analysis",
        "Map the exam process",
        "Examenbureau",
        "2026-09-07",
        "2026-09-25",
        "In progress",
        "40",
      ],
      ["WP2 Design", "Choose the interfaces", "ICT", "2026-10-05", "2026-10-30", "Not started", "0"],
    ],
    ",",
  );
  const { made } = takenFile(file);
  expect(made.map(inShort)).toEqual([
    "WP1 Analysis | 2026-09-07..2026-09-25 | active 40% | Examenbureau",
    "WP2 Design | 2026-10-05..2026-10-30 | planned | ICT",
  ]);
  expect(made[0]?.activity.what).toBe("Map the exam process");
  const columns = {
    [headingKey("activities", "Work package")]: null,
    [headingKey("activities", "Task description")]: "title",
  };
  expect(takenFile(file, { columns }).made[0]?.title).toBe("Map the exam process");
});

test("[EX30] headings with units, and below Gereed the days by which it is", () => {
  const file = csvFile(
    [
      [
        "Activiteit *",
        "Begin (dd-mm-jj)",
        "Gereed",
        "Doorlooptijd (weken)",
        "Verantwoordelijk (1 persoon!)",
        "% gereed (schatting)",
      ],
      ["Procesplaat maken", "07-09-26", "25-09-26", "3", "Examenbureau", "50%"],
      ["Coördinatie regelen", "05-10-26", "30-10-26", "4", "Informatiemanager", "0%"],
    ],
    ";",
    "latin1",
  );
  const { made } = takenFile(file);
  expect(made.map(inShort)).toEqual([
    "Procesplaat maken | 2026-09-07..2026-09-25 | active 50% | Examenbureau",
    "Coördinatie regelen | 2026-10-05..2026-10-30 | Informatiemanager",
  ]);
  const columns = { [headingKey("activities", "Gereed")]: "status" };
  expect(takenFile(file, { columns }).proposal.tables[0]?.columns[2]?.key).toBe("status");
});

test("[EX9] headings that are too long for their cells go on in the next line", async () => {
  const file = await bookFile({
    Planning: [
      [
        "Activiteit\n(korte titel)",
        "Wie\n(naam)",
        "Start-\ndatum",
        "Eind-\ndatum",
        "Status\n(kies uit lijst)",
      ],
      ["Zaal boeken", "Examenbureau", day("2026-09-01"), day("2026-09-10"), "Gereed"],
      ["Plan maken", "MT", day("2026-09-08"), day("2026-09-20"), "Bezig"],
    ],
  });
  expect(takenFile(file).made.map(inShort)).toEqual([
    "Zaal boeken | 2026-09-01..2026-09-10 | done | Examenbureau",
    "Plan maken | 2026-09-08..2026-09-20 | active | Managementteam (MT)",
  ]);
});

test("[EX30] of two columns of days that nothing is known of the earlier is when it begins", () => {
  const { made } = takenFile(
    csvFile([
      ["Activiteit", "Wie", "Moment 1", "Moment 2"],
      ["Zaal boeken", "MT", "1-9-2026", "10-9-2026"],
      ["Plan maken", "MT", "8-9-2026", "20-9-2026"],
    ]),
  );
  expect(made.map(({ start, end }) => [start, end])).toEqual([
    ["2026-09-01", "2026-09-10"],
    ["2026-09-08", "2026-09-20"],
  ]);
});

test("[EX30] phases as merged blocks at the left, without a heading", async () => {
  const file = await bookFile(
    {
      Planning: [
        [null, "Activiteit", "Wie", "Klaar"],
        ["Analyse", "Knelpunten ophalen", "Examenbureau", day("2026-10-02")],
        [null, "Wensen bundelen", "OKE-werkgroep", day("2026-10-09")],
        ["Ontwerp", "Nieuw proces tekenen", "Examenbureau", day("2026-11-13")],
        [null, "Rollen beschrijven", "Hoofd examenorganisatie", day("2026-11-20")],
      ],
    },
    ["A2:A3", "A4:A5"],
  );
  expect(takenFile(file).made.map(inShort)).toEqual([
    "Knelpunten ophalen | Analyse × Algemeen | ..2026-10-02 | Examenbureau",
    "Wensen bundelen | Analyse × Algemeen | ..2026-10-09 | OKE-werkgroep",
    "Nieuw proces tekenen | Ontwerp × Algemeen | ..2026-11-13 | Examenbureau",
    "Rollen beschrijven | Ontwerp × Algemeen | ..2026-11-20 | Hoofd examenorganisatie",
  ]);
});

test("[EX32] a sheet for each domain", async () => {
  const of = (title: string, phase: string) => [
    ["Activiteit", "Fase"],
    [title, phase],
  ];
  const file = await bookFile({
    Processen: of("Procesplaat maken", "Analyse"),
    Organisatie: of("Rollen beschrijven", "Ontwerp"),
    ICT: of("Koppeling bouwen", "Inrichting"),
  });
  expect(takenFile(file).made.map(inShort)).toEqual([
    "Procesplaat maken | Analyse × Processen",
    "Rollen beschrijven | Ontwerp × Organisatie",
    "Koppeling bouwen | Inrichting × ICT en systemen",
  ]);
});

test("[EX42] who does it in columns with an X", async () => {
  const file = await bookFile({
    Takenmatrix: [
      ["Taak", "Examenbureau", "ICT", "MT", "Docenten", "Klaar op"],
      ["Procesplaat maken", "X", null, null, null, day("2026-10-02")],
      ["Koppeling bouwen", "x", "x", null, null, day("2026-11-06")],
      ["Instructie volgen", null, null, "✓", "X", day("2026-12-04")],
    ],
  });
  expect(takenFile(file).made.map(inShort)).toEqual([
    "Procesplaat maken | ..2026-10-02 | Examenbureau",
    "Koppeling bouwen | ..2026-11-06 | Examenbureau, ICT",
    "Instructie volgen | ..2026-12-04 | Managementteam (MT), Docenten",
  ]);
});

test("[EX42] how far it is, or where it belongs, in columns with an X; two for one are asked about", () => {
  const statuses = csvFile([
    ["Activiteit", "Niet gestart", "Bezig", "Klaar", "Wie"],
    ["Zaal boeken", "", "x", "", "ICT"],
    ["Plan maken", "x", "", "", "MT"],
    ["Startnotitie", "", "", "x", "MT"],
    ["Laptops tellen", "", "x", "x", "MT"],
  ]);
  const { made, problems } = takenFile(statuses);
  expect(made.map(({ activity }) => activity.status)).toEqual(["active", "planned", "done", "idea"]);
  expect(problems).toEqual(["unknown-word Bezig\nKlaar"]);
  const domains = csvFile(
    [
      ["Actie", "Proces", "Organisatie", "ICT"],
      ["Zaal boeken", "", "", "x"],
      ["Plan maken", "x", "", ""],
      ["Rollen kiezen", "", "x", ""],
    ],
    "\t",
  );
  expect(takenFile(domains).made.map(({ domain }) => domain)).toEqual([
    "ICT en systemen",
    "Processen",
    "Organisatie",
  ]);
});

test("[EX42] marks below names of another kind say nothing, and their columns are told", () => {
  const { made, proposal } = takenFile(
    csvFile([
      ["Actie", "Urgent", "Belangrijk", "Wie"],
      ["Zaal boeken", "x", "", "ICT"],
      ["Plan maken", "", "x", "MT"],
    ]),
  );
  expect(made.map(inShort)).toEqual(["Zaal boeken | ICT", "Plan maken | Managementteam (MT)"]);
  expect(proposal.tables[0]?.columns.map(({ key }) => key)).toEqual(["title", null, null, "roles.executor"]);
});

test("[EX34] a RASCI with abbreviations, parted by tabs", () => {
  const { made } = takenFile(
    csvFile(
      [
        ["Activiteit", "PL", "EB", "EC", "ICT", "MT"],
        ["Procesplaat maken", "A", "R", "C", "S", "I"],
        ["Reglement vaststellen", "R", "C", "A", "", "I"],
      ],
      "\t",
      "utf16le",
    ),
  );
  expect(made[0]?.roles).toEqual({
    sponsor: ["PL"],
    executor: ["Examenbureau"],
    codecider: ["ICT"],
    consulted: ["Examencommissie"],
    informed: ["Managementteam (MT)"],
  });
});

test("[EX35] bars under the initials of months, below a row of years", async () => {
  const file = await bookFile({
    Gantt: [
      ["Activiteit", "Trekker", "2026", null, null, null, "2027", null, null],
      [null, null, "S", "O", "N", "D", "J", "F", "M"],
      ["Procesplaat maken", "Examenbureau", ...X(1, 2)],
      ["Pilot draaien", "Opleidingsteams pilot", ...X(4, 5, 6)],
    ],
  });
  expect(takenFile(file).made.map(inShort)).toEqual([
    "Procesplaat maken | 2026-09-01..2026-10-31 | Examenbureau",
    "Pilot draaien | 2026-12-01..2027-02-28 | Opleidingsteams pilot",
  ]);
});

test("[EX35] bars of days, under days and under numbers below a month", async () => {
  const days = Array.from({ length: 10 }, (_, at) => at + 5);
  const rows = [
    ["Toets klaarzetten", "Examenbureau", ...X(1, 2)],
    ["Zaal inrichten", "MT", ...X(3, 4, 5)],
  ];
  const dates = days.map((one) => day(`2026-10-${String(one).padStart(2, "0")}`));
  for (const headings of [
    [["Activiteit", "Wie", ...dates]],
    [
      ["", "", "oktober 2026"],
      ["Activiteit", "Wie", ...days],
    ],
  ])
    expect(takenFile(await bookFile({ Dagplanning: [...headings, ...rows] })).made.map(inShort)).toEqual([
      "Toets klaarzetten | 2026-10-05..2026-10-06 | Examenbureau",
      "Zaal inrichten | 2026-10-07..2026-10-09 | Managementteam (MT)",
    ]);
});

test("[EX35][EX36] bars of weeks below months without a year: the school year is asked", async () => {
  const file = await bookFile({
    Planning: [
      [null, null, "september", null, null, null, "oktober", null, null, null],
      ["Activiteit", "Wie", "36", "37", "38", "39", "40", "41", "42", "43"],
      ["Proces in beeld", "Examenbureau", ...X(1, 2)],
      ["Pilot", "MT", ...X(3, 4, 5)],
    ],
  });
  expect(takenFile(file).problems).toEqual([36, 37, 38, 40].map((week) => `no-year week ${String(week)}`));
  expect(takenFile(file, { schoolYear: 2026 }).made.map(inShort)).toEqual([
    "Proces in beeld | 2026-08-31..2026-09-11 | Examenbureau",
    "Pilot | 2026-09-14..2026-10-02 | Managementteam (MT)",
  ]);
});
