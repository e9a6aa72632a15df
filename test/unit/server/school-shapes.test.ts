import { planWorkbook } from "@planwand/server/exports/plan-workbook.ts";
import { wordKey } from "@planwand/shared/exchange/proposal.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { openSheet, openTable, wordFile, wordLine } from "../../builders/packed-file.ts";
import { examplePlanDoc } from "../../builders/plan-doc.ts";
import { tablesOf } from "../../builders/round-trip.ts";
import {
  bookFile,
  csvFile,
  day,
  inShort,
  odsFile,
  type Rows,
  takenFile,
} from "../../builders/school-files.ts";

/* Shapes in which schools and their programs write plans, and what a project leader expects of them. */

const IN_2026 = { schoolYear: 2026 };
const shortOf = (rows: Rows, choices: Parameters<typeof takenFile>[1] = IN_2026): string[] =>
  takenFile(csvFile(rows), choices, "lijst.csv").made.map(inShort);
const pageOf = (body: string): ReturnType<typeof takenFile> =>
  takenFile(`<!doctype html><html><body>${body}</body></html>`, IN_2026, "plan.html");

test("[EX54] what programs write for nothing is nothing, and so is an empty box below a status", () => {
  const { made, proposal } = takenFile(
    csvFile([
      ["Task Name", "Assignees", "Due Date", "Status", "Attachments"],
      ["Procesplaat tekenen", "[Petra Bos]", "2026-10-02", "☑", "[]"],
      ["null", "[]", "null", "☐", "[]"],
    ]),
    IN_2026,
    "lijst.csv",
  );
  expect(made.map(inShort)).toEqual(["Procesplaat tekenen | ..2026-10-02 | done | Petra Bos", "null"]);
  expect(proposal.rows.flatMap(({ problems }) => problems)).toEqual([]);
  expect(
    shortOf([
      ["✓", "Taak"],
      ["☑", "Licentie verlengen"],
      ["☐", "Formulier maken"],
    ]),
  ).toEqual(["Licentie verlengen | done", "Formulier maken"]);
});

test("[EX54] V is done and X is not where both stand, and MoSCoW has its own letters", () => {
  const rows = [
    ["Actie", "Afgerond", "MoSCoW"],
    ["Een", "V", "M"],
    ["Twee", "X", "S"],
    ["Drie", "", "C"],
  ];
  const { made } = takenFile(csvFile(rows), IN_2026, "lijst.csv");
  expect(made.map(({ activity: { status, priority } }) => [status, priority])).toEqual([
    ["done", "high"],
    ["idea", "normal"],
    ["idea", "low"],
  ]);
});

test("[EX55] what is struck through is told and left out unless a person takes it along, in any kind of file", async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Plan");
  sheet.addRow(["Activiteit", "Wie"]);
  sheet.addRow(["Eigen app bouwen", "ICT"]).getCell(1).font = { strike: true };
  sheet.addRow([
    {
      richText: [
        { text: "Oude ", font: { strike: true } },
        { text: "koppeling", font: { strike: true } },
      ],
    },
    "ICT",
  ]);
  sheet.addRow([{ richText: [{ text: "Oud ", font: { strike: true } }, { text: "Nieuw" }] }, "ICT"]);
  const excel = takenFile(Buffer.from(await book.xlsx.writeBuffer()));
  expect(excel.made.map(({ title }) => title)).toEqual(["Oud Nieuw"]);
  expect(excel.problems).toEqual(["struck Eigen app bouwen", "struck Oude koppeling"]);
  const [first] = excel.proposal.rows;
  const all = takenFile(Buffer.from(await book.xlsx.writeBuffer()), { take: [first?.key ?? ""] });
  expect(all.made.map(({ title }) => title)).toEqual(["Eigen app bouwen", "Oud Nieuw"]);
  const cell = (text: string): string => `<tr><td>${text}<td>ICT`;
  const page = pageOf(
    `<table><tr><th>Activiteit<th>Wie${cell("<s>Een</s>")}${cell('<span style="text-decoration:line-through">Twee</span>')}${cell("Drie")}</table>`,
  );
  expect(page.made.map(({ title }) => title)).toEqual(["Drie"]);
  const word = takenFile(
    wordFile(
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:strike/></w:rPr><w:t>Een</w:t></w:r></w:p>` +
        `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:strike w:val="false"/></w:rPr><w:t>Twee</w:t></w:r></w:p>`,
    ),
  );
  expect(word.made.map(({ title }) => title)).toEqual(["Twee"]);
});

test("[IMP13] what people noted at cells is told", async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Plan");
  sheet.addRow(["Activiteit", "Wie"]);
  sheet.addRow(["Storing oefenen", "ICT"]).getCell(1).note = "Ook buiten\nkantooruren";
  const { notes } = takenFile(Buffer.from(await book.xlsx.writeBuffer()));
  expect(notes).toEqual([{ kind: "comments", names: ["A2: Ook buiten kantooruren"] }]);
});

test("[EX56] a calendar of months or weeks comes in cell by cell, with the days that it says", () => {
  expect(
    shortOf([
      ["Jaarplan", "", "", ""],
      ["", "september", "oktober", "november"],
      ["Proces", "Rooster vaststellen", "- Zittingen plannen\n- Lokalen kiezen", ""],
      ["ICT", "", "", "Licenties verlengen"],
    ]),
  ).toEqual([
    "Rooster vaststellen | Algemeen × Processen | 2026-09-01..2026-09-30",
    "Zittingen plannen | Algemeen × Processen | 2026-10-01..2026-10-31",
    "Lokalen kiezen | Algemeen × Processen | 2026-10-01..2026-10-31",
    "Licenties verlengen | Algemeen × ICT en systemen | 2026-11-01..2026-11-30",
  ]);
  expect(
    shortOf([
      ["Maand", "Examenbureau", "Examencommissie"],
      ["jan 2027", "Toetsen afnemen", ""],
      ["feb 2027", "", "Uitslagen vaststellen"],
      ["mrt 2027", "Inhalen", ""],
    ]),
  ).toEqual([
    "Toetsen afnemen | 2027-01-01..2027-01-31 | Examenbureau",
    "Uitslagen vaststellen | 2027-02-01..2027-02-28 | Examencommissie",
    "Inhalen | 2027-03-01..2027-03-31 | Examenbureau",
  ]);
  const weeks = takenFile(
    odsFile({
      Kalender: [
        ["week", "maandag", "Leerjaar 1", "Leerjaar 2", "bijzonderheden"],
        ["45", "2026-11-02", "Kennistoets afnemen", "", ""],
        ["46", "2026-11-09", "", "Verslag inleveren", "studiedag"],
        ["52", "2026-12-21", "KERSTVAKANTIE", "KERSTVAKANTIE", ""],
      ],
    }),
    IN_2026,
  );
  expect(weeks.made.map(inShort)).toEqual([
    "Kennistoets afnemen | Algemeen × Leerjaar 1 | 2026-11-02..2026-11-08",
    "Verslag inleveren | Algemeen × Leerjaar 2 | 2026-11-09..2026-11-15",
  ]);
  expect(weeks.problems).toEqual(["beside-list KERSTVAKANTIE", "beside-list KERSTVAKANTIE"]);
});

test("[EX56] a list that has a column of weeks is no calendar", () => {
  const days = ["1-10-2026", "2-10-2026", "5-10-2026", "6-10-2026"];
  const titles = ["Toets maken", "Toets afnemen", "Toets nakijken", "Uitslag geven"];
  const entries = days.map((one, at) => [one, "Analyse", titles[at] ?? "", "Examenbureau"]);
  const expected = days.map(
    (_, at) =>
      `${titles[at] ?? ""} | Analyse × Algemeen | ..2026-10-0${["1", "2", "5", "6"][at] ?? ""} | Examenbureau`,
  );
  expect(shortOf([["When", "Phase", "Activity", "Who"], ...entries])).toEqual(expected);
  expect(shortOf(entries)).toEqual(expected);
  expect(
    shortOf([
      ["Week", "Onderwerp", "Wie"],
      ["45", "Kennistoets afnemen", "Examenbureau"],
      ["46", "Verslag inleveren", "Opleidingsteams pilot"],
      ["47", "Evalueren", "Examenbureau"],
    ]),
  ).toEqual([
    "Kennistoets afnemen | ..2026-11-08 | Examenbureau",
    "Verslag inleveren | ..2026-11-15 | Opleidingsteams pilot",
    "Evalueren | ..2026-11-22 | Examenbureau",
  ]);
});

test("[EX57] several things in one cell are activities of their own, and who does each by when goes along line by line", () => {
  expect(
    shortOf([
      ["Fase", "Activiteiten", "Door wie", "Gereed"],
      [
        "Analyse",
        "1. Interviews\n2. Data meten",
        "1. Projectleider OKE\n2. Informatiemanager",
        "1. 25-9-2026\n2. 2-10-2026",
      ],
      ["Ontwerp", "Proces tekenen\nRollen kiezen", "Examenbureau\nICT", ""],
      ["Borging", "Overdragen aan\nde lijn", "Managementteam (MT)", "30-6-2027"],
    ]),
  ).toEqual([
    "Interviews | Analyse × Algemeen | ..2026-09-25 | Projectleider OKE",
    "Data meten | Analyse × Algemeen | ..2026-10-02 | Informatiemanager",
    "Proces tekenen | Ontwerp × Algemeen | Examenbureau",
    "Rollen kiezen | Ontwerp × Algemeen | ICT",
    "Overdragen aan de lijn | Borging × Algemeen | ..2027-06-30 | Managementteam (MT)",
  ]);
  const { made } = takenFile(
    csvFile([
      ["Activiteit", "Wie"],
      ["Zittingsplan ontwerpen\n- lokalen tellen\n- rooster maken", "Examenbureau"],
    ]),
    {},
    "lijst.csv",
  );
  expect(made.map(({ title, steps }) => [title, steps])).toEqual([
    ["Zittingsplan ontwerpen", ["lokalen tellen", "rooster maken"]],
  ]);
});

test("[EX58] sheets that are called after who does things say that, and after a month give their numbers a month", async () => {
  const teams = await bookFile({
    Examenbureau: [
      ["Wat", "Klaar"],
      ["Handleiding schrijven", day("2027-03-12")],
    ],
    "Functioneel beheer SIS": [
      ["Taak", "Deadline"],
      ["Rechten inrichten", day("2027-02-05")],
    ],
    Roosterbureau: [
      ["Taak", "Klaar"],
      ["Lokalen blokkeren", day("2027-04-09")],
    ],
  });
  expect(takenFile(teams).made.map(inShort)).toEqual([
    "Handleiding schrijven | ..2027-03-12 | Examenbureau",
    "Rechten inrichten | ..2027-02-05 | Functioneel beheer SIS",
    "Lokalen blokkeren | ..2027-04-09 | Roosterbureau",
  ]);
  const months = await bookFile({
    "okt 2026": [
      ["dag", "Wat", "Wie"],
      [8, "Concept maken", "Examenbureau"],
      ["19 t/m 23", "Proef draaien", "Examenbureau"],
    ],
    "nov 2026": [
      ["dag", "Wat", "Wie"],
      [26, "Evalueren", "Examenbureau"],
    ],
  });
  expect(takenFile(months).made.map(inShort)).toEqual([
    "Concept maken | ..2026-10-08 | Examenbureau",
    "Proef draaien | 2026-10-19..2026-10-23 | Examenbureau",
    "Evalueren | ..2026-11-26 | Examenbureau",
  ]);
});

test("[EX59] levels may be columns of titles, an outline, an indent, or a column that names what is above", async () => {
  expect(
    shortOf([
      ["ID", "Title 1", "Title 2", "Assigned To", "Iteration Path"],
      ["1", "Koppelvlak bouwen", "", "Petra Bos <p.bos@roc.nl>", "OKE\\Inrichting"],
      ["2", "", "Mapping bepalen", "Bram Smit <b.smit@roc.nl>", "OKE\\Inrichting"],
    ]),
  ).toEqual([
    "Koppelvlak bouwen | Inrichting × Algemeen | Petra Bos",
    "Mapping bepalen | Inrichting × Algemeen | Bram Smit",
  ]);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Plan");
  sheet.addRow(["Task Name", "Finish", "Assigned To", "Predecessors"]);
  sheet.addRow(["Analyse", "2026-10-02", "", ""]);
  sheet.addRow(["Interviews houden", "2026-09-18", "Petra Bos", ""]).outlineLevel = 1;
  sheet.addRow(["Rapport schrijven", "2026-10-02", "Bram Smit", "2"]).outlineLevel = 1;
  const outlined = takenFile(Buffer.from(await book.xlsx.writeBuffer()));
  expect(outlined.made.map(inShort)).toEqual([
    "Interviews houden | Analyse × Algemeen | ..2026-09-18 | Petra Bos",
    "Rapport schrijven | Analyse × Algemeen | ..2026-10-02 | Bram Smit",
  ]);
  expect(outlined.made[1]?.activity.dependsOn).toEqual([outlined.made[0]?.activity.id]);
  const indented = new ExcelJS.Workbook();
  const plan = indented.addWorksheet("Plan");
  plan.addRow(["Activiteit", "Wie"]);
  plan.addRow(["Ontwerp", ""]);
  plan.addRow(["Proces tekenen", "Examenbureau"]).getCell(1).alignment = { indent: 2 };
  expect(takenFile(Buffer.from(await indented.xlsx.writeBuffer())).made.map(inShort)).toEqual([
    "Proces tekenen | Ontwerp × Algemeen | Examenbureau",
  ]);
  expect(
    shortOf([
      ["Name", "Section/Column", "Completed At", "Assignee", "Parent task"],
      ["Proces tekenen", "Ontwerp", "", "Ruben", ""],
      ["Schets bespreken", "", "2026-09-24", "Saskia", "Proces tekenen"],
    ]),
  ).toEqual([
    "Proces tekenen | Ontwerp × Algemeen | Ruben",
    "Schets bespreken | Ontwerp × Algemeen | done | Saskia",
  ]);
  const whole = takenFile(
    csvFile([
      ["WBS", "Taaknaam", "Wie"],
      ["1", "Invoering app", ""],
      ["1.1", "Analyse", ""],
      ["1.1.1", "Wensen ophalen", "Studentenraad"],
    ]),
    {},
    "lijst.csv",
  );
  expect(whole.made.map(inShort)).toEqual(["Wensen ophalen | Analyse × Algemeen | Studentenraad"]);
  expect(whole.proposal.tables[0]?.passed.map(({ text }) => text)).toEqual(["Invoering app", "Analyse"]);
});

test("[EX60] a legend says what letters, colours and abbreviations mean", () => {
  expect(
    shortOf([
      ["Actie", "Wie", "Sts"],
      ["Contract nalopen", "EB", "A"],
      ["Film maken", "FBS", "B"],
      ["Afspraken maken", "EB, FBS", "N"],
      ["", "", ""],
      ["A = afgerond, B = bezig, N = niet gestart", "", ""],
      ["EB = Examenbureau, FBS = Functioneel beheer SIS", "", ""],
    ]),
  ).toEqual([
    "Contract nalopen | done | Examenbureau",
    "Film maken | active | Functioneel beheer SIS",
    "Afspraken maken | planned | Examenbureau, Functioneel beheer SIS",
  ]);
});

test("[EX61] which day is meant by words can be said once for all rows", () => {
  const rows = [
    ["Activiteit", "Deadline"],
    ["Een", "vóór de kerstvakantie"],
    ["Twee", "vóór de kerstvakantie"],
    ["Drie", "z.s.m."],
  ];
  const asked = takenFile(csvFile(rows), {}, "lijst.csv");
  expect(asked.proposal.words.map(({ column, word, count }) => [column, word, count])).toEqual([
    ["end", "vóór de kerstvakantie", 2],
    ["end", "z.s.m.", 1],
  ]);
  const words = {
    [wordKey("activities", "end", "vóór de kerstvakantie")]: "2026-12-18",
    [wordKey("activities", "end", "z.s.m.")]: null,
  };
  const said = takenFile(csvFile(rows), { words }, "lijst.csv");
  expect(said.made.map(({ end }) => end)).toEqual(["2026-12-18", "2026-12-18", null]);
  expect(said.problems).toEqual([]);
});

test("[EX36] halves of months, ends of quarters, stretches with signs and words around a day", () => {
  const told = [
    "1e helft april 2027",
    "eind Q1 2027",
    "7 t/m 18 dec '26",
    "7/9 >< 2/10",
    "5/10 t/m 9/10",
    "vanaf 1 feb 2027",
    "30 november a.s.",
    "kort (31 oktober 2026)",
  ];
  const { made } = takenFile(
    csvFile([["Actie", "Termijn"], ...told.map((one, at) => [`Actie ${String(at)}`, one])]),
    IN_2026,
    "lijst.csv",
  );
  expect(made.map(({ start, end }) => `${start ?? ""}..${end ?? ""}`)).toEqual([
    "..2027-04-15",
    "..2027-03-31",
    "2026-12-07..2026-12-18",
    "2026-09-07..2026-10-02",
    "2026-10-05..2026-10-09",
    "..2027-02-01",
    "..2026-11-30",
    "..2026-10-31",
  ]);
});

test("[EX62] a text that says of each activity who does it and by when on lines of its own", () => {
  const { made, proposal } = takenFile(
    wordFile(
      wordLine("Kwaliteitsagenda", '<w:pStyle w:val="Heading1"/>') +
        wordLine("In dit document staat de stand.") +
        wordLine("Maatregel 1.1 Doorstroomcoach op iedere locatie", '<w:pStyle w:val="Heading2"/>') +
        wordLine("Studenten krijgen begeleiding.") +
        wordLine("Eigenaar: Onderwijsdirecteur") +
        wordLine("Planning: sept 2026 t/m jan 2027") +
        wordLine("Status: loopt") +
        wordLine("Maatregel 1.2 Taalloket openen", '<w:pStyle w:val="Heading2"/>') +
        wordLine("Eigenaar: Examenbureau") +
        wordLine("Planning: november 2026"),
    ),
  );
  expect(made.map(inShort)).toEqual([
    "Doorstroomcoach op iedere locatie | 2026-09-01..2027-01-31 | active | Onderwijsdirecteur",
    "Taalloket openen | ..2026-11-30 | Examenbureau",
  ]);
  expect(made[0]?.activity.what).toBe("Studenten krijgen begeleiding.");
  expect(proposal.rows.filter(({ isBeside }) => isBeside).map(({ title }) => title)).toEqual([
    "Kwaliteitsagenda",
    "In dit document staat de stand.",
  ]);
});

test("[EX63] headings in a list say how far, when and where, and items who does them", () => {
  const kanban = takenFile(
    "Te doen:\n\n- Panel samenstellen (Studentenraad) – 9-10-2026\n- Verslag maken (Examencommissie)\n\nBezig:\n\n- Regeling herzien (Inkoop) – wacht op advies\n- Uitslag bespreken (Examenbureau)\n",
  );
  expect(kanban.made.map(inShort)).toEqual([
    "Panel samenstellen | ..2026-10-09 | planned | Studentenraad",
    "Verslag maken | planned | Examencommissie",
    "Regeling herzien – wacht op advies | active | Inkoop en contractmanagement",
    "Uitslag bespreken | active | Examenbureau",
  ]);
  const agenda = takenFile(
    "AGENDA\n\nwk 36 (31/8 - 4/9)\n- Startgesprekken /mentoren/\n- Wachtwoorden /ICT/\n\nwk 38-39\n- Matching /BPV-bureau/\n",
    IN_2026,
  );
  expect(agenda.made.map(inShort)).toEqual([
    "Startgesprekken | ..2026-09-06 | mentoren",
    "Wachtwoorden | ..2026-09-06 | ICT",
    "Matching | 2026-09-14..2026-09-27 | BPV-bureau",
  ]);
  const markdown = takenFile(
    "# Taken OKE\n\n## Analyse\n- [x] Procesplaat maken @Petra 📅 2026-10-02\n- [ ] ~~Oude koppeling~~ vervallen\n\n## ICT\n- [ ] Accounts maken @Fatima\n",
  );
  expect(markdown.made.map(inShort)).toEqual([
    "Procesplaat maken | Analyse × Algemeen | ..2026-10-02 | done | Petra",
    "Accounts maken | Analyse × ICT en systemen | Fatima",
  ]);
  const mail = takenFile(
    "Hoi allen,\n\nDe taken:\n- Petra: procesplaat afmaken - 16 oktober 2026\n- Fatima + Bram: accounts controleren vóór 6 november 2026\n- Ikzelf: notitie schrijven\n",
  );
  expect(mail.made.map(inShort)).toEqual([
    "procesplaat afmaken | ..2026-10-16 | Petra",
    "accounts controleren | ..2026-11-06 | Fatima, Bram",
    "notitie schrijven | Ikzelf",
  ]);
});

test("[EX63] boxes and people of a page are boxes and people", () => {
  const list = pageOf(
    '<h2>Ontwerp</h2><ul><li><div class="checkbox checkbox-on"></div>Sjabloon kiezen</li><li><input type="checkbox"> Aanbod bepalen</li></ul>',
  );
  expect(list.made.map(inShort)).toEqual([
    "Sjabloon kiezen | Ontwerp × Algemeen | done",
    "Aanbod bepalen | Ontwerp × Algemeen",
  ]);
  const table = pageOf(
    "<table><tr><th>Activiteit<th>Fase / domein<th>Wie<tr><td>Definities maken<td>Ontwerp / Beleid<td><a>Wim Schouten</a> <a>Aylin Demir</a><tr><td>Dashboard bouwen<td>Inrichting / ICT<td><a>Wim Schouten</a></table>",
  );
  expect(table.made.map(inShort)).toEqual([
    "Definities maken | Ontwerp × Beleid | Wim Schouten, Aylin Demir",
    "Dashboard bouwen | Inrichting × ICT en systemen | Wim Schouten",
  ]);
});

test("[EX38] names with other numbers are others, initials before the same word are the same", () => {
  const { proposal } = takenFile(
    csvFile([
      ["Activiteit", "Fase", "Wie"],
      ["Een", "Sprint 11", "FB SIS"],
      ["Twee", "Sprint 13", "Noor (441203)"],
    ]),
    {},
    "lijst.csv",
  );
  const choiceOf = (name: string) => proposal.unknown.find((one) => one.name === name)?.choice;
  expect([choiceOf("Sprint 11"), choiceOf("Sprint 13")]).toEqual(["new", "new"]);
  expect(choiceOf("FB SIS")).toMatchObject({ id: expect.any(String) });
  expect(choiceOf("Noor")).toBe("new");
});

test("[EX65] questions as headings say what they ask for, and stamps of when it was answered nothing", () => {
  expect(
    shortOf([
      [
        "Tijdstempel",
        "Welke actie moet in het plan komen?",
        "Bij welke fase hoort de actie?",
        "Wie zou dit moeten oppakken?",
        "Wanneer moet het klaar zijn?",
      ],
      ["2026-09-08 09:12:33", "Regeling versimpelen", "Ontwerp", "Examencommissie", "30-11-2026"],
      ["2026-09-09 10:00:00", "Formulier aanbieden", "Inrichting", "Examenbureau", "31-1-2027"],
    ]),
  ).toEqual([
    "Regeling versimpelen | Ontwerp × Algemeen | ..2026-11-30 | Examencommissie",
    "Formulier aanbieden | Inrichting × Algemeen | ..2027-01-31 | Examenbureau",
  ]);
});

test("[EX66] days below many names are those of none; headings within, notes between and rows of another kind are told", () => {
  const rollout = takenFile(
    csvFile([
      ["Activiteit", "Amersfoort", "Nieuwegein", "Woerden"],
      ["Stopcontacten nalopen", "9-10-2026", "16-10-2026", "gereed"],
      ["Surveillanten leren", "2-11-2026", "4-11-2026", "9-11-2026"],
    ]),
    {},
    "lijst.csv",
  );
  expect(rollout.made.map(inShort)).toEqual(["Stopcontacten nalopen", "Surveillanten leren"]);
  const groups = takenFile(
    csvFile([
      ["Activiteit", "Wie", "Status", "Domein"],
      ["Route tekenen", "Jolanda", "klaar", "Processen"],
      ["NB: eerst naar de OR", "", "", ""],
      ["Naam", "Eigenaar", "Status", "Domein"],
      ["Lijst bouwen", "Omar", "vast", "ICT"],
    ]),
    {},
    "lijst.csv",
  );
  expect(groups.made.map(inShort)).toEqual([
    "Route tekenen | Algemeen × Processen | done | Jolanda",
    "Lijst bouwen | Algemeen × ICT en systemen | blocked | Omar",
  ]);
  expect(groups.problems).toEqual(["beside-list NB: eerst naar de OR"]);
  const todoist = takenFile(
    csvFile([
      ["TYPE", "CONTENT", "RESPONSIBLE", "TIMEZONE"],
      ["meta", "view_style=list", "", ""],
      ["section", "Ontwerp", "", "x"],
      ["task", "Programma kiezen", "Noor (441203)", "x"],
      ["note", "Vorig jaar te laat", "", ""],
    ]),
    {},
    "lijst.csv",
  );
  expect(todoist.made.map(inShort)).toEqual(["Programma kiezen | Ontwerp × Algemeen | Noor"]);
  expect(todoist.proposal.rows.filter(({ isBeside }) => isBeside)).toHaveLength(2);
});

test("[EX31] a line that shouts the name of a domain is no phase, and numbers to a hundred are how far it is", () => {
  expect(
    shortOf([
      ["Domein", "Actie", "Gereed", "Uitvoering"],
      ["PROCESSEN", "", "", ""],
      ["Processen", "Intake versnellen", "25", "Examenbureau"],
      ["Processen", "Aanmelden centraal", "100", "Examencommissie"],
    ]),
  ).toEqual([
    "Intake versnellen | Algemeen × Processen | active 25% | Examenbureau",
    "Aanmelden centraal | Algemeen × Processen | done | Examencommissie",
  ]);
});

test("[EX67] a phase, a domain or a month that is said once holds for the empty cells below it; one that is said each time does not", () => {
  expect(
    shortOf([
      ["Fase", "Activiteit", "Wie"],
      ["Analyse", "Interviews houden", "Examenbureau"],
      ["", "Data meten", "ICT"],
      ["Ontwerp", "Proces tekenen", "Examenbureau"],
      ["", "Rollen kiezen", ""],
    ]),
  ).toEqual([
    "Interviews houden | Analyse × Algemeen | Examenbureau",
    "Data meten | Analyse × Algemeen | ICT",
    "Proces tekenen | Ontwerp × Algemeen | Examenbureau",
    "Rollen kiezen | Ontwerp × Algemeen",
  ]);
  expect(
    shortOf([
      ["Maand", "Wat", "Wie"],
      ["september", "Kalender maken", "Examenbureau"],
      ["", "Kalender delen", "Examenbureau"],
      ["januari", "Tussenstand", "MT"],
    ]),
  ).toEqual([
    "Kalender maken | ..2026-09-30 | Examenbureau",
    "Kalender delen | ..2026-09-30 | Examenbureau",
    "Tussenstand | ..2027-01-31 | Managementteam (MT)",
  ]);
  expect(
    shortOf([
      ["Fase", "Activiteit", "Deadline"],
      ["Analyse", "Een", "1-10-2026"],
      ["Analyse", "Twee", ""],
      ["", "Drie", ""],
      ["Ontwerp", "Vier", ""],
    ]),
  ).toEqual([
    "Een | Analyse × Algemeen | ..2026-10-01",
    "Twee | Analyse × Algemeen",
    "Drie",
    "Vier | Ontwerp × Algemeen",
  ]);
});

test("[EX30] a column of numbers is no title, names of risks are none, and weeks are called in many ways", async () => {
  expect(
    shortOf([
      ["Stap", "Wat", "Wie", "Wk van", "Wk tot"],
      ["1", "Nulmeting doen", "Examenbureau", "38", "41"],
      ["2", "Verslag schrijven", "ICT", "42", "43"],
    ]),
  ).toEqual([
    "Nulmeting doen | 2026-09-14..2026-10-11 | Examenbureau",
    "Verslag schrijven | 2026-10-12..2026-10-25 | ICT",
  ]);
  const file = await bookFile({
    Planning: [
      ["Activiteit", "Wie"],
      ["Nulmeting", "Examenbureau"],
    ],
    "Risico's": [
      ["Risico", "Kans", "Wie"],
      ["Leverancier te laat", "Middel", "ICT"],
    ],
  });
  expect(takenFile(file).made.map(({ title }) => title)).toEqual(["Nulmeting"]);
});

test("[EX31] a phase alone in its own column holds for those below it, and so does a line that says a goal", () => {
  expect(
    shortOf([
      ["Fase", "Activiteit", "Status"],
      ["Analyse", "", ""],
      ["", "Interviews houden", "1 - Bezig"],
      ["Borging", "", ""],
      ["", "Overdragen", "2. Gereed"],
    ]),
  ).toEqual(["Interviews houden | Analyse × Algemeen | active", "Overdragen | Borging × Algemeen | done"]);
  const { plan, made, proposal } = takenFile(
    csvFile([
      ["Actie", "Wie"],
      ["Doel 1: Minder handwerk", ""],
      ["Invoer automatiseren", "ICT"],
    ]),
    {},
    "lijst.csv",
  );
  expect(made.map(({ title }) => title)).toEqual(["Invoer automatiseren"]);
  expect(made[0]?.activity.goals).toHaveLength(1);
  expect(plan.goals.some(({ id }) => id === made[0]?.activity.goals[0])).toBe(true);
  expect(proposal.tables[0]?.passed.map(({ why }) => why)).toEqual(["section"]);
});

test("[EX46] actions of minutes with a name before the colon, in a document without a list", () => {
  const { made } = takenFile(
    wordFile(
      wordLine("Verslag werkgroep OKE") +
        wordLine("Aanwezig: Anja, Bram") +
        wordLine("Anja opent de vergadering.") +
        wordLine("Actie Bram: zaalplan maken (gereed 30 oktober 2026)") +
        wordLine("Actie Anja: offerte opvragen (gereed 6 november 2026)"),
    ),
  );
  expect(made.map(inShort)).toEqual([
    "zaalplan maken | ..2026-10-30 | Bram",
    "offerte opvragen | ..2026-11-06 | Anja",
  ]);
  const recap = takenFile(
    "Vervolgtaken:\n- Laptops reserveren: zestig stuks (Bram Smit)\n- Zaal kiezen: liefst boven (Anja Bos)\n- Rooster delen: met teams (Petra Bos)\n",
  );
  expect(recap.made.map(({ title, roles }) => [title, roles["executor"]?.[0]])).toEqual([
    ["Laptops reserveren: zestig stuks", "Bram Smit"],
    ["Zaal kiezen: liefst boven", "Anja Bos"],
    ["Rooster delen: met teams", "Petra Bos"],
  ]);
});

test("[EX63] items below an item that is a phase are activities of it; below any other they are its steps", () => {
  const { made } = takenFile(
    "1. Analyse\n   a) Gegevens bekijken (Roosterbureau, 30 september 2026)\n   b) Wensen ophalen (Opleidingsteams pilot, 30 oktober 2026)\n2. Ontwerp\n   a) Formaat kiezen (Integratiespecialist, 27 november 2026)\n",
  );
  expect(made.map(inShort)).toEqual([
    "Gegevens bekijken | Analyse × Algemeen | ..2026-09-30 | Roosterbureau",
    "Wensen ophalen | Analyse × Algemeen | ..2026-10-30 | Opleidingsteams pilot",
    "Formaat kiezen | Ontwerp × Algemeen | ..2026-11-27 | Integratiespecialist",
  ]);
});

test("[EX30] days from which to which say more than the weeks beside them, and an outline has numbers of its own", () => {
  expect(
    shortOf([
      ["Week", "Datum", "Activiteit"],
      ["36", "31 aug t/m 4 sep", "Examenmap klaarzetten"],
      ["38", "14 t/m 18 sep", "Aanmelden"],
    ]),
  ).toEqual(["Examenmap klaarzetten | 2026-08-31..2026-09-04", "Aanmelden | 2026-09-14..2026-09-18"]);
  const { made } = takenFile(
    csvFile([
      ["ID", "Naam", "Voorgangers", "Overzichtsnummer"],
      ["0", "Analyse", "", "1"],
      ["1", "Workshop", "", "1.1"],
      ["2", "Verslag", "1", "1.2"],
    ]),
    {},
    "gantt.csv",
  );
  expect(made.map(inShort)).toEqual(["Workshop | Analyse × Algemeen", "Verslag | Analyse × Algemeen"]);
  expect(made[1]?.activity.dependsOn).toEqual([made[0]?.activity.id]);
});

test("[EX68] what ends before it begins is told", () => {
  const { problems } = takenFile(
    csvFile([
      ["Activiteit", "Begin", "Eind"],
      ["Nulmeting", "2-10-2026", "1-10-2026"],
    ]),
    {},
    "lijst.csv",
  );
  expect(problems).toEqual(["ends-before-start 2026-10-01"]);
});

test("[IMP5] a protected sheet is read, and the ends of lines of Windows are plain ones", async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Plan");
  sheet.addRow(["Activiteit", "Toelichting"]);
  sheet.addRow(["Nulmeting", "Regel 1_x000D_\nRegel 2"]);
  await sheet.protect("geheim", {});
  const { made } = takenFile(Buffer.from(await book.xlsx.writeBuffer()));
  expect(made.map(({ title, activity }) => [title, activity.what])).toEqual([
    ["Nulmeting", "Regel 1\nRegel 2"],
  ]);
});

test("[IMP10] a row that a page does not show comes along and says so", () => {
  const { made, problems } = pageOf(
    '<table><tr><th>Activiteit<th>Wie<tr><td>Een<td>ICT<tr style="display:none"><td>Twee<td>ICT</table>',
  );
  expect(made.map(({ title }) => title)).toEqual(["Een", "Twee"]);
  expect(problems).toEqual(["hidden-row Twee"]);
});

test("[EX55][EX25] how a cell of the product's own workbook looks changes no text of it; what is struck through in it is told", async () => {
  const bytes = await planWorkbook(tablesOf(toPlan(examplePlanDoc())), { title: "Proef", lists: "Lijsten" });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes).buffer);
  const sheet = book.getWorksheet("Activiteiten");
  const headings = (sheet?.getRow(1).values ?? []) as unknown[];
  const at = headings.indexOf("Activiteit");
  if (sheet === undefined || at < 0) throw new Error("there is a sheet of activities with titles");
  const [indented, struck] = [2, 3].map((row) => sheet.getRow(row).getCell(at));
  if (indented === undefined || struck === undefined) throw new Error("there are two activities");
  // Cells share a style until one gets its own.
  indented.style = { ...indented.style, alignment: { indent: 2 } };
  struck.style = { ...struck.style, font: { strike: true } };
  const { proposal, problems } = takenFile(Buffer.from(await book.xlsx.writeBuffer()), {}, "plan.xlsx");
  expect(proposal.edits).toEqual([]);
  expect(problems.filter((one) => one.startsWith("struck"))).toEqual([`struck ${struck.text}`]);
});

test("[EX55] strokes stay with their cells where a table is turned or stands beside another", () => {
  const cell = (text: string, tag = "td"): string => `<${tag}>${text}</${tag}>`;
  const beside = pageOf(
    `<table><tr>${["Actie", "Wie", "", "Actie", "Wie"].map((text) => cell(text, "th")).join("")}</tr>` +
      `<tr>${["Een", "ICT", "", "<s>Twee</s>", "ICT"].map((text) => cell(text)).join("")}</tr>` +
      `<tr>${["Drie", "ICT", "", "Vier", "ICT"].map((text) => cell(text)).join("")}</tr></table>`,
  );
  expect(beside.made.map(({ title }) => title).toSorted()).toEqual(["Drie", "Een", "Vier"]);
  const turned = pageOf(
    `<table>${[
      ["Activiteit", "Een", "<s>Twee</s>"],
      ["Wie", "ICT", "ICT"],
      ["Start", "1-10-2026", "2-10-2026"],
      ["Eind", "5-10-2026", "6-10-2026"],
    ]
      .map((row) => `<tr>${row.map((text) => cell(text)).join("")}</tr>`)
      .join("")}</table>`,
  );
  expect(turned.made.map(({ title }) => title)).toEqual(["Een"]);
});

test("[EX55][IMP13] so are strokes and notes of an OpenDocument spreadsheet", () => {
  const struck =
    '<style:style style:name="gone" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>';
  const note =
    "<office:annotation><dc:creator>Anja</dc:creator><text:p>Eerst</text:p><text:p>vragen</text:p></office:annotation>";
  const cell = (text: string, more = "", style = ""): string =>
    `<table:table-cell office:value-type="string"${style}>${more}<text:p>${text}</text:p></table:table-cell>`;
  const rows = [
    ["Activiteit", "Wie"],
    [cell("Een", note), "ICT"],
    [cell("Twee", "", ' table:style-name="gone"'), "ICT"],
  ];
  const file = openSheet(openTable(rows, "Plan"), struck);
  const { made, notes, problems } = takenFile(file, {}, "plan.ods");
  expect(made.map(({ title }) => title)).toEqual(["Een"]);
  expect(problems).toEqual(["struck Twee"]);
  expect(notes).toEqual([{ kind: "comments", names: ["A2: Eerst vragen"] }]);
});
