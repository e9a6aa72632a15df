import { mergedDocument } from "./merged-file.ts";
import { openSheet, openTable, wordFile, wordLine, wordTable } from "./packed-file.ts";
import { odsFile, type SchoolFile } from "./school-files.ts";

/* Plans in documents, pages, mails and what a meeting left behind. */

const h = (level: number): string => `<w:pStyle w:val="Heading${String(level)}"/>`;
const li = (level = 0, list = 1): string =>
  `<w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="${String(list)}"/></w:numPr>`;
const od = (iso: string, shown: string) =>
  `<table:table-cell office:value-type="date" office:date-value="${iso}"><text:p>${shown}</text:p></table:table-cell>`;
const pct = (v: number) =>
  `<table:table-cell office:value-type="percentage" office:value="${String(v)}"><text:p>${String(v * 100)}%</text:p></table:table-cell>`;
/** Plans in documents, pages, mails and what a meeting left behind. */
export const USUAL_TEXTS: readonly SchoolFile[] = [
  {
    name: "Plan van aanpak digitaal examineren.docx",
    file: () =>
      wordFile(
        wordLine("Plan van aanpak digitaal examineren", '<w:pStyle w:val="Title"/>') +
          wordLine("1. Aanleiding", h(1)) +
          wordLine("De examens worden nu op papier afgenomen. Dit kost veel tijd en geeft fouten.") +
          wordLine("2. Doelstelling", h(1)) +
          wordLine("Per 1 augustus 2027 worden alle generieke examens digitaal afgenomen.") +
          wordLine("3. Aanpak en planning", h(1)) +
          wordLine("De volgende stappen worden gezet:") +
          wordTable([
            ["Stap", "Wat", "Wie", "Gereed op"],
            ["1", "Huidige kosten berekenen", "Projectleider OKE", "25 september 2026"],
            ["2", "Programma van eisen opstellen", "Informatiemanager", "30 oktober 2026"],
            ["3", "Leverancier kiezen", "Inkoop en contractmanagement", "18 december 2026"],
            ["4", "Pilot met twee teams draaien", "Opleidingsteams pilot", "26 maart 2027"],
            ["5", "Besluit over uitrol nemen", "Managementteam (MT)", "28 mei 2027"],
          ]) +
          wordLine("4. Risico’s", h(1)) +
          wordTable([
            ["Risico", "Kans", "Gevolg", "Maatregel"],
            ["Onvoldoende laptops", "groot", "Afname gaat niet door", "Huren"],
            ["Uitval netwerk", "klein", "Examen ongeldig", "Papieren noodset"],
          ]) +
          wordLine("5. Begroting", h(1)) +
          wordTable([
            ["Post", "Bedrag"],
            ["Licenties", "€ 12.000"],
            ["Scholing", "€ 4.500"],
            ["Totaal", "€ 16.500"],
          ]),
      ),

    made: [
      "Huidige kosten berekenen | ..2026-09-25 | Projectleider OKE",
      "Programma van eisen opstellen | ..2026-10-30 | Informatiemanager",
      "Leverancier kiezen | ..2026-12-18 | Inkoop en contractmanagement",
      "Pilot met twee teams draaien | ..2027-03-26 | Opleidingsteams pilot",
      "Besluit over uitrol nemen | ..2027-05-28 | Managementteam (MT)",
    ],
  },
  {
    name: "Verslag projectgroep 12 oktober.docx",
    file: () =>
      wordFile(
        wordLine("Verslag projectgroep OKE", h(1)) +
          wordLine("Datum: 12 oktober 2026") +
          wordLine("Aanwezig: Petra Bos, Bram Smit, Fatima El Amrani") +
          wordLine("1. Opening", h(2)) +
          wordLine("Petra opent de vergadering om 10.00 uur.") +
          wordLine("2. Stand van zaken toetssysteem", h(2)) +
          wordLine("De testomgeving is beschikbaar. Er zijn nog vragen over de rechten.") +
          wordLine("Actie Bram: rechten testomgeving nalopen (gereed 30 oktober)") +
          wordLine("3. Surveillanten", h(2)) +
          wordLine("Er zijn te weinig surveillanten in maart.") +
          wordLine("Actie Fatima: wervingstekst surveillanten schrijven (gereed 13 november)") +
          wordLine("Actie Petra: uurtarief navragen bij HR (gereed 6 november)") +
          wordLine("4. Rondvraag", h(2)) +
          wordLine("Geen.") +
          wordLine("Actie allen: verslag nalezen (gereed 16 oktober)") +
          wordLine("Volgende vergadering: 9 november 2026."),
      ),
    said: { schoolYear: 2026 },

    made: [
      "rechten testomgeving nalopen | ..2026-10-30 | Bram",
      "wervingstekst surveillanten schrijven | ..2026-11-13 | Fatima",
      "uurtarief navragen bij HR | ..2026-11-06 | Petra",
      "allen: verslag nalezen | ..2026-10-16",
    ],
  },
  {
    name: "Teamjaarplan examenbureau.docx",
    file: () =>
      mergedDocument(
        [
          ["Activiteit", "Wie", "Start", "Klaar", "Wij zijn tevreden als"],
          ["Doel 1: Studenten weten waar ze aan toe zijn", "", "", "", ""],
          [
            "Examenkalender op portaal zetten",
            "Examenbureau",
            "sep 2026",
            "okt 2026",
            "Alle studenten de kalender kunnen zien",
          ],
          [
            "Voorlichting geven in eerste jaar",
            "Mentoren",
            "okt 2026",
            "nov 2026",
            "80% van de klassen bezocht is",
          ],
          ["Doel 2: Examens verlopen zonder fouten", "", "", "", ""],
          [
            "Controleformulier vóór afname invoeren",
            "Examenbureau",
            "nov 2026",
            "dec 2026",
            "Minder dan 5 fouten per periode",
          ],
          [
            "Dubbele invoer in SIS stoppen",
            "Functioneel beheer SIS",
            "jan 2027",
            "mrt 2027",
            "Geen dubbele invoer meer",
          ],
        ],
        [
          { row: 1, column: 0, rows: 1, columns: 5 },
          { row: 4, column: 0, rows: 1, columns: 5 },
        ],
      ),

    made: [
      "Examenkalender op portaal zetten | 2026-09-01..2026-10-31 | Examenbureau",
      "Voorlichting geven in eerste jaar | 2026-10-01..2026-11-30 | Mentoren",
      "Controleformulier vóór afname invoeren | 2026-11-01..2026-12-31 | Examenbureau",
      "Dubbele invoer in SIS stoppen | 2027-01-01..2027-03-31 | Functioneel beheer SIS",
    ],
  },
  {
    name: "Stappenplan.docx",
    file: () =>
      wordFile(
        wordLine("Stappenplan koppeling rooster – toetssysteem", '<w:pStyle w:val="Title"/>') +
          wordLine("Analyse", li(0)) +
          wordLine("Roostergegevens bekijken (Roosterbureau, september 2026)", li(1)) +
          wordLine("Wensen docenten ophalen (Opleidingsteams pilot, oktober 2026)", li(1)) +
          wordLine("Ontwerp", li(0)) +
          wordLine("Uitwisselformaat kiezen (Integratiespecialist, november 2026)", li(1)) +
          wordLine("Planning laten goedkeuren (MT, 11 december 2026)", li(1)) +
          wordLine("Uitvoering", li(0)) +
          wordLine("Koppeling in gebruik nemen (Functioneel beheer SIS, 1 maart 2027)", li(1)),
        {
          numbering:
            '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        },
      ),

    made: [
      "Roostergegevens bekijken | Analyse × Algemeen | ..2026-09-30 | Roosterbureau",
      "Wensen docenten ophalen | Analyse × Algemeen | ..2026-10-31 | Opleidingsteams pilot",
      "Uitwisselformaat kiezen | Ontwerp × Algemeen | ..2026-11-30 | Integratiespecialist",
      "Planning laten goedkeuren | Ontwerp × Algemeen | ..2026-12-11 | Managementteam (MT)",
      "Koppeling in gebruik nemen | Uitvoering × Algemeen | ..2027-03-01 | Functioneel beheer SIS",
    ],
  },
  {
    name: "Intranet planning.html",
    file: () =>
      `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Planning – Intranet</title></head><body><nav><a href="/">Home</a> <a href="/nieuws">Nieuws</a></nav><h1>Planning invoering toetssysteem</h1><p>Hieronder zie je wat we wanneer doen. Vragen? Neem contact op met <a href="mailto:p.bos@meander.nl">Petra Bos</a>.</p><h3>Analyse</h3><table><thead><tr><th>Wat doen we</th><th>Wie</th><th>Periode</th></tr></thead><tbody><tr><td>Gebruikers bevragen</td><td>Projectleider OKE</td><td>7 t/m 25 september 2026</td></tr><tr><td>Systeemeisen ordenen</td><td>Informatiemanager</td><td>28 september – 16 oktober 2026</td></tr></tbody></table><h3>Inrichting</h3><table><thead><tr><th>Wat doen we</th><th>Wie</th><th>Periode</th></tr></thead><tbody><tr><td>Examens klaarzetten</td><td>Examenbureau</td><td>januari t/m februari 2027</td></tr><tr><td>Accounts koppelen</td><td>Functioneel beheer SIS</td><td>18 januari 2027</td></tr></tbody></table><h3>Borging</h3><table><thead><tr><th>Wat doen we</th><th>Wie</th><th>Periode</th></tr></thead><tbody><tr><td>Beheerteam vormen</td><td>Hoofd examenorganisatie</td><td>mei 2027</td></tr></tbody></table><footer>© ROC De Meander</footer></body></html>`,

    made: [
      "Gebruikers bevragen | Analyse × Algemeen | 2026-09-07..2026-09-25 | Projectleider OKE",
      "Systeemeisen ordenen | Analyse × Algemeen | 2026-09-28..2026-10-16 | Informatiemanager",
      "Examens klaarzetten | Inrichting × Algemeen | 2027-01-01..2027-02-28 | Examenbureau",
      "Accounts koppelen | Inrichting × Algemeen | ..2027-01-18 | Functioneel beheer SIS",
      "Beheerteam vormen | Borging × Algemeen | ..2027-05-31 | Hoofd examenorganisatie",
    ],
  },
  {
    name: "Planning koppelvlakken.ods",
    file: () =>
      openSheet(
        openTable(
          [
            ["Nr", "Taak", "Verantwoordelijke", "Startdatum", "Einddatum", "% gereed", "Afhankelijk van"],
            [
              "1",
              "Interfacespecificatie lezen",
              "Integratiespecialist",
              od("2026-09-14", "14-09-26"),
              od("2026-09-25", "25-09-26"),
              pct(1),
              "",
            ],
            [
              "2",
              "Testscenario’s schrijven",
              "Functioneel beheer SIS",
              od("2026-09-28", "28-09-26"),
              od("2026-10-16", "16-10-26"),
              pct(0.75),
              "1",
            ],
            [
              "3",
              "Keten testen",
              "Functioneel beheer SIS",
              od("2026-11-02", "02-11-26"),
              od("2026-11-27", "27-11-26"),
              pct(0),
              "1, 2",
            ],
            [
              "4",
              "Productie vrijgeven",
              "Informatiemanager",
              od("2026-12-14", "14-12-26"),
              od("2026-12-14", "14-12-26"),
              pct(0),
              "3",
            ],
          ],
          "Planning",
        ),
      ),

    made: [
      "Interfacespecificatie lezen | 2026-09-14..2026-09-25 | done | Integratiespecialist",
      "Testscenario’s schrijven | 2026-09-28..2026-10-16 | active 75% | Functioneel beheer SIS",
      "Keten testen | 2026-11-02..2026-11-27 | Functioneel beheer SIS",
      "Productie vrijgeven | 2026-12-14..2026-12-14 | Informatiemanager",
    ],
  },
  {
    name: "Jaarplan per week.ods",
    file: () =>
      odsFile({
        Jaarplan: [
          ["Week", "Datum", "Activiteit", "Actie door", "Opmerking"],
          ["36", "31 aug t/m 4 sep", "Examenmap klaarzetten", "Examenbureau", ""],
          ["38", "14 t/m 18 sep", "Aanmelden herkansers", "Opleidingsteams pilot", "via formulier"],
          ["42", "12 t/m 16 okt", "HERFSTVAKANTIE", "", ""],
          ["45", "2 t/m 6 nov", "Zittingen periode 1", "Examenbureau", ""],
          ["45", "2 t/m 6 nov", "Surveillanten inroosteren", "Roosterbureau", ""],
          ["3", "18 t/m 22 jan", "Uitslagen verwerken", "Functioneel beheer SIS", "deadline vrijdag"],
        ],
      }),
    said: { schoolYear: 2026, skip: ["activities 0:4"] },

    made: [
      "Examenmap klaarzetten | 2026-08-31..2026-09-04 | Examenbureau",
      "Aanmelden herkansers | 2026-09-14..2026-09-18 | Opleidingsteams pilot",
      "Zittingen periode 1 | 2026-11-02..2026-11-06 | Examenbureau",
      "Surveillanten inroosteren | 2026-11-02..2026-11-06 | Roosterbureau",
      "Uitslagen verwerken | 2027-01-18..2027-01-22 | Functioneel beheer SIS",
    ],
  },
  {
    name: "Afspraken overleg.txt",
    file: () => `Hoi allemaal,

Dank voor het goede overleg vanmiddag. Hierbij de afspraken:

* Planning pilot doorsturen – Projectleider OKE – voor 2 oktober
* Lokalen vastleggen voor maart – Roosterbureau – voor 16 oktober
* Proefaccounts aanvragen – Functioneel beheer toetsafnamesysteem – voor 30 oktober
* Reglement laten checken – Examencommissie – voor 20 november

Volgende keer zien we elkaar op 6 oktober om 13.00 uur in lokaal 1.08.

Groet,
Petra Bos
Projectleider
ROC De Meander | 06-12345678
`,
    said: { schoolYear: 2026 },

    made: [
      "Planning pilot doorsturen | ..2026-10-02 | Projectleider OKE",
      "Lokalen vastleggen voor maart | ..2026-10-16 | Roosterbureau",
      "Proefaccounts aanvragen | ..2026-10-30 | Functioneel beheer toetsafnamesysteem",
      "Reglement laten checken | ..2026-11-20 | Examencommissie",
    ],
  },
  {
    name: "Samenvatting vergadering.txt",
    file: () => `Notities van vergadering

Pilot rekenen: Petra lichtte de stand van zaken toe. De pilot start in maart.
  - Deelnemende teams: Twee teams van locatie Noord doen mee.
  - Ondersteuning: Het examenbureau is op de dag zelf aanwezig.

Vervolgtaken:
- Laptops reserveren: 60 laptops reserveren bij ICT voor de week van 8 maart 2027. (Bram Smit)
- Oefentoets delen: De oefentoets delen met de twee pilotteams. (Petra Bos)
- Ouders informeren: Een brief aan ouders van studenten onder de 18 opstellen. (Fatima El Amrani)
- Evaluatie plannen: Een evaluatiemoment in april 2027 plannen. (Petra Bos, Bram Smit)
`,

    made: [
      "Laptops reserveren: 60 laptops reserveren bij ICT voor de week van 8 maart 2027. | Bram Smit",
      "Oefentoets delen: De oefentoets delen met de twee pilotteams. | Petra Bos",
      "Ouders informeren: Een brief aan ouders van studenten onder de 18 opstellen. | Fatima El Amrani",
      "Evaluatie plannen: Een evaluatiemoment in april 2027 plannen. | Bram Smit, Petra Bos",
    ],
  },
];
