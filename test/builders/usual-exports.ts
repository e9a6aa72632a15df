import { bookFile, day, type SchoolFile } from "./school-files.ts";

/* Plans as programs put them out in a workbook or a list: Project, Forms, Gantt. */

/** Plans as programs put them out in a workbook or a list: Project, Forms, Gantt. */
export const USUAL_EXPORTS: readonly SchoolFile[] = [
  {
    name: "OKE Koppelvlakken.xlsx",
    file: () =>
      bookFile({
        "Project tasks": [
          ["Project name", "OKE Koppelvlakken"],
          ["Project owner", "Anja de Vries"],
          ["Start date", day("2026-09-01")],
          ["Finish date", day("2027-06-30")],
          ["Duration", "217 days"],
          ["% complete", 0.15],
          [],
          [
            "Task number",
            "Outline number",
            "Name",
            "Assigned to",
            "Start",
            "Finish",
            "Duration",
            "Bucket",
            "% complete",
            "Priority",
            "Depends on",
            "Effort",
            "Effort completed",
            "Milestone",
            "Notes",
          ],
          [
            1,
            "1",
            "Documenten verzamelen",
            "Petra Bos",
            day("2026-09-01"),
            day("2026-09-11"),
            "9 days",
            "Analyse",
            1,
            "Medium",
            "",
            "20 hours",
            "20 hours",
            "No",
            "",
          ],
          [
            2,
            "2",
            "Gesprekken voeren",
            "Petra Bos, Bram Smit",
            day("2026-09-14"),
            day("2026-10-02"),
            "15 days",
            "Analyse",
            0.4,
            "Important",
            "1FS",
            "40 hours",
            "16 hours",
            "No",
            "Ook met locatie Zuid",
          ],
          [
            3,
            "3",
            "Keuze maken",
            "",
            day("2026-10-05"),
            day("2026-10-05"),
            "0 days",
            "Ontwerp",
            0,
            "Urgent",
            "2FS",
            "",
            "",
            "Yes",
            "",
          ],
          [
            4,
            "4",
            "Gegevensmodel uitwerken",
            "Fatima El Amrani",
            day("2026-10-12"),
            day("2026-11-13"),
            "25 days",
            "Ontwerp",
            0,
            "Low",
            "3FS+5 days",
            "60 hours",
            "0 hours",
            "No",
            "",
          ],
        ],
      }),

    left: ["unknown-name 3FS+5 days"],
    made: [
      "Documenten verzamelen | Analyse × Algemeen | 2026-09-01..2026-09-11 | done | Petra Bos",
      "Gesprekken voeren | Analyse × Algemeen | 2026-09-14..2026-10-02 | active 40% | Petra Bos, Bram Smit",
      "Keuze maken | Ontwerp × Algemeen | 2026-10-05..2026-10-05",
      "Gegevensmodel uitwerken | Ontwerp × Algemeen | 2026-10-12..2026-11-13 | Fatima El Amrani",
    ],
  },
  {
    name: "Communicatiekalender.xlsx",
    file: () =>
      bookFile({
        Communicatie: [
          ["Communicatiekalender digitaal examineren"],
          [],
          ["Datum", "Doelgroep", "Onderwerp", "Middel", "Afzender", "Verzonden?"],
          [
            day("2026-09-15"),
            "Alle docenten",
            "Aankondiging project",
            "Nieuwsbrief",
            "Communicatieadviseur",
            "ja",
          ],
          [
            day("2026-10-06"),
            "Opleidingsteams pilot",
            "Uitnodiging kennissessie",
            "Mail",
            "Projectleider OKE",
            "ja",
          ],
          [
            day("2026-11-10"),
            "Studenten",
            "Zo werkt de oefentoets",
            "Portaal en posters",
            "Communicatieadviseur",
            "nee",
          ],
          [day("2027-01-19"), "MT", "Tussenstand pilot", "Memo", "Projectleider OKE", "nee"],
        ],
      }),

    made: [],
  },
  {
    name: "Inventarisatie acties(1-5).xlsx",
    file: () =>
      bookFile({
        Sheet1: [
          [
            "Id",
            "Begintijd",
            "Tijd van voltooien",
            "E-mailadres",
            "Naam",
            "Welke actie wil je uitvoeren?",
            "In welk domein valt dit?",
            "In welke fase?",
            "Wanneer is het klaar?",
            "Wie helpt mee?",
          ],
          [
            1,
            "9/8/26 10:02:11",
            "9/8/26 10:06:40",
            "p.bos@meander.nl",
            "Petra Bos",
            "Gebruikershandleiding toetssysteem schrijven",
            "ICT en systemen",
            "Inrichting",
            day("2027-01-22"),
            "Functioneel beheer toetsafnamesysteem",
          ],
          [
            2,
            "9/8/26 11:15:30",
            "9/8/26 11:19:02",
            "b.smit@meander.nl",
            "Bram Smit",
            "Examenreglement toelichten aan teams",
            "Beleid",
            "Ontwerp",
            day("2026-12-04"),
            "Examencommissie",
          ],
          [
            3,
            "9/9/26 8:40:00",
            "9/9/26 8:44:13",
            "f.elamrani@meander.nl",
            "Fatima El Amrani",
            "Spreekuur voor docenten openen",
            "Organisatie",
            "Uitvoering",
            day("2027-03-12"),
            "",
          ],
          [
            4,
            "9/9/26 9:01:00",
            "9/9/26 9:03:09",
            "p.bos@meander.nl",
            "Petra Bos",
            "Inzageprocedure digitaliseren",
            "Processen",
            "Inrichting",
            day("2027-02-12"),
            "Examenbureau",
          ],
        ],
      }),

    made: [
      "Gebruikershandleiding toetssysteem schrijven | Inrichting × ICT en systemen | ..2027-01-22 | Functioneel beheer toetsafnamesysteem",
      "Examenreglement toelichten aan teams | Ontwerp × Beleid | ..2026-12-04 | Examencommissie",
      "Spreekuur voor docenten openen | Uitvoering × Organisatie | ..2027-03-12",
      "Inzageprocedure digitaliseren | Inrichting × Processen | ..2027-02-12 | Examenbureau",
    ],
  },
  {
    name: "planning-gantt.csv",
    file: () => `ID;Naam;Startdatum;Einddatum;Duur;Voortgang;Coördinator;Voorgangers;Overzichtsnummer;Bronnen;Notities
0;Analyse;07-09-26;09-10-26;25;40;;;1;;
1;Workshop gegevensstromen;07-09-26;11-09-26;5;100;Projectleider OKE;;1.1;Examenbureau;
2;Interviewverslagen uitwerken;14-09-26;09-10-26;20;25;Proces- en informatieadviseur;1;1.2;;
3;Ontwerp;02-11-26;11-12-26;30;0;;0;2;;
4;Schermen schetsen;02-11-26;20-11-26;15;0;Functioneel beheer SIS;2;2.1;Examenbureau;
5;Akkoord ophalen bij teams;23-11-26;11-12-26;15;0;Opleidingsteams pilot;4;2.2;;

ID;Naam;Standaardrol;E-mail;Telefoon
0;Examenbureau;niet gedefinieerd;;
1;Projectleider OKE;projectmanager;;
`,

    made: [
      "Workshop gegevensstromen | Analyse × Algemeen | 2026-09-07..2026-09-11 | done | Projectleider OKE",
      "Interviewverslagen uitwerken | Analyse × Algemeen | 2026-09-14..2026-10-09 | active 25% | Proces- en informatieadviseur",
      "Schermen schetsen | Ontwerp × Algemeen | 2026-11-02..2026-11-20 | Functioneel beheer SIS",
      "Akkoord ophalen bij teams | Ontwerp × Algemeen | 2026-11-23..2026-12-11 | Opleidingsteams pilot",
    ],
  },
];
