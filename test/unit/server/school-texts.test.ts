import { expect, test } from "vitest";
import { wordFile, wordLine, wordTable } from "../../builders/packed-file.ts";
import { inShort, takenFile } from "../../builders/school-files.ts";

/* Plans in mails, minutes, documents and pages: what a project leader expects of them. */

test("[EX45] a mail with numbered actions, and who does each by when behind it", () => {
  const mail = `Van: Anja de Vries
Aan: Werkgroep OKE
Onderwerp: Acties na overleg

Beste collega's,

Hierbij de acties van vanochtend:

1. Toetskalender delen met teams (Examenbureau, 30-10-2026)
2. Zaalplan maken - Onderwijslogistiek - uiterlijk 6 november 2026
3. Offerte opvragen bij leverancier (Inkoop, vóór 13-11)
4. Reglement naar de EC (zie bijlage)

Met vriendelijke groet,
Anja
`;
  const { made, proposal } = takenFile(mail);
  expect(made.map(inShort)).toEqual([
    "Toetskalender delen met teams | ..2026-10-30 | Examenbureau",
    "Zaalplan maken | ..2026-11-06 | Onderwijslogistiek en roostering",
    "Offerte opvragen bij leverancier | Inkoop en contractmanagement",
    "Reglement naar de EC (zie bijlage)",
  ]);
  expect(proposal.rows.filter(({ isBeside }) => isBeside)).toHaveLength(7);
});

test("[EX46] minutes: what is marked as an action and the list of actions come in, the rest is told", () => {
  const minutes = `Verslag werkgroep OKE, 12 oktober 2026
Aanwezig: Anja, Bram, Petra

1. Opening
Anja opent de vergadering.

2. Stand van zaken pilot
Besluit: de pilot start na de herfstvakantie.
Actie: Petra belt de leverancier.

3. Rondvraag
Geen.

Actielijst
- Zaalplan maken (Bram, 30-10-2026)
- Offerte opvragen (Petra, 6-11-2026)
`;
  const { made, proposal } = takenFile(minutes);
  expect(made.map(inShort)).toEqual([
    "Petra belt de leverancier.",
    "Zaalplan maken | ..2026-10-30 | Bram",
    "Offerte opvragen | ..2026-11-06 | Petra",
  ]);
  expect(proposal.rows.filter(({ isBeside }) => isBeside).map(({ title }) => title)).toEqual([
    "Verslag werkgroep OKE, 12 oktober 2026",
    "Aanwezig: Anja, Bram, Petra",
    "Opening",
    "Anja opent de vergadering.",
    "Stand van zaken pilot",
    "Besluit: de pilot start na de herfstvakantie.",
    "Rondvraag",
    "Geen.",
    "Actielijst",
  ]);
});

test("[EX31] a list below lines that say their phase by its number", () => {
  const list =
    "Fase 1 Analyse\n\t- Proces in beeld\n\t- Knelpunten ophalen\nFase 2 Ontwerp\n\t- Rollen beschrijven\n";
  expect(takenFile(list).made.map(inShort)).toEqual([
    "Proces in beeld | Analyse × Algemeen",
    "Knelpunten ophalen | Analyse × Algemeen",
    "Rollen beschrijven | Ontwerp × Algemeen",
  ]);
});

test("[IMP4] a table in Markdown, without the line below its headings", () => {
  const text =
    "# Actielijst\n\n| Actie | Wie | Wanneer |\n|---|:---:|---|\n| Zaalplan maken | Bram | 30-10-2026 |\n";
  expect(takenFile(text).made.map(inShort)).toEqual(["Zaalplan maken | ..2026-10-30 | Bram"]);
});

test("[EX30] tables of Word below headings that are phases, with numbered steps at the left", () => {
  const headings = ["Stap", "Activiteit", "Verantwoordelijk", "Gereed"];
  const file = wordFile(
    wordLine("Fase 1 Analyse", '<w:pStyle w:val="Kop1"/>') +
      wordTable([headings, ["1", "Procesplaat maken", "Examenbureau", "2 okt. 2026"]]) +
      wordLine("Fase 2 Ontwerp", '<w:pStyle w:val="Kop1"/>') +
      wordTable([headings, ["1", "Nieuw proces tekenen", "Examenbureau", "13 nov. 2026"]]),
  );
  expect(takenFile(file).made.map(inShort)).toEqual([
    "Procesplaat maken | Analyse × Algemeen | ..2026-10-02 | Examenbureau",
    "Nieuw proces tekenen | Ontwerp × Algemeen | ..2026-11-13 | Examenbureau",
  ]);
});

test("[EX38] a page of a wiki, with people as they are told of something", () => {
  const page = `<html><body><h1>Actielijst OKE</h1><table><tbody><tr><th></th><th>Actie</th><th>Wie</th><th>Due</th></tr>
<tr><td><input type="checkbox"/></td><td>Procesplaat maken</td><td><a href="#">@Anja de Vries</a></td><td><time datetime="2026-10-02">02 okt 2026</time></td></tr>
<tr><td></td><td>Koppeling bouwen</td><td>@Bram Bakker</td><td>06 nov 2026</td></tr></tbody></table></body></html>`;
  expect(takenFile(page).made.map(inShort)).toEqual([
    "Procesplaat maken | ..2026-10-02 | Anja de Vries",
    "Koppeling bouwen | ..2026-11-06 | Bram Bakker",
  ]);
});
