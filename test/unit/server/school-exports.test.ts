import { wordKey } from "@planwand/shared/exchange/proposal.ts";
import { expect, test } from "vitest";
import { bookFile, csvFile, day, inShort, takenFile } from "../../builders/school-files.ts";

/* What other programs export: what a project leader expects of it. */

test("[EX44] Microsoft Project in Dutch: summary tasks are phases, and tasks wait for others by their numbers", () => {
  const { made, proposal, problems } = takenFile(
    csvFile([
      [
        "Id",
        "Actief",
        "Taaknaam",
        "Duur",
        "Begindatum",
        "Einddatum",
        "Voorafgaande taken",
        "Overzichtsniveau",
        "Namen van resources",
        "Percentage voltooid",
      ],
      ["1", "Ja", "Analysefase", "20 dagen", "ma 7-9-26", "vr 2-10-26", "", "1", "", "50%"],
      ["2", "Ja", "Proces in beeld", "10 dagen", "ma 7-9-26", "vr 18-9-26", "", "2", "Examenbureau", "100%"],
      [
        "3",
        "Ja",
        "Knelpunten ophalen",
        "10 dagen",
        "ma 21-9-26",
        "vr 2-10-26",
        "2",
        "2",
        "Examenbureau;ICT[50%]",
        "0%",
      ],
      ["4", "Ja", "Ontwerpfase", "10 dagen", "ma 5-10-26", "vr 16-10-26", "1", "1", "", "0%"],
      [
        "5",
        "Ja",
        "Proces tekenen",
        "10 dagen",
        "ma 5-10-26",
        "vr 16-10-26",
        "3EB+2 dagen",
        "2",
        "Examenbureau",
        "0%",
      ],
    ]),
  );
  expect(made.map(inShort)).toEqual([
    "Proces in beeld | Analyse × Algemeen | 2026-09-07..2026-09-18 | done | Examenbureau",
    "Knelpunten ophalen | Analyse × Algemeen | 2026-09-21..2026-10-02 | Examenbureau, ICT",
    "Proces tekenen | Ontwerp × Algemeen | 2026-10-05..2026-10-16 | Examenbureau",
  ]);
  expect(made[1]?.activity.dependsOn).toEqual([made[0]?.activity.id]);
  expect(proposal.tables[0]?.passed.map(({ text }) => text)).toEqual(["Analysefase", "Ontwerpfase"]);
  expect(problems).toContain("unknown-name 3EB+2 dagen");
});

test("[EX44] Microsoft Project in English: levels by space, and days month first", () => {
  const { made } = takenFile(
    csvFile(
      [
        ["ID", "Task Mode", "Task Name", "Duration", "Start", "Finish", "Predecessors", "Resource Names"],
        ["1", "Auto Scheduled", "Analysis", "20 days", "Mon 9/7/26", "Fri 10/2/26", "", ""],
        ["2", "Auto Scheduled", "   Map process", "10 days", "Mon 9/7/26", "Fri 9/18/26", "", "Examenbureau"],
        [
          "3",
          "Auto Scheduled",
          "   Collect issues",
          "10 days",
          "Mon 9/21/26",
          "Fri 10/2/26",
          "2FS",
          "Examenbureau",
        ],
      ],
      ",",
    ),
  );
  expect(made.map(inShort)).toEqual([
    "Map process | Analysis × Algemeen | 2026-09-07..2026-09-18 | Examenbureau",
    "Collect issues | Analysis × Algemeen | 2026-09-21..2026-10-02 | Examenbureau",
  ]);
  expect(made[1]?.activity.dependsOn).toEqual([made[0]?.activity.id]);
});

test("[EX30] Jira: what the program wrote down of when is not when it is done", () => {
  const { made, proposal } = takenFile(
    csvFile(
      [
        [
          "Issue Type",
          "Issue key",
          "Summary",
          "Assignee",
          "Priority",
          "Status",
          "Created",
          "Updated",
          "Due date",
          "Description",
        ],
        [
          "Task",
          "OKE-12",
          "Koppeling bouwen",
          "j.jansen",
          "High",
          "In Progress",
          "12/okt/26 9:14 AM",
          "13/okt/26 2:00 PM",
          "30/okt/26 12:00 AM",
          "Zie ontwerp",
        ],
        [
          "Task",
          "OKE-13",
          "Testen, met pilot",
          "a.bakker",
          "Medium",
          "To Do",
          "12/okt/26 9:20 AM",
          "12/okt/26 9:20 AM",
          "",
          "",
        ],
      ],
      ",",
    ),
  );
  expect(made.map(inShort)).toEqual([
    "Koppeling bouwen | ..2026-10-30 | active | j.jansen",
    "Testen, met pilot | planned | a.bakker",
  ]);
  expect(proposal.tables[0]?.columns.filter(({ key }) => key === null).map(({ heading }) => heading)).toEqual(
    ["Issue Type", "Issue key", "Created", "Updated"],
  );
});

test("[EX9] Asana: sections are phases, and what blocks a task is what it waits for", () => {
  const { made, problems } = takenFile(
    csvFile(
      [
        [
          "Task ID",
          "Created At",
          "Completed At",
          "Name",
          "Section/Column",
          "Assignee",
          "Assignee Email",
          "Start Date",
          "Due Date",
          "Notes",
          "Parent task",
          "Blocked By (Dependencies)",
        ],
        [
          "1201",
          "2026-09-01",
          "2026-09-20",
          "Procesplaat maken",
          "Analyse",
          "Anja de Vries",
          "",
          "2026-09-07",
          "2026-09-18",
          "",
          "",
          "",
        ],
        [
          "1202",
          "2026-09-01",
          "",
          "Koppelvlakken kiezen",
          "Ontwerp",
          "Bram Bakker",
          "",
          "",
          "2026-10-30",
          "met leverancier",
          "",
          "Procesplaat maken",
        ],
      ],
      ",",
    ),
  );
  expect(made.map(inShort)).toEqual([
    "Procesplaat maken | Analyse × Algemeen | 2026-09-07..2026-09-18 | done | Anja de Vries",
    "Koppelvlakken kiezen | Ontwerp × Algemeen | ..2026-10-30 | Bram Bakker",
  ]);
  expect(made[1]?.activity.dependsOn).toEqual([made[0]?.activity.id]);
  expect(problems).toEqual([]);
});

test("[EX31] Monday: the name of each group stands above headings that come again", async () => {
  const headings = ["Name", "Person", "Status", "Date"];
  const file = await bookFile({
    oke: [
      ["OKE-project"],
      ["Planning 2026"],
      [],
      ["Analyse"],
      headings,
      ["Procesplaat maken", "Anja", "Done", day("2026-09-18")],
      ["Knelpunten ophalen", "Bram", "Working on it", day("2026-10-02")],
      [],
      ["Ontwerp"],
      headings,
      ["Nieuw proces tekenen", "Anja", "Stuck", day("2026-10-16")],
    ],
  });
  expect(takenFile(file).made.map(inShort)).toEqual([
    "Procesplaat maken | Analyse × Algemeen | ..2026-09-18 | done | Anja",
    "Knelpunten ophalen | Analyse × Algemeen | ..2026-10-02 | active | Bram",
    "Nieuw proces tekenen | Ontwerp × Algemeen | ..2026-10-16 | blocked | Anja",
  ]);
});

test("[EX36] Notion: days from one to another behind an arrow", () => {
  const { made, problems } = takenFile(
    csvFile(
      [
        ["Naam", "Status", "Toegewezen", "Datum", "Fase", "Tags"],
        ["Procesplaat maken", "Klaar", "Anja", "7 september 2026 → 18 september 2026", "Analyse", "proces"],
        ["Koppelvlakken kiezen", "Niet begonnen", "Bram, Anja", "30 oktober 2026", "Ontwerp", ""],
      ],
      ",",
    ),
  );
  expect(made.map(inShort)).toEqual([
    "Procesplaat maken | Analyse × Algemeen | 2026-09-07..2026-09-18 | done | Anja",
    "Koppelvlakken kiezen | Ontwerp × Algemeen | ..2026-10-30 | planned | Anja, Bram",
  ]);
  expect(problems).toEqual(["worked-out 7 september 2026 → 18 september 2026"]);
});

test("[EX31] Todoist: rows of sections say the phase of those below them", () => {
  const file = csvFile(
    [
      ["TYPE", "CONTENT", "DESCRIPTION", "PRIORITY", "INDENT", "RESPONSIBLE", "DATE"],
      ["section", "Analyse", "", "", "", "", ""],
      ["task", "Procesplaat maken", "", "1", "1", "Anja", "18 Sep 2026"],
      ["", "", "", "", "", "", ""],
      ["section", "Toetsen in de praktijk", "", "", "", "", ""],
      ["task", "Proeftoets afnemen", "met EC", "4", "1", "Bram", "16 Oct 2026"],
    ],
    ",",
  );
  const { made, proposal } = takenFile(file, { words: { [wordKey("activities", "priority", "4")]: "low" } });
  expect(made.map(inShort)).toEqual([
    "Procesplaat maken | Analyse × Algemeen | ..2026-09-18 | Anja",
    "Proeftoets afnemen | Toetsen in de praktijk × Algemeen | ..2026-10-16 | Bram",
  ]);
  expect(proposal.tables[0]?.passed.map(({ text }) => text)).toEqual(["Analyse", "Toetsen in de praktijk"]);
  expect(made.map(({ activity }) => activity.priority)).toEqual(["high", "low"]);
});

test("[EX14] Planner in Dutch, with what it says of the plan above the tasks", async () => {
  const file = await bookFile({
    Taken: [
      ["Plannaam", "OKE"],
      ["Datum van export", "12-10-2026"],
      [],
      [
        "Taak-id",
        "Taaknaam",
        "Bucketnaam",
        "Voortgang",
        "Prioriteit",
        "Toegewezen aan",
        "Gemaakt op",
        "Begindatum",
        "Einddatum",
        "Controlelijstitems",
        "Beschrijving",
      ],
      [
        "x1",
        "Procesplaat maken",
        "Analyse",
        "Voltooid",
        "Belangrijk",
        "Anja de Vries",
        "01-09-2026",
        "07-09-2026",
        "18-09-2026",
        "Interviews houden;Plaat tekenen",
        "",
      ],
      [
        "x2",
        "Koppelvlakken kiezen",
        "Ontwerp",
        "Wordt uitgevoerd",
        "Gemiddeld",
        "Bram Bakker;Anja de Vries",
        "01-09-2026",
        "",
        "30-10-2026",
        "",
        "samen",
      ],
    ],
  });
  const { made } = takenFile(file);
  expect(made.map(inShort)).toEqual([
    "Procesplaat maken | Analyse × Algemeen | 2026-09-07..2026-09-18 | done | Anja de Vries",
    "Koppelvlakken kiezen | Ontwerp × Algemeen | ..2026-10-30 | active | Anja de Vries, Bram Bakker",
  ]);
  expect(made[0]?.steps).toEqual(["Interviews houden", "Plaat tekenen"]);
});

test("[EX14] a table of Trello: lists that are called like statuses are these", () => {
  const { made } = takenFile(
    csvFile(
      [
        [
          "Card ID",
          "Card Name",
          "Card URL",
          "Card Description",
          "Labels",
          "Members",
          "Due Date",
          "List Name",
        ],
        [
          "c1",
          "Zaal boeken",
          "https://trello.com/c/1",
          "Met beamer",
          "Proces (green)",
          "anja",
          "2026-10-30T11:00:00.000Z",
          "Doing",
        ],
        ["c2", "Plan maken", "https://trello.com/c/2", "", "", "", "", "Done"],
      ],
      ",",
    ),
  );
  expect(made.map(inShort)).toEqual(["Zaal boeken | ..2026-10-30 | active | anja", "Plan maken | done"]);
});
