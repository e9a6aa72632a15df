import { wordKey } from "@planwand/shared/exchange/proposal.ts";
import { csvFile, type SchoolFile } from "./school-files.ts";

/* Lists as programs put them out in text or on a page: Outlook, Excel, sheets on the web. */

/** Lists as programs put them out in text or on a page: Outlook, Excel, sheets on the web. */
export const USUAL_LISTS: readonly SchoolFile[] = [
  {
    name: "activiteiten.csv",
    file: () =>
      csvFile(
        [
          [
            "Fase",
            "Domein",
            "Activiteit",
            "Toelichting",
            "Startdatum",
            "Einddatum",
            "Uitvoerder",
            "Opdrachtgever",
            "Status",
          ],
          [
            "Analyse",
            "Processen",
            "Aanmeldproces herkansingen beschrijven",
            "Inclusief uitzonderingen; ook voor BBL",
            "14-09-2026",
            "02-10-2026",
            "Examenbureau",
            "Hoofd examenorganisatie",
            "Afgerond",
          ],
          [
            "Ontwerp",
            "Beleid",
            "Regeling aangepast examineren herzien",
            "",
            "02-11-2026",
            "11-12-2026",
            "Beleidsadviseur onderwijs en examinering",
            "Managementteam (MT)",
            "Bezig",
          ],
          [
            "Inrichting",
            "ICT en systemen",
            "Digitale handtekening inregelen",
            'Zie "Notitie handtekening"',
            "11-01-2027",
            "12-02-2027",
            "Functioneel beheer SIS",
            "Informatiemanager",
            "Gepland",
          ],
          [
            "Borging",
            "Organisatie",
            "Taken opnemen in functiebeschrijving",
            "",
            "03-05-2027",
            "18-06-2027",
            "HR",
            "Managementteam (MT)",
            "Idee",
          ],
        ],
        ";",
      ),

    made: [
      "Aanmeldproces herkansingen beschrijven | Analyse × Processen | 2026-09-14..2026-10-02 | done | Examenbureau",
      "Regeling aangepast examineren herzien | Ontwerp × Beleid | 2026-11-02..2026-12-11 | active | Beleidsadviseur onderwijs en examinering",
      "Digitale handtekening inregelen | Inrichting × ICT en systemen | 2027-01-11..2027-02-12 | planned | Functioneel beheer SIS",
      "Taken opnemen in functiebeschrijving | Borging × Organisatie | 2027-05-03..2027-06-18 | HR",
    ],
  },
  {
    name: "taken-outlook.csv",
    file: () =>
      Buffer.from(
        `"Onderwerp","Begindatum","Einddatum","Herinnering aan/uit","Datum van herinnering","Tijd van herinnering","Datum voltooid","% voltooid","Totaal werk","Werkelijk werk","Categorieën","Eigenaar taak","Factureringsgegevens","Gevoeligheid","Notities","Prioriteit","Rol","Status"
"Overleg examencommissie voorbereiden","7-9-2026","18-9-2026","Uit","","","17-9-2026","100","0","0","Organisatie","Anja de Vries","","Normaal","Stukken staan in SharePoint","Normaal","","Voltooid"
"Adviesnotitie proctoring schrijven","5-10-2026","30-10-2026","Aan","26-10-2026","9:00:00","","50","0","0","Beleid","Anja de Vries","","Normaal","","Hoog","","In behandeling"
"Testresultaten bespreken met leverancier","","20-11-2026","Uit","","","","0","0","0","ICT en systemen","Bram Smit","","Normaal","","Normaal","","Niet gestart"
"Rondleiding examenlokalen","11-1-2027","11-1-2027","Uit","","","","0","0","0","","Anja de Vries","","Privé","","Laag","","Uitgesteld"
`,
        "latin1",
      ),

    said: { words: { [wordKey("activities", "status", "Uitgesteld")]: "blocked" } },
    made: [
      "Overleg examencommissie voorbereiden | Algemeen × Organisatie | 2026-09-07..2026-09-18 | done | Anja de Vries",
      "Adviesnotitie proctoring schrijven | Algemeen × Beleid | 2026-10-05..2026-10-30 | active 50% | Anja de Vries",
      "Testresultaten bespreken met leverancier | Algemeen × ICT en systemen | ..2026-11-20 | planned | Bram Smit",
      "Rondleiding examenlokalen | Algemeen × ICT en systemen | 2027-01-11..2027-01-11 | blocked | Anja de Vries",
    ],
  },
  {
    name: "agenda-export.csv",
    file: () =>
      csvFile(
        [
          [
            "Onderwerp",
            "Begindatum",
            "Begintijd",
            "Einddatum",
            "Eindtijd",
            "Duurt hele dag",
            "Vereiste deelnemers",
            "Locatie",
            "Beschrijving",
            "Categorieën",
          ],
          [
            "Kick-off koppelvlakken",
            "8-9-2026",
            "09:00:00",
            "8-9-2026",
            "12:00:00",
            "Onwaar",
            "Projectleider OKE;Examenbureau;Informatiemanager",
            "Zaal 2.04",
            "Agenda volgt",
            "Analyse",
          ],
          [
            "Testweek toetssysteem",
            "18-1-2027",
            "0:00:00",
            "23-1-2027",
            "0:00:00",
            "Waar",
            "Functioneel beheer toetsafnamesysteem",
            "",
            "",
            "Inrichting",
          ],
          [
            "Eerste afname rekenen",
            "9-3-2027",
            "08:30:00",
            "9-3-2027",
            "16:30:00",
            "Onwaar",
            "Examenbureau;Surveillantenpool",
            "Aula",
            "",
            "Uitvoering",
          ],
          [
            "Evaluatiebijeenkomst",
            "8-6-2027",
            "13:00:00",
            "8-6-2027",
            "15:00:00",
            "Onwaar",
            "Projectleider OKE",
            "Teams",
            "Met lunch",
            "Borging",
          ],
        ],
        ",",
      ),

    made: [
      "Kick-off koppelvlakken | Analyse × Algemeen | 2026-09-08..2026-09-08 | Examenbureau, Projectleider OKE, Informatiemanager",
      "Testweek toetssysteem | Inrichting × Algemeen | 2027-01-18..2027-01-23 | Functioneel beheer toetsafnamesysteem",
      "Eerste afname rekenen | Uitvoering × Algemeen | 2027-03-09..2027-03-09 | Examenbureau, Surveillantenpool",
      "Evaluatiebijeenkomst | Borging × Algemeen | 2027-06-08..2027-06-08 | Projectleider OKE",
    ],
  },
  {
    name: "Takenlijst OKE - Blad1.csv",
    file: () => `Gereed,Taak,Toegewezen,Start,Deadline,Prioriteit,Notitie
TRUE,Contactlijst maken,Projectleider OKE,2026-09-01,2026-09-11,Normaal,
FALSE,"Procedure fraude bespreken, met jurist",Examencommissie,2026-10-05,2026-10-30,Hoog,"Eerst intern, dan extern"
FALSE,Wachtwoordbeleid toetsaccounts bepalen,Informatiemanager,2026-11-02,2026-11-20,Hoog,
FALSE,Oefenomgeving openzetten,Functioneel beheer toetsafnamesysteem,2027-01-11,2027-01-15,Normaal,voor alle pilotteams
TRUE,Logo ophalen,Communicatieadviseur,,2026-09-18,Laag,
`,

    made: [
      "Contactlijst maken | 2026-09-01..2026-09-11 | done | Projectleider OKE",
      "Procedure fraude bespreken, met jurist | 2026-10-05..2026-10-30 | Examencommissie",
      "Wachtwoordbeleid toetsaccounts bepalen | 2026-11-02..2026-11-20 | Informatiemanager",
      "Oefenomgeving openzetten | 2027-01-11..2027-01-15 | Functioneel beheer toetsafnamesysteem",
      "Logo ophalen | ..2026-09-18 | done | Communicatieadviseur",
    ],
  },
  {
    name: "Planning.html",
    file: () => `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style>.ritz .waffle .s0{color:#000}</style></head><body><div class="ritz grid-container" dir="ltr"><table class="waffle" cellspacing="0" cellpadding="0"><thead><tr><th class="row-header freezebar-origin-ltr"></th><th id="0C0" class="column-headers-background">A</th><th id="0C1">B</th><th id="0C2">C</th><th id="0C3">D</th><th id="0C4">E</th></tr></thead><tbody>
<tr style="height: 20px"><th id="0R0" class="row-headers-background"><div class="row-header-wrapper">1</div></th><td class="s0">Activiteit</td><td>Fase</td><td>Wie</td><td>Begin</td><td>Eind</td></tr>
<tr><th class="freezebar-cell"></th><td class="freezebar-cell"></td><td class="freezebar-cell"></td><td class="freezebar-cell"></td><td class="freezebar-cell"></td><td class="freezebar-cell"></td></tr>
<tr><th><div>2</div></th><td>Begrippenlijst opstellen</td><td>Analyse</td><td>Proces- en informatieadviseur</td><td>7-9-2026</td><td>25-9-2026</td></tr>
<tr><th><div>3</div></th><td>Rapportages ontwerpen</td><td>Ontwerp</td><td>Informatiemanager</td><td>2-11-2026</td><td>4-12-2026</td></tr>
<tr><th><div>4</div></th><td>Dashboards bouwen</td><td>Inrichting</td><td>Functioneel beheer SIS</td><td>11-1-2027</td><td>26-2-2027</td></tr>
<tr><th><div>5</div></th><td>Maandrapportage invoeren</td><td>Borging</td><td>Hoofd examenorganisatie</td><td>3-5-2027</td><td>30-6-2027</td></tr>
</tbody></table></div></body></html>`,

    made: [
      "Begrippenlijst opstellen | Analyse × Algemeen | 2026-09-07..2026-09-25 | Proces- en informatieadviseur",
      "Rapportages ontwerpen | Ontwerp × Algemeen | 2026-11-02..2026-12-04 | Informatiemanager",
      "Dashboards bouwen | Inrichting × Algemeen | 2027-01-11..2027-02-26 | Functioneel beheer SIS",
      "Maandrapportage invoeren | Borging × Algemeen | 2027-05-03..2027-06-30 | Hoofd examenorganisatie",
    ],
  },
  {
    name: "Planning examenjaar.htm",
    file: () =>
      Buffer.from(
        `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><meta name=ProgId content=Excel.Sheet></head><body link=blue><table border=0 cellpadding=0 cellspacing=0 width=700><col width=200><tr height=21><td colspan=5 height=21 class=xl65>Planning examenjaar – reünie & start</td></tr><tr><td>&nbsp;</td><td></td><td></td><td></td><td></td></tr><tr><td class=xl66>Werkzaamheden</td><td>Door</td><td>Vanaf</td><td>Uiterlijk</td><td>Bijzonderheden</td></tr><tr><td>Kandidatenlijsten aanmaken</td><td>Examenbureau</td><td align=right x:num="46272">7-sep-26</td><td>18-sep-26</td><td>&nbsp;</td></tr><tr><td>Beoordelaars toewijzen</td><td>Opleidingsteams pilot<br>Examenbureau</td><td>5-okt-26</td><td>16-okt-26</td><td>ook extern</td></tr><tr><td>Cijfers vaststellen</td><td>Examencommissie</td><td>1-feb-27</td><td>12-feb-27</td><td>&nbsp;</td></tr><tr><td>Diploma’s drukken</td><td>Examenbureau</td><td>7-jun-27</td><td>25-jun-27</td><td>2 weken levertijd</td></tr></table></body></html>`
          .replaceAll("’", "\u0092")
          .replaceAll("–", "\u0096"),
        "latin1",
      ),

    made: [
      "Kandidatenlijsten aanmaken | 2026-09-07..2026-09-18 | Examenbureau",
      "Beoordelaars toewijzen | 2026-10-05..2026-10-16 | Examenbureau, Opleidingsteams pilot",
      "Cijfers vaststellen | 2027-02-01..2027-02-12 | Examencommissie",
      "Diploma’s drukken | 2027-06-07..2027-06-25 | Examenbureau",
    ],
  },
];
