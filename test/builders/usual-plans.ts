import { wordKey } from "@planwand/shared/exchange/proposal.ts";
import ExcelJS from "exceljs";
import { bookFile, day, type SchoolFile } from "./school-files.ts";

/* Action lists, year plans and team plans, as people of schools make them in Excel. */

const book = async (fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> => {
  const made = new ExcelJS.Workbook();
  fill(made);
  return Buffer.from(await made.xlsx.writeBuffer());
};
const due = (words: string): string => wordKey("activities", "end", words);
const DAYS_IN_WORDS = {
  [due("vóór de herfstvakantie")]: "2026-10-16",
  [due("vóór de kerstvakantie")]: "2026-12-18",
  [due("na de kerstvakantie")]: "2027-01-11",
  [due("einde schooljaar")]: "2027-07-09",
};

/** Action lists, year plans and team plans, as people of schools make them in Excel. */
export const USUAL_PLANS: readonly SchoolFile[] = [
  {
    name: "Actielijst werkgroep examinering.xlsx",
    file: () =>
      bookFile({
        Actielijst: [
          ["Actielijst werkgroep digitale examinering", null, null, null, null, null],
          ["Bijgewerkt op:", day("2026-10-12")],
          [],
          ["Nr.", "Actie", "Actiehouder", "Datum gereed", "Status", "Opmerkingen"],
          [
            1,
            "Inventarisatie toetsruimtes maken",
            "Roosterbureau",
            day("2026-10-02"),
            "Gereed",
            "Lijst staat op Teams",
          ],
          [2, "Leveranciersgesprek plannen", "Informatiemanager", day("2026-10-23"), "Loopt", ""],
          [
            3,
            "Formulier onregelmatigheden aanpassen",
            "Examencommissie",
            day("2026-11-13"),
            "Open",
            "Wacht op reactie jurist",
          ],
          [4, "Teams informeren over planning", "Projectleider OKE", day("2026-11-20"), "Open", ""],
          [
            5,
            "Koptelefoons bestellen",
            "Inkoop en contractmanagement",
            null,
            "On hold",
            "Budget nog niet rond",
          ],
        ],
      }),

    made: [
      "Inventarisatie toetsruimtes maken | ..2026-10-02 | done | Roosterbureau",
      "Leveranciersgesprek plannen | ..2026-10-23 | active | Informatiemanager",
      "Formulier onregelmatigheden aanpassen | ..2026-11-13 | planned | Examencommissie",
      "Teams informeren over planning | ..2026-11-20 | planned | Projectleider OKE",
      "Koptelefoons bestellen | blocked | Inkoop en contractmanagement",
    ],
  },
  {
    name: "Jaarplanning 26-27.xlsx",
    file: () =>
      bookFile({
        Jaarplanning: [
          ["Jaarplanning examenorganisatie 2026-2027"],
          ["Maand", "Wat", "Wie", "Domein"],
          ["Augustus", "Startoverleg met teams", "Hoofd examenorganisatie", "Organisatie"],
          [],
          ["September", "Examenplannen controleren", "Examencommissie", "Beleid"],
          ["", "Toetskalender publiceren", "Examenbureau", "Processen"],
          [],
          ["Januari", "Toetsplatform bijwerken", "Functioneel beheer toetsafnamesysteem", "ICT en systemen"],
          ["", "Tussenevaluatie houden", "Projectleider OKE", "Processen"],
          [],
          ["Juni", "Jaarverslag examencommissie schrijven", "Examencommissie", "Beleid"],
        ],
      }),
    said: { schoolYear: 2026 },

    made: [
      "Startoverleg met teams | Algemeen × Organisatie | ..2026-08-31 | Hoofd examenorganisatie",
      "Examenplannen controleren | Algemeen × Beleid | ..2026-09-30 | Examencommissie",
      "Toetskalender publiceren | Algemeen × Processen | ..2026-09-30 | Examenbureau",
      "Toetsplatform bijwerken | Algemeen × ICT en systemen | ..2027-01-31 | Functioneel beheer toetsafnamesysteem",
      "Tussenevaluatie houden | Algemeen × Processen | ..2027-01-31 | Projectleider OKE",
      "Jaarverslag examencommissie schrijven | Algemeen × Beleid | ..2027-06-30 | Examencommissie",
    ],
  },
  {
    name: "Projectplanning toetsafname.xlsx",
    file: () =>
      bookFile({
        Blad1: [
          ["Fase", "Activiteit", "Resultaat", "Van", "Tot en met", "Uitvoering", "Besluit door"],
          [
            "1. Analyse",
            "Afnameproces in kaart brengen",
            "Procesbeschrijving",
            day("2026-09-07"),
            day("2026-10-02"),
            "Proces- en informatieadviseur",
            "MT",
          ],
          [
            "",
            "Ervaringen andere scholen ophalen",
            "Notitie",
            day("2026-09-21"),
            day("2026-10-09"),
            "Projectleider OKE",
            "",
          ],
          [
            "2. Ontwerp",
            "Toetsmatrijs kiezen",
            "Vastgestelde matrijs",
            day("2026-11-02"),
            day("2026-11-20"),
            "Vaststellingscommissie",
            "Examencommissie",
          ],
          [
            "",
            "Draaiboek afname schrijven",
            "Draaiboek",
            day("2026-11-16"),
            day("2026-12-11"),
            "Examenbureau",
            "Hoofd examenorganisatie",
          ],
          [
            "3. Inrichting",
            "Rollen toekennen in toetssysteem",
            "Autorisatiematrix",
            day("2027-01-11"),
            day("2027-01-29"),
            "Functioneel beheer toetsafnamesysteem",
            "Informatiemanager",
          ],
        ],
      }),

    made: [
      "Afnameproces in kaart brengen | Analyse × Algemeen | 2026-09-07..2026-10-02 | Proces- en informatieadviseur",
      "Ervaringen andere scholen ophalen | Analyse × Algemeen | 2026-09-21..2026-10-09 | Projectleider OKE",
      "Toetsmatrijs kiezen | Ontwerp × Algemeen | 2026-11-02..2026-11-20 | Vaststellingscommissie",
      "Draaiboek afname schrijven | Ontwerp × Algemeen | 2026-11-16..2026-12-11 | Examenbureau",
      "Rollen toekennen in toetssysteem | Inrichting × Algemeen | 2027-01-11..2027-01-29 | Functioneel beheer toetsafnamesysteem",
    ],
  },
  {
    name: "Strokenplanning.xlsx",
    file: () =>
      book((b) => {
        const s = b.addWorksheet("Planning");
        [
          ["", "", "", "2026", "", "", "", "2027", "", "", "", ""],
          ["Fase", "Activiteit", "Trekker", "sep", "okt", "nov", "dec", "jan", "feb", "mrt", "apr"],
          ["Analyse", "Nulmeting werkdruk", "Hoofd examenorganisatie", "X", "X"],
          ["Ontwerp", "Afspraken met roosterbureau maken", "Roosterbureau", "", "", "X", "X", "X"],
          ["Inrichting", "Lokalen inrichten", "ICT-beheer werkplek en netwerk", "", "", "", "", "X", "X"],
          ["Uitvoering", "Eerste digitale ronde", "Examenbureau", "", "", "", "", "", "", "X"],
        ].forEach((r) => s.addRow(r));
        s.mergeCells("D1:G1");
        s.mergeCells("H1:K1");
      }),

    made: [
      "Nulmeting werkdruk | Analyse × Algemeen | 2026-09-01..2026-10-31 | Hoofd examenorganisatie",
      "Afspraken met roosterbureau maken | Ontwerp × Algemeen | 2026-11-01..2027-01-31 | Roosterbureau",
      "Lokalen inrichten | Inrichting × Algemeen | 2027-01-01..2027-02-28 | ICT-beheer werkplek en netwerk",
      "Eerste digitale ronde | Uitvoering × Algemeen | 2027-03-01..2027-03-31 | Examenbureau",
    ],
  },
  {
    name: "Verbeterpunten examinering.xlsx",
    file: () =>
      bookFile({
        Verbeterpunten: [
          ["Verbeterpunt", "Actie", "Wie", "Gereed", "Stand van zaken"],
          [
            "Surveillance niet eenduidig",
            "Instructiekaart surveillanten maken",
            "Examenbureau",
            "vóór de herfstvakantie",
            "In uitvoering",
          ],
          [
            "Uitslag duurt te lang",
            "Nakijkafspraken vastleggen",
            "Opleidingsteams pilot",
            "vóór de kerstvakantie",
            "Nog niet gestart",
          ],
          [
            "Uitslag duurt te lang",
            "Beoordelaars trainen",
            "Hoofd examenorganisatie",
            "na de kerstvakantie",
            "Nog niet gestart",
          ],
          [
            "Dossiers niet compleet",
            "Checklist dossier invoeren",
            "Examenbureau",
            "vóór de kerstvakantie",
            "Nog niet gestart",
          ],
          [
            "Dossiers niet compleet",
            "Steekproef houden",
            "Examencommissie",
            "einde schooljaar",
            "Nog niet gestart",
          ],
        ],
      }),
    said: { words: DAYS_IN_WORDS },

    made: [
      "Instructiekaart surveillanten maken | ..2026-10-16 | active | Examenbureau",
      "Nakijkafspraken vastleggen | ..2026-12-18 | planned | Opleidingsteams pilot",
      "Beoordelaars trainen | ..2027-01-11 | planned | Hoofd examenorganisatie",
      "Checklist dossier invoeren | ..2026-12-18 | planned | Examenbureau",
      "Steekproef houden | ..2027-07-09 | planned | Examencommissie",
    ],
  },
  {
    name: "Teamplan Zorg en Welzijn.xlsx",
    file: () =>
      bookFile(
        {
          Teamplan: [
            ["Teamplan 2026-2027 – Team Zorg en Welzijn"],
            ["Doel", "Activiteit", "Wie", "Wanneer", "Uren", "Evaluatie"],
            [
              "Studenten kunnen digitaal examen doen",
              "Oefentoets afnemen in elke klas",
              "Opleidingsteams pilot",
              "nov 2026",
              12,
              "januari in teamoverleg",
            ],
            ["", "Laptopgebruik afspreken met studenten", "Mentoren", "sept 2026", 6, ""],
            [
              "Docenten kunnen toetsen maken",
              "Workshop toetsvragen volgen",
              "Opleidingsteams pilot",
              "jan-feb 2027",
              40,
              "mei",
            ],
            ["", "Itembank vullen", "Toetsconstructeurs", "doorlopend", 80, "juni 2027"],
            ["", "Collegiale toetsscreening", "Vaststellingscommissie", "mrt 2027", 20, ""],
          ],
        },
        ["A3:A4", "A5:A7"],
      ),

    left: ["no-date doorlopend"],
    made: [
      "Oefentoets afnemen in elke klas | ..2026-11-30 | Opleidingsteams pilot",
      "Laptopgebruik afspreken met studenten | ..2026-09-30 | Mentoren",
      "Workshop toetsvragen volgen | 2027-01-01..2027-02-28 | Opleidingsteams pilot",
      "Itembank vullen | Toetsconstructeurs",
      "Collegiale toetsscreening | ..2027-03-31 | Vaststellingscommissie",
    ],
  },
];
