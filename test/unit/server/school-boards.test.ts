import { placeKey } from "@planwand/shared/exchange/headings.ts";
import { wordKey } from "@planwand/shared/exchange/proposal.ts";
import { expect, test } from "vitest";
import { bookFile, csvFile, day, inShort, odsFile, takenFile } from "../../builders/school-files.ts";

/* Boards and lists as schools keep them: what a project leader expects of them. */

test("[EX41] a kanban: statuses beside each other, and their cards below", async () => {
  const file = await bookFile({
    Bord: [
      ["Kanban toetsing"],
      ["To do", "Bezig", "Klaar"],
      ["Procesplaat maken", "Koppelvlakken kiezen", "Startnotitie schrijven"],
      ["Surveillanten werven", null, "Stuurgroep inrichten"],
    ],
  });
  const { made, proposal } = takenFile(file);
  expect(made.map(inShort)).toEqual([
    "Procesplaat maken | planned",
    "Koppelvlakken kiezen | active",
    "Startnotitie schrijven | done",
    "Surveillanten werven | planned",
    "Stuurgroep inrichten | done",
  ]);
  expect(new Set(proposal.rows.map(({ key }) => key)).size).toBe(5);
});

test("[EX41] cards of several lines, and a list of a name of its own that is asked about", () => {
  const file = csvFile(
    [
      ["Backlog", "Doing", "Review", "Done"],
      ["Koppeling bouwen\nBram, voor de herfst", "Proces in beeld", "Reglement", "Startnotitie"],
      ["Pilot draaien", "", "", ""],
    ],
    ",",
    "utf16le",
  );
  const { made, proposal } = takenFile(file, {
    words: { [wordKey("activities", "status", "Review")]: "active" },
  });
  expect(made.map(inShort)).toEqual([
    "Koppeling bouwen",
    "Proces in beeld | active",
    "Reglement | active",
    "Startnotitie | done",
    "Pilot draaien",
  ]);
  expect(made[0]?.activity.what).toBe("Bram, voor de herfst");
  expect(proposal.words.map(({ word }) => word)).toEqual(["Review"]);
});

test("[EX41] a kanban with a domain before each row", async () => {
  const file = await bookFile({
    Bord: [
      ["", "Te doen", "Bezig", "Klaar"],
      ["Processen", "Rollen beschrijven", "Proces in beeld", "Startnotitie"],
      ["ICT", "Koppeling bouwen\nKoppeling testen", null, "Laptops tellen"],
    ],
  });
  expect(takenFile(file).made.map(inShort)).toEqual([
    "Rollen beschrijven | Algemeen × Processen | planned",
    "Proces in beeld | Algemeen × Processen | active",
    "Startnotitie | Algemeen × Processen | done",
    "Koppeling bouwen | Algemeen × ICT en systemen | planned",
    "Koppeling testen | Algemeen × ICT en systemen | planned",
    "Laptops tellen | Algemeen × ICT en systemen | done",
  ]);
});

test.each([
  [
    ["Analyse", "Ontwerp", "Inrichting"],
    ["Analyse × Algemeen", "Ontwerp × Algemeen", "Inrichting × Algemeen"],
  ],
  [
    ["Proces", "Beleid", "ICT"],
    ["Algemeen × Processen", "Algemeen × Beleid", "Algemeen × ICT en systemen"],
  ],
])("[EX41] lists below %j", async (headings, places) => {
  const file = await bookFile({
    Brownpaper: [
      headings,
      ["Knelpunten ophalen", "Rollen beschrijven", "Koppeling bouwen"],
      ["Wensen bundelen"],
    ],
  });
  expect(takenFile(file).made.map(inShort)).toEqual([
    `Knelpunten ophalen | ${places[0] ?? ""}`,
    `Rollen beschrijven | ${places[1] ?? ""}`,
    `Koppeling bouwen | ${places[2] ?? ""}`,
    `Wensen bundelen | ${places[0] ?? ""}`,
  ]);
});

test("[EX30] the list of actions of a meeting: when something has to be done that is no day is told", async () => {
  const file = await bookFile({
    Actielijst: [
      ["Actielijst overleg OKE d.d. 12 oktober 2026"],
      ["Nr.", "Actie", "Wie", "Wanneer", "Status"],
      ["Actie 3.1", "Toetskalender delen", "Examenbureau", "vóór de herfstvakantie", "Open"],
      ["Actie 3.2", "Zaalplan maken", "Onderwijslogistiek en roostering", "30-10-2026", "Afgehandeld"],
      ["Actie 4.1", "Offerte opvragen", "Inkoop", "6-11-2026", "Gesloten"],
    ],
  });
  const { made, problems } = takenFile(file);
  expect(made.map(inShort)).toEqual([
    "Toetskalender delen | planned | Examenbureau",
    "Zaalplan maken | ..2026-10-30 | done | Onderwijslogistiek en roostering",
    "Offerte opvragen | ..2026-11-06 | done | Inkoop en contractmanagement",
  ]);
  expect(problems).toEqual(["no-date vóór de herfstvakantie"]);
});

test("[EX44] rows numbered under another, that say no more than their title, are its steps", () => {
  const { made, proposal } = takenFile(
    csvFile([
      ["Activiteit", "Verantwoordelijke", "Einddatum", "Status"],
      ["1. Proces in beeld", "Examenbureau", "30-10-2026", "Bezig"],
      ["1.1 Interviews houden", "", "", "Klaar"],
      ["1.2 Plaat tekenen", "", "", ""],
      ["2. Koppelingen kiezen", "ICT", "27-11-2026", ""],
      ["2.1 Lijst maken", "", "", ""],
    ]),
  );
  expect(
    made.map((one) => [inShort(one), one.activity.steps.map(({ title, done }) => [title, done])]),
  ).toEqual([
    [
      "Proces in beeld | ..2026-10-30 | active | Examenbureau",
      [
        ["Interviews houden", true],
        ["Plaat tekenen", false],
      ],
    ],
    ["Koppelingen kiezen | ..2026-11-27 | ICT", [["Lijst maken", false]]],
  ]);
  expect(proposal.rows.map(({ changes }) => changes.some(({ column }) => column === "steps"))).toEqual([
    true,
    true,
  ]);
});

test("[EX44] rows under another that say who and when of themselves stay activities", async () => {
  const file = await bookFile({
    Plan: [
      ["Nr", "Omschrijving", "Wie", "Klaar op"],
      ["1", "Proces in beeld", "Examenbureau", day("2026-10-30")],
      ["1.1", "Interviews houden", "Examenbureau", day("2026-10-02")],
      ["1.1.1", "Verslag laten nakijken", "EC", day("2026-10-23")],
      ["2", "Koppelingen kiezen", "ICT", day("2026-11-27")],
    ],
  });
  expect(takenFile(file).made.map(inShort)).toEqual([
    "Proces in beeld | ..2026-10-30 | Examenbureau",
    "Interviews houden | ..2026-10-02 | Examenbureau",
    "Verslag laten nakijken | ..2026-10-23 | Examencommissie",
    "Koppelingen kiezen | ..2026-11-27 | ICT",
  ]);
});

test("[EX30] remarks of several people in one cell stay together, as what happens", () => {
  const said = "AdV 12/10: eerst interviews\nBB 14/10: akkoord";
  const { made } = takenFile(
    csvFile([
      ["Activiteit", "Wie", "Opmerkingen"],
      ["Procesplaat maken", "Examenbureau", said],
    ]),
  );
  expect(made[0]?.activity.what).toBe(said);
});

test("[EX31] a form of which three rows are filled in", async () => {
  const filled = ["Startgesprek voeren", "Nulmeting doen", "Team samenstellen"];
  const rows = Array.from({ length: 40 }, (_, at) => [
    at + 1,
    filled[at] ?? "",
    filled[at] === undefined ? "" : "MT",
    "Kies...",
  ]);
  const file = await bookFile({ Sjabloon: [["Nr.", "Activiteit", "Wie", "Status"], ...rows] });
  const { made, proposal, problems } = takenFile(file, {
    words: { [wordKey("activities", "status", "Kies...")]: null },
  });
  expect(made.map(({ title }) => title)).toEqual(filled);
  expect(proposal.rows).toHaveLength(3);
  expect(problems).toEqual([]);
});

test("[EX30] a table without any heading: who does it is put right in one choice", () => {
  const file = csvFile(
    [
      ["Procesplaat maken", "Examenbureau", "2-10-2026", "bezig"],
      ["Koppeling bouwen", "ICT", "6-11-2026", "gepland"],
      ["Besluit nemen", "MT", "20-11-2026", "gepland"],
    ],
    "|",
  );
  const columns = { [placeKey("activities", "Lijst", 1)]: "roles.executor" };
  expect(takenFile(file, { columns }).made.map(inShort)).toEqual([
    "Procesplaat maken | ..2026-10-02 | active | Examenbureau",
    "Koppeling bouwen | ..2026-11-06 | planned | ICT",
    "Besluit nemen | ..2026-11-20 | planned | Managementteam (MT)",
  ]);
});

test("[EX30] headings in words that nobody knows are none of the rows, by what stands below them", () => {
  const { made, proposal } = takenFile(
    csvFile([
      ["Klus", "Voor wie klaar", "Hoe laat"],
      ["Zaal boeken voor de toets", "2-10-2026", "geen idee"],
      ["Plan maken", "9-10-2026", "later"],
    ]),
  );
  expect(made.map(inShort)).toEqual([
    "Zaal boeken voor de toets | ..2026-10-02",
    "Plan maken | ..2026-10-09",
  ]);
  expect(proposal.tables[0]?.columns.map(({ heading }) => heading)).toEqual([
    "Klus",
    "Voor wie klaar",
    "Hoe laat",
  ]);
});

test("[EX30] a very wide table, with money, hours and empty columns beside the plan", async () => {
  const spare = Array.from({ length: 30 }, (_, at) => `Reserve ${String(at + 1)}`);
  const file = await bookFile({
    Breed: [
      [
        "Projectnr",
        "Locatie",
        "Activiteit",
        "Fase",
        "Domein",
        "Uitvoerder",
        "Begin",
        "Eind",
        "Budget (€)",
        "Status",
        "Voortgang %",
        "Afhankelijk van",
        "Laatst bijgewerkt",
        ...spare,
      ],
      [
        "P1",
        "Almelo",
        "Procesplaat maken",
        "Analyse",
        "Proces",
        "Examenbureau",
        day("2026-09-07"),
        day("2026-10-02"),
        1000,
        "Bezig",
        0.2,
        "",
        day("2026-10-12"),
      ],
      [
        "P1",
        "Hengelo",
        "Koppeling bouwen",
        "Inrichting",
        "ICT",
        "ICT",
        day("2026-10-05"),
        day("2026-11-06"),
        5000,
        "Gepland",
        0,
        "Procesplaat maken",
        day("2026-10-12"),
      ],
    ],
  });
  const { made } = takenFile(file);
  expect(made.map(inShort)).toEqual([
    "Procesplaat maken | Analyse × Processen | 2026-09-07..2026-10-02 | active 20% | Examenbureau",
    "Koppeling bouwen | Inrichting × ICT en systemen | 2026-10-05..2026-11-06 | planned | ICT",
  ]);
  expect(made[1]?.activity.dependsOn).toEqual([made[0]?.activity.id]);
});

test("[EX31] totals of each phase and of all are told, and are no activities", async () => {
  const file = await bookFile({
    Uren: [
      ["Fase", "Activiteit", "Uitvoerder", "Uren"],
      ["Analyse", "Procesplaat maken", "Examenbureau", 40],
      ["Totaal Analyse", null, null, 40],
      ["Ontwerp", "Nieuw proces tekenen", "Examenbureau", 60],
      ["Subtotaal ontwerp", null, null, 60],
      ["Eindtotaal", null, null, 100],
    ],
  });
  const { made, proposal } = takenFile(file);
  expect(made.map(({ title }) => title)).toEqual(["Procesplaat maken", "Nieuw proces tekenen"]);
  expect(proposal.tables[0]?.passed.map(({ why }) => why)).toEqual(["total", "total", "total"]);
});

test("[EX30] a table on its side, with an activity in each column", async () => {
  const file = await bookFile({
    Overzicht: [
      ["Activiteit", "Procesplaat maken", "Koppeling bouwen"],
      ["Wie", "Examenbureau", "ICT"],
      ["Begin", day("2026-09-07"), day("2026-10-05")],
      ["Klaar op", day("2026-10-02"), day("2026-11-06")],
      ["Status", "Bezig", "Gepland"],
    ],
  });
  expect(takenFile(file).made.map(inShort)).toEqual([
    "Procesplaat maken | 2026-09-07..2026-10-02 | active | Examenbureau",
    "Koppeling bouwen | 2026-10-05..2026-11-06 | planned | ICT",
  ]);
});

test("[EX9] pictures in headings and before statuses", () => {
  const file = odsFile({
    "📅 Planning": [
      ["✅ Activiteit", "👤 Wie", "📆 Deadline", "🚦Status"],
      ["Procesplaat maken", "Examenbureau", "2-10-2026", "🔄 Bezig"],
      ["Koppeling bouwen", "ICT", "6-11-2026", "⏳ Gepland"],
    ],
  });
  expect(takenFile(file).made.map(inShort)).toEqual([
    "Procesplaat maken | ..2026-10-02 | active | Examenbureau",
    "Koppeling bouwen | ..2026-11-06 | planned | ICT",
  ]);
});
