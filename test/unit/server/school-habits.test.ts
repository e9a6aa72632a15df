import { placeKey } from "@planwand/shared/exchange/headings.ts";
import { nameChoiceKey } from "@planwand/shared/exchange/name-book.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { expect, test } from "vitest";
import { wordFile, wordLine } from "../../builders/packed-file.ts";
import { examplePlanDoc } from "../../builders/plan-doc.ts";
import { csvFile, inShort, type Rows, takenFile } from "../../builders/school-files.ts";

/* What people of schools write without thinking of a program, and what a project leader expects of it. */

const taken = (rows: Rows, choices: Parameters<typeof takenFile>[1] = {}) =>
  takenFile(csvFile(rows), choices, "lijst.csv");
const days = (rows: Rows, choices: Parameters<typeof takenFile>[1] = {}) =>
  taken(rows, choices).made.map(({ start, end }) => `${start ?? ""}..${end ?? ""}`);

test("[EX51] numbers below a heading of weeks are weeks", () => {
  const rows = [
    ["Activiteit", "Wie", "Week"],
    ["Rekenen afnemen", "Examenbureau", "46-47"],
    ["Taal afnemen", "Examenbureau", "4-5"],
    ["Inhalen", "Examenbureau", "48"],
  ];
  expect(taken(rows).problems).toEqual(["no-year week 46-47", "no-year week 4-5", "no-year week 48"]);
  expect(days(rows, { schoolYear: 2026 })).toEqual([
    "2026-11-09..2026-11-22",
    "2027-01-25..2027-02-07",
    "..2026-11-29",
  ]);
  const two = [
    ["Activiteit", "Start wk", "Eind wk"],
    ["Rekenen afnemen", "45", "47"],
  ];
  expect(days(two, { schoolYear: 2026 })).toEqual(["2026-11-02..2026-11-22"]);
});

test("[EX51] from one week to another says when it begins, and is shown", () => {
  const { made, proposal } = taken([
    ["Activiteit", "Planning"],
    ["Nulmeting", "wk 38 t/m 41 2026"],
    ["Pilot", "wk 12 2027"],
  ]);
  expect(made.map(({ start, end }) => [start, end])).toEqual([
    ["2026-09-14", "2026-10-11"],
    [null, "2027-03-28"],
  ]);
  expect(proposal.rows[0]?.changes.map(({ column, after }) => [column, after])).toEqual([
    ["title", "Nulmeting"],
    ["start", "2026-09-14"],
    ["end", "2026-10-11"],
  ]);
});

test("[EX36] months and quarters joined by a stroke", () => {
  const rows = [
    ["Activiteit", "Wanneer"],
    ["Een", "sept-okt 2026"],
    ["Twee", "Q3-Q4 2026"],
    ["Drie", "nov-jan '27"],
    ["Vier", "1-3-2027"],
    ["Vijf", "1-mrt-27"],
  ];
  expect(days(rows)).toEqual([
    "2026-09-01..2026-10-31",
    "2026-07-01..2026-12-31",
    "2026-11-01..2027-01-31",
    "..2027-03-01",
    "..2027-03-01",
  ]);
});

test("[EX8] days as programs write them: milliseconds, and a time with its zone", () => {
  const rows = [
    ["Task name", "Due date"],
    ["Een", "1790899200000"],
    ["Twee", "25/10/2026, 12:00:00 PM GMT+2"],
  ];
  expect(days(rows)).toEqual(["..2026-10-02", "..2026-10-25"]);
});

test("[EX38] phases and domains by a letter before them, and domains by their letter alone", () => {
  const { made, plan } = taken([
    ["Activiteit", "Fase", "Domein"],
    ["Een", "A - Analyse", "P"],
    ["Twee", "B. Ontwerp", "O"],
    ["Drie", "C) Inrichting", "B"],
    ["Vier", "D: Uitvoering", "B. ICT"],
  ]);
  expect(made.map(inShort)).toEqual([
    "Een | Analyse × Processen",
    "Twee | Ontwerp × Organisatie",
    "Drie | Inrichting × Beleid",
    "Vier | Uitvoering × ICT en systemen",
  ]);
  expect([plan.phases.length, plan.domains.length]).toEqual([5, 4]);
});

test("[EX38] names as ClickUp and SharePoint write them", () => {
  const { made } = taken([
    ["Task name", "Assignee"],
    ["Een", "[Examenbureau,Managementteam (MT)]"],
    ["Twee", "Examenbureau;#12;#Examencommissie;#15"],
    ["Drie", "@Examenbureau @Examencommissie"],
  ]);
  expect(made.map(({ roles }) => roles["executor"]?.toSorted())).toEqual([
    ["Examenbureau", "Managementteam (MT)"],
    ["Examenbureau", "Examencommissie"],
    ["Examenbureau", "Examencommissie"],
  ]);
});

test("[EX52] a share is no progress because it is a share, and a day that was put off is none of the plan", () => {
  const weighed = taken([
    ["Activiteit", "Weging", "Wie"],
    ["Rekenen", "50%", "Examenbureau"],
    ["Taal", "30%", "Examenbureau"],
  ]);
  expect(weighed.made.map(({ activity }) => [activity.status, activity.progress])).toEqual([
    ["idea", 0],
    ["idea", 0],
  ]);
  const late = [
    ["Mijlpaal", "Gepland", "Bijgesteld", "Werkelijk"],
    ["Rooster vast", "1-9-2026", "15-9-2026", "16-9-2026"],
    ["Pilot klaar", "1-10-2026", "2-10-2026", ""],
    ["Reglement", "1-11-2026", "3-11-2026", ""],
  ];
  expect(days(late)).toEqual(["..2026-09-01", "..2026-10-01", "..2026-11-01"]);
});

test("[EX37] one letter for a status is asked about", () => {
  const { proposal } = taken([
    ["Activiteit", "Status"],
    ["Een", "A"],
    ["Twee", "N"],
    ["Drie", "B"],
  ]);
  expect(proposal.words.map(({ word }) => word)).toEqual(["A", "N", "B"]);
});

test("[EX18] the general phase or domain is shown and never refused by mistake", () => {
  const rows = [
    ["Activiteit", "Fase"],
    ["Een", "Analyse"],
  ];
  const { proposal, made } = taken(rows);
  expect(proposal.general).toEqual({ phase: null, domain: "Algemeen" });
  expect(proposal.unknown).toEqual([]);
  expect(made.map(inShort)).toEqual(["Een | Analyse × Algemeen"]);
});

test("[EX53] a name that a person left out is no question", () => {
  const rows = [
    ["Activiteit", "Wie"],
    ["Een", "Peter"],
  ];
  const left = taken(rows, { names: { [nameChoiceKey("parties", "Peter")]: "skip" } });
  expect([left.problems, left.made[0]?.roles]).toEqual([[], {}]);
});

test("[EX44] what waits for a row with a letter before its number waits for that activity", () => {
  const { plan, made } = taken([
    ["Nr", "Activiteit", "Wacht op"],
    ["A1", "Een", ""],
    ["A2", "Twee", "A1"],
  ]);
  const [first, second] = made;
  expect(plan.activities.find(({ id }) => id === second?.activity.id)?.dependsOn).toEqual([
    first?.activity.id,
  ]);
});

test("[EX48] a key of letters below a table is about the table", () => {
  const { made } = taken([
    ["Activiteit", "Wie", "Klaar op"],
    ["Een", "Examenbureau", "1-9-2026"],
    ["A = afgerond"],
    ["B = bezig"],
    [],
    ["Naam:", "Handtekening:"],
  ]);
  expect(made.map(({ title }) => title)).toEqual(["Een"]);
});

test("[EX43] two tables beside each other, with the same headings", () => {
  const rows = [
    ["Actielijst", "", "", "", "", "", ""],
    ["Activiteit", "Wie", "Wanneer", "", "Activiteit", "Wie", "Wanneer"],
    ["Links een", "Managementteam (MT)", "6-11-2026", "", "Rechts een", "Examenbureau", "11-12-2026"],
    ["Links twee", "Examenbureau", "7-11-2026", "", "Rechts twee", "Examenbureau", "12-12-2026"],
    ["Links drie", "Examenbureau", "8-11-2026", "", "", "", ""],
  ];
  expect(taken(rows).made.map(inShort)).toEqual([
    "Links een | ..2026-11-06 | Managementteam (MT)",
    "Links twee | ..2026-11-07 | Examenbureau",
    "Links drie | ..2026-11-08 | Examenbureau",
    "Rechts een | ..2026-12-11 | Examenbureau",
    "Rechts twee | ..2026-12-12 | Examenbureau",
  ]);
});

test("[EX43] the second of two columns of one name is left behind until a person says what it is", () => {
  const rows = [
    ["Activiteit", "Datum", "Datum"],
    ["Een", "6-11-2026", "9-11-2026"],
    ["Twee", "7-11-2026", "10-11-2026"],
  ];
  expect(days(rows)).toEqual(["..2026-11-06", "..2026-11-07"]);
  const columns = { [placeKey("activities", "lijst", 2)]: "start" };
  expect(days(rows, { columns })).toEqual(["2026-11-09..2026-11-06", "2026-11-10..2026-11-07"]);
});

test("[EX16] a heading in a list says its phase by its name, and any other heading ends it", () => {
  const file = wordFile(
    [
      wordLine("Fase Ontwerp"),
      wordLine("- Procesplaat maken"),
      wordLine("- Rollen beschrijven"),
      wordLine("Risico's"),
      wordLine("- Leverancier levert te laat"),
      wordLine("Fase 3: Inrichting"),
      wordLine("- Koppeling bouwen"),
    ].join(""),
  );
  expect(takenFile(file, {}, "plan.docx").made.map(({ title, phase }) => [title, phase])).toEqual([
    ["Procesplaat maken", "Ontwerp"],
    ["Rollen beschrijven", "Ontwerp"],
    ["Leverancier levert te laat", null],
    ["Koppeling bouwen", "Inrichting"],
  ]);
});

test("[IMP8] a mark that is all of a cell of a page is kept", () => {
  const page =
    "<table><tr><td>Klaar</td><td>Activiteit</td></tr><tr><td>✓</td><td>Rollen beschrijven</td></tr>" +
    "<tr><td>☐</td><td>Koppeling bouwen</td></tr></table>";
  const { made } = takenFile(page, {}, "pagina.html");
  expect(made.map(inShort)).toEqual(["Rollen beschrijven | done", "Koppeling bouwen"]);
});

test("[EX38] a name that the plan knows is not taken apart at its own words", () => {
  const known = examplePlanDoc();
  const name = toPlan(known).parties.find((party) => / en /u.test(party.name))?.name ?? "";
  expect(name).not.toBe("");
  const { made } = taken([
    ["Activiteit", "Wie"],
    ["Een", `${name} / Examencommissie`],
  ]);
  expect(made[0]?.roles["executor"]?.toSorted()).toEqual([name, "Examencommissie"].toSorted());
});

test("[EX16] boxes before the items of a list say what is done", () => {
  const markdown = "- [x] Procesplaat maken\n- [ ] Rollen beschrijven\n  - [x] lijst van rollen\n";
  const shortOf = (text: string): string[] => takenFile(text, {}, "lijst.txt").made.map(inShort);
  expect(shortOf(markdown)).toEqual(["Procesplaat maken | done", "Rollen beschrijven"]);
  expect(shortOf("☑ Procesplaat maken\n☐ Rollen beschrijven\n")).toEqual([
    "Procesplaat maken | done",
    "Rollen beschrijven",
  ]);
  // Where nothing is left open a tick is a bullet.
  expect(shortOf("✓ Procesplaat maken\n✓ Rollen beschrijven\n")).toEqual([
    "Procesplaat maken",
    "Rollen beschrijven",
  ]);
});

test("[EX45] who does it before a colon, with by when at the end", () => {
  const mail =
    "Acties:\n- Examenbureau: zaalplan maken, uiterlijk 30 oktober 2026\n- Let op: bel voor 1 mei 2027\n";
  expect(takenFile(mail, {}, "mail.txt").made.map(inShort)).toEqual([
    "zaalplan maken | ..2026-10-30 | Examenbureau",
    "Let op: bel voor 1 mei 2027",
  ]);
});
