import ExcelJS from "exceljs";
import { mergedBook } from "./merged-file.ts";
import { bookFile, day, type SchoolFile } from "./school-files.ts";

/* Plans of projects, as people of schools make them in Excel. */

const book = async (fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> => {
  const made = new ExcelJS.Workbook();
  fill(made);
  return Buffer.from(await made.xlsx.writeBuffer());
};
const fillOf = (argb: string) => ({ type: "pattern", pattern: "solid", fgColor: { argb } }) as const;
const D = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** Plans of projects, as people of schools make them in Excel. */
export const USUAL_PROJECTS: readonly SchoolFile[] = [
  {
    name: "Projectmap OKE.xlsx",
    file: () =>
      bookFile({
        Voorblad: [["Project Onderwijskoppelvlakken"], ["Versie", "1.2"], ["Auteur", "A. de Vries"]],
        Planning: [
          [
            "ID",
            "Activiteit",
            "Fase",
            "Domein",
            "Startdatum",
            "Einddatum",
            "Verantwoordelijk",
            "Betrokken",
            "Geïnformeerd",
            "Voortgang",
          ],
          [
            "P01",
            "Wettelijk kader nalopen",
            "Analyse",
            "Beleid",
            day("2026-09-07"),
            day("2026-09-18"),
            "Beleidsadviseur onderwijs en examinering",
            "Examencommissie",
            "MT",
            "100%",
          ],
          [
            "P02",
            "Koppelingen uittekenen",
            "Analyse",
            "ICT en systemen",
            day("2026-09-14"),
            day("2026-10-09"),
            "Integratiespecialist",
            "Informatiemanager; Leverancier SIS",
            "",
            "60%",
          ],
          [
            "P03",
            "Werkverdeling examenbureau herzien",
            "Ontwerp",
            "Organisatie",
            day("2026-11-02"),
            day("2026-12-04"),
            "Hoofd examenorganisatie",
            "Examenbureau",
            "MT",
            "0%",
          ],
          [
            "P04",
            "Nieuwe werkwijze proefdraaien",
            "Uitvoering",
            "Processen",
            day("2027-03-01"),
            day("2027-04-16"),
            "Examenbureau",
            "Opleidingsteams pilot",
            "Examencommissie",
            "0%",
          ],
        ],
        "Risico's": [
          ["Nr", "Risico", "Kans", "Impact", "Maatregel", "Eigenaar"],
          [1, "Leverancier levert te laat", "Middel", "Hoog", "Wekelijks overleg", "Informatiemanager"],
          [2, "Te weinig surveillanten", "Laag", "Middel", "Pool uitbreiden", "Examenbureau"],
        ],
        Communicatie: [
          ["Doelgroep", "Boodschap", "Middel", "Wanneer"],
          ["Studenten", "Zo gaat het digitale examen", "Portaal", "oktober 2026"],
        ],
      }),

    made: [
      "Wettelijk kader nalopen | Analyse × Beleid | 2026-09-07..2026-09-18 | done | Beleidsadviseur onderwijs en examinering",
      "Koppelingen uittekenen | Analyse × ICT en systemen | 2026-09-14..2026-10-09 | active 60% | Integratiespecialist",
      "Werkverdeling examenbureau herzien | Ontwerp × Organisatie | 2026-11-02..2026-12-04 | Hoofd examenorganisatie",
      "Nieuwe werkwijze proefdraaien | Uitvoering × Processen | 2027-03-01..2027-04-16 | Examenbureau",
    ],
  },
  {
    name: "Gantt-diagram project.xlsx",
    file: () =>
      book((b) => {
        const s = b.addWorksheet("Projectplanning");
        [
          ["", "Digitale toetsafname"],
          ["", "ROC De Meander", "", "Projectbegin:", D("2026-09-07")],
          ["", "Projectleider", "", "Week weergeven:", 1],
          ["", "", "", "", "", "", "7 sep 2026", "", "", "", "", "", "", "14 sep 2026"],
          ["", "TAAK", "TOEGEWEZEN AAN", "VOORTGANG", "BEGIN", "EINDE", 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
          ["", "", "", "", "", "", "m", "d", "w", "d", "v", "z", "z", "m", "d", "w"],
          ["", "Analyse"],
          ["", "Werkprocessen observeren", "Examenbureau", 0.5, D("2026-09-07"), D("2026-09-18")],
          ["", "Knelpunten bundelen", "Projectleider OKE", 0.25, D("2026-09-21"), D("2026-09-25")],
          ["", "Ontwerp"],
          ["", "Zaalopstelling bedenken", "Roosterbureau", 0, D("2026-11-02"), D("2026-11-13")],
          [
            "",
            "Noodprocedure schrijven",
            "ICT-beheer werkplek en netwerk",
            0,
            D("2026-11-09"),
            D("2026-11-27"),
          ],
          ["", "Voeg nieuwe rijen toe BOVEN deze rij"],
        ].forEach((r) => s.addRow(r));
        for (let r = 7; r <= 12; r++) s.getCell(r, 4).numFmt = "0%";
        for (const n of [7, 10]) s.getCell(n, 2).fill = fillOf("FFBDD7EE");
        for (let c = 7; c <= 16; c++) s.getCell(8, c).fill = fillOf("FF5B9BD5");
      }),

    made: [
      "Werkprocessen observeren | Analyse × Algemeen | 2026-09-07..2026-09-18 | active 50% | Examenbureau",
      "Knelpunten bundelen | Analyse × Algemeen | 2026-09-21..2026-09-25 | active 25% | Projectleider OKE",
      "Zaalopstelling bedenken | Ontwerp × Algemeen | 2026-11-02..2026-11-13 | Roosterbureau",
      "Noodprocedure schrijven | Ontwerp × Algemeen | 2026-11-09..2026-11-27 | ICT-beheer werkplek en netwerk",
    ],
  },
  {
    name: "Scholingsplan digitaal toetsen.xlsx",
    file: () =>
      book((b) => {
        const s = b.addWorksheet("Scholing");
        [
          ["Scholingsplan digitaal toetsen 2026-2027"],
          [
            "Training",
            "Voor wie",
            "Trainer",
            "Datum groep 1",
            "Datum groep 2",
            "Aantal deelnemers",
            "Kosten",
          ],
          [
            "Basis toetssysteem",
            "Opleidingsteams pilot",
            "Functioneel beheer toetsafnamesysteem",
            D("2026-11-10"),
            D("2026-11-17"),
            24,
            1200,
          ],
          [
            "Surveilleren bij digitale examens",
            "Surveillantenpool",
            "Examenbureau",
            D("2026-11-24"),
            D("2026-12-01"),
            30,
            0,
          ],
          ["Toetsvragen schrijven", "Toetsconstructeurs", "Extern bureau", D("2027-01-19"), null, 12, 2500],
          [
            "Resultaten verwerken in SIS",
            "Examenbureau",
            "Functioneel beheer SIS",
            D("2027-02-09"),
            D("2027-02-16"),
            8,
            0,
          ],
          [
            "Totaal",
            null,
            null,
            null,
            null,
            { formula: "SUM(F3:F6)", result: 74 },
            { formula: "SUM(G3:G6)", result: 3700 },
          ],
        ].forEach((r) => s.addRow(r));
        s.getColumn(7).numFmt = '"€" #,##0.00';
      }),

    made: [
      "Basis toetssysteem | 2026-11-10..2026-11-17 | Functioneel beheer toetsafnamesysteem",
      "Surveilleren bij digitale examens | 2026-11-24..2026-12-01 | Examenbureau",
      "Toetsvragen schrijven | 2027-01-19.. | Extern bureau",
      "Resultaten verwerken in SIS | 2027-02-09..2027-02-16 | Functioneel beheer SIS",
    ],
  },
  {
    name: "Takenoverzicht projectteam.xlsx",
    file: () =>
      bookFile({
        Taken: [
          ["Taak", "Eigenaar", "Deadline", "Te doen", "Bezig", "Klaar"],
          ["Afspraken wifi testen", "ICT-beheer werkplek en netwerk", day("2026-11-06"), "", "x", ""],
          ["Contactpersonen per team benoemen", "Projectleider OKE", day("2026-09-25"), "", "", "x"],
          ["Nieuwsbericht intranet plaatsen", "Communicatieadviseur", day("2026-10-16"), "", "", "x"],
          ["Planning afstemmen met stagebureau", "Roosterbureau", day("2026-12-11"), "x", "", ""],
          [
            "Bewaartermijn toetswerk bepalen",
            "Adviseur privacy en informatiebeveiliging",
            day("2026-12-18"),
            "x",
            "",
            "",
          ],
        ],
      }),

    made: [
      "Afspraken wifi testen | ..2026-11-06 | active | ICT-beheer werkplek en netwerk",
      "Contactpersonen per team benoemen | ..2026-09-25 | done | Projectleider OKE",
      "Nieuwsbericht intranet plaatsen | ..2026-10-16 | done | Communicatieadviseur",
      "Planning afstemmen met stagebureau | ..2026-12-11 | planned | Roosterbureau",
      "Bewaartermijn toetswerk bepalen | ..2026-12-18 | planned | Adviseur privacy en informatiebeveiliging",
    ],
  },
  {
    name: "Planning implementatie SIS-koppeling.xlsx",
    file: () =>
      mergedBook(
        [
          ["Fase / activiteit", "", "Wie", "Wk start", "Wk klaar", "Status"],
          ["Analyse", "", "", "", "", ""],
          ["", "Gegevensvelden vergelijken", "Functioneel beheer SIS", "wk 37", "wk 39", "2 - Gereed"],
          ["", "Foutmeldingen verzamelen", "Examenbureau", "wk 38", "wk 41", "1 - Bezig"],
          ["Inrichting", "", "", "", "", ""],
          ["", "Testbestand klaarzetten", "Functioneel beheer SIS", "wk 2", "wk 3", "0 - Nog te doen"],
          [
            "",
            "Koppeling aanzetten in testomgeving",
            "Integratiespecialist",
            "wk 4",
            "wk 6",
            "0 - Nog te doen",
          ],
          ["Borging", "", "", "", "", ""],
          ["", "Beheerafspraken tekenen", "Informatiemanager", "wk 22", "wk 24", "0 - Nog te doen"],
        ],
        [{ row: 0, column: 0, rows: 1, columns: 2 }],
      ),
    said: { schoolYear: 2026 },

    made: [
      "Gegevensvelden vergelijken | Analyse × Algemeen | 2026-09-07..2026-09-27 | done | Functioneel beheer SIS",
      "Foutmeldingen verzamelen | Analyse × Algemeen | 2026-09-14..2026-10-11 | active | Examenbureau",
      "Testbestand klaarzetten | Inrichting × Algemeen | 2027-01-11..2027-01-24 | planned | Functioneel beheer SIS",
      "Koppeling aanzetten in testomgeving | Inrichting × Algemeen | 2027-01-25..2027-02-14 | planned | Integratiespecialist",
      "Beheerafspraken tekenen | Borging × Algemeen | 2027-05-31..2027-06-20 | planned | Informatiemanager",
    ],
  },
];
