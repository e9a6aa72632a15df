import type { Cell } from "@planwand/shared/exchange/cell.ts";
import { NO_BASE } from "@planwand/shared/exchange/file-base.ts";
import { headingKey, placeKey } from "@planwand/shared/exchange/headings.ts";
import { LikelyNames } from "@planwand/shared/exchange/likely-name.ts";
import { listTable } from "@planwand/shared/exchange/list-table.ts";
import { nameChoiceKey } from "@planwand/shared/exchange/name-book.ts";
import { proposeImport } from "@planwand/shared/exchange/propose-import.ts";
import {
  type ImportChoices,
  NO_CHOICES,
  type Proposal,
  wordKey,
} from "@planwand/shared/exchange/proposal.ts";
import { applyEdits } from "@planwand/shared/plan/apply-edits.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { type Activity, type Plan, ROLE_SLOTS } from "@planwand/shared/plan/schema.ts";
import { expect, test } from "vitest";
import { countingIds, examplePlanDoc, STAMP } from "../../builders/plan-doc.ts";

/* Tables as schools have them, in a layout of their own. */

type Rows = readonly (readonly Cell[])[];
type Sheets = Readonly<Record<string, Rows>>;

interface Taken {
  readonly proposal: Proposal;
  readonly plan: Plan;
  /** What came in, each as short as it is compared. */
  readonly made: readonly Made[];
}

interface Made {
  readonly title: string;
  readonly phase: string | null;
  readonly domain: string | null;
  readonly activity: Activity;
  readonly roles: Readonly<Record<string, readonly string[]>>;
}

function taken(sheets: Sheets | Rows, choices: Partial<ImportChoices> = {}): Taken {
  const doc = examplePlanDoc();
  const before = toPlan(doc);
  const known = new Set(before.activities.map(({ id }) => id));
  const tables = Object.entries(Array.isArray(sheets) ? { "": sheets as Rows } : (sheets as Sheets));
  const proposal = proposeImport(
    before,
    "excel",
    tables.map(([name, rows]) => ({ name, rows })),
    { ...NO_CHOICES, ...choices },
    countingIds("imported"),
  );
  applyEdits(doc, proposal.edits, STAMP);
  const plan = toPlan(doc);
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[], id: string | null) =>
    list.find((one) => one.id === id)?.name ?? null;
  const order = new Map(proposal.rows.map(({ id }, at) => [id, at]));
  const made = plan.activities
    .filter(({ id }) => !known.has(id))
    .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    .map((activity) => ({
      title: activity.title,
      phase: nameIn(plan.phases, activity.phase),
      domain: nameIn(plan.domains, activity.domain),
      activity,
      roles: Object.fromEntries(
        ROLE_SLOTS.flatMap((slot) => {
          const names = activity.roles[slot].map((id) => nameIn(plan.parties, id) ?? "");
          return names.length === 0 ? [] : [[slot, names]];
        }),
      ),
    }));
  return { proposal, plan, made };
}

const day = (date: string): Cell => ({ date });
const problemsOf = ({ proposal }: Taken): string[] =>
  proposal.rows.flatMap(({ problems }) => problems.map(({ code, text }) => `${code} ${text}`));

const TITLE_BLOCK: Rows = [
  ["ACTIVITEITENPLAN OKE 2026-2027"],
  ["Opgesteld door:", "M. de Vries (projectleider)"],
  ["Versie:", "0.7 concept"],
  ["Datum:", day("2026-09-01")],
  [],
  ["Nr", "Fase", "BOP", "Wat", "Wie", "Wanneer", "Gereed", "Stand", "Opmerkingen"],
  [
    1,
    "Analyse",
    "Proces",
    "Huidig toetsproces uittekenen",
    "Examenbureau",
    "sept 2026",
    "x",
    "klaar",
    "akkoord Anja",
  ],
  [2, "Analyse", "ICT", "Koppelingen inventariseren", "Functioneel beheer", day("2026-10-30"), null, "loopt"],
  [
    3,
    "Ontwerp",
    "Beleid",
    "Examenreglement aanpassen",
    "Beleid",
    "Q1 2027",
    null,
    "nog niet gestart",
    "eerst naar EC",
  ],
  [4, "Ontwerp", "Organisatie", "Rollen beschrijven", "Hoofd examenbureau", "mrt 2027", null, "on hold"],
];

test("[EX30] headings stand below a title block, and Wat is the title where nothing else is", () => {
  const { made, proposal } = taken({ "Actieplan OKE": TITLE_BLOCK });
  expect(made.map(({ title, phase, domain }) => [title, phase, domain])).toEqual([
    ["Huidig toetsproces uittekenen", "Analyse", "Processen"],
    ["Koppelingen inventariseren", "Analyse", "ICT en systemen"],
    ["Examenreglement aanpassen", "Ontwerp", "Beleid"],
    ["Rollen beschrijven", "Ontwerp", "Organisatie"],
  ]);
  expect(made.map(({ activity }) => activity.status)).toEqual(["done", "active", "planned", "blocked"]);
  expect(made.map(({ activity }) => activity.end)).toEqual([
    "2026-09-30",
    "2026-10-30",
    "2027-03-31",
    "2027-03-31",
  ]);
  expect(made[0]).toMatchObject({
    roles: { executor: ["Examenbureau"] },
    activity: { what: "akkoord Anja" },
  });
  expect(proposal.tables[0]).toMatchObject({ headingRow: 5, sheet: "activities" });
});

test.each([
  [["Actiepunt", "Wie", "Wanneer"]],
  [["Werkzaamheden", "Trekker", "Deadline"]],
  [["Wat", "Wie", "Wanneer"]],
  [["Wat moet er gebeuren?", "Door wie", "Klaar op"]],
  [["Zaken", "Actiehouder", "Gereed op"]],
  [["Activiteit / taak", "Wie (naam)", "Datum gereed"]],
])("[EX30] a table with the headings %j is one of activities", (headings) => {
  const { made } = taken([
    headings,
    ["Procesplaat maken", "Examenbureau", "1-10-2026"],
    ["Koppelvlakken kiezen", "ICT", "1-11-2026"],
  ]);
  expect(made.map(({ title, activity }) => [title, activity.end])).toEqual([
    ["Procesplaat maken", "2026-10-01"],
    ["Koppelvlakken kiezen", "2026-11-01"],
  ]);
  expect(made[0]?.roles).toEqual({ executor: ["Examenbureau"] });
});

test("[EX30] without headings the column that reads like titles is the title, and days are when it is due", () => {
  const { made } = taken([
    [1, "Procesplaat maken", "1-10-2026"],
    [2, "Koppelvlakken kiezen", "1-11-2026"],
  ]);
  expect(made.map(({ title, activity }) => [title, activity.end])).toEqual([
    ["Procesplaat maken", "2026-10-01"],
    ["Koppelvlakken kiezen", "2026-11-01"],
  ]);
});

test("[EX30] headings stand over two rows, also in a sheet that is called Plan", () => {
  const { made } = taken({
    Plan: [
      ["Nr", "Activiteit", "Verantwoordelijkheden", null, "Planning", null],
      [null, null, "Opdrachtgever", "Uitvoerder", "Start", "Eind"],
      [1, "Proces beschrijven", "MT", "Examenbureau", day("2026-09-07"), day("2026-10-02")],
    ],
  });
  expect(made).toMatchObject([
    {
      title: "Proces beschrijven",
      roles: { sponsor: ["Managementteam (MT)"], executor: ["Examenbureau"] },
      activity: { start: "2026-09-07", end: "2026-10-02" },
    },
  ]);
});

test("[EX30] a person says in which row the headings stand, and what a column without one is", () => {
  const rows: Rows = [
    ["Dit doen we", "Zo ver zijn we", ""],
    ["Procesplaat maken", "loopt", "Examenbureau"],
    ["Lijst maken", "klaar", "Examenbureau"],
  ];
  const said = taken(rows, {
    headings: { "": 0 },
    columns: {
      [headingKey("activities", "Dit doen we")]: "title",
      [placeKey("activities", "", 2)]: "roles.executor",
    },
  });
  expect(said.made.map(({ title }) => title)).toEqual(["Procesplaat maken", "Lijst maken"]);
  expect(said.made[0]).toMatchObject({
    roles: { executor: ["Examenbureau"] },
    activity: { status: "active" },
  });
  expect(taken(rows, { headings: { "": -1 } }).made).toHaveLength(3);
});

test("[EX31] rows that say a phase, a domain, a total or the headings again are no activities, and are told", () => {
  const headings = ["Activiteit", "Uitvoerder", "Klaar op"];
  const { made, proposal } = taken([
    headings,
    ["FASE 1: ANALYSE"],
    ["Processen:"],
    ["Procesplaat maken", "Examenbureau", "1-10-2026"],
    ["ICT"],
    ["Koppelvlakken kiezen", "ICT", "1-11-2026"],
    headings,
    ["Fase 2 – Ontwerp", null, null],
    ["Proces ontwerpen", "Examenbureau", "1-12-2026"],
    ["Alleen een titel"],
    ["Totaal: 4 activiteiten"],
  ]);
  expect(made.map(({ title, phase, domain }) => [title, phase, domain])).toEqual([
    ["Procesplaat maken", "Analyse", "Processen"],
    ["Koppelvlakken kiezen", "Analyse", "ICT en systemen"],
    ["Proces ontwerpen", "Ontwerp", "Algemeen"],
    ["Alleen een titel", "Ontwerp", "Algemeen"],
  ]);
  expect(proposal.tables[0]?.passed.map(({ why, row }) => `${why} ${String(row)}`)).toEqual([
    "section 2",
    "section 3",
    "section 5",
    "heading 7",
    "section 8",
    "total 11",
  ]);
});

test("[EX31] a list has no rows that say a place: each of its items is an activity, also one that is called like a domain", () => {
  const list = listTable(
    "Acties:\n• Beleid\n• Koppelvlakken kiezen\n   - flow 3\n   - flow 5\n\nGroet, Anja",
    "",
    "nl",
  );
  if (list === null) throw new Error("it is a list");
  const { rows, tables } = proposeImport(
    toPlan(examplePlanDoc()),
    "pasted",
    [list],
    NO_CHOICES,
    countingIds(),
    NO_BASE,
  );
  expect(rows.filter(({ isBeside }) => !isBeside).map(({ title }) => title)).toEqual([
    "Beleid",
    "Koppelvlakken kiezen",
  ]);
  expect(tables[0]?.passed).toEqual([]);
});

test("[EX32] sheets that are called like phases say the phase of their activities", () => {
  const of = (name: string): Rows => [
    [`Fase 1 ${name} - OKE`],
    [],
    ["Domein", "Activiteit", "Deadline"],
    ["Processen", `${name}: A`, day("2026-10-01")],
    ["ICT", `${name}: B`, day("2026-10-02")],
  ];
  const { made, proposal } = taken({
    "Fase 1 Analyse": of("een"),
    "2. Ontwerp": of("twee"),
    Borging: of("drie"),
    Legenda: [["Groen = klaar"]],
  });
  expect(made.map(({ phase }) => phase)).toEqual([
    "Analyse",
    "Analyse",
    "Ontwerp",
    "Ontwerp",
    "Borging",
    "Borging",
  ]);
  expect(proposal.tables[3]?.sheet).toBeNull();
});

test("[EX33] a board comes in cell by cell: a line or a bullet an activity, what stands under it its steps", () => {
  const { made, proposal } = taken({
    Matrix: [
      ["Activiteitenplan OKE - overzicht"],
      [],
      ["BOP-domein", "Analyse", "Ontwerp", "Borging"],
      [
        "Processen",
        "• Procesplaat maken\n• Knelpunten ophalen",
        "- Nieuw proces ontwerpen",
        "Evaluatie\nBijstellen",
      ],
      ["ICT", "• Systemen tellen\n   o server\n   o laptop", null, "Live gang (sept 2027)"],
    ],
  });
  expect(made.map(({ title, phase, domain }) => [title, phase, domain])).toEqual([
    ["Procesplaat maken", "Analyse", "Processen"],
    ["Knelpunten ophalen", "Analyse", "Processen"],
    ["Nieuw proces ontwerpen", "Ontwerp", "Processen"],
    ["Evaluatie", "Borging", "Processen"],
    ["Bijstellen", "Borging", "Processen"],
    ["Systemen tellen", "Analyse", "ICT en systemen"],
    ["Live gang (sept 2027)", "Borging", "ICT en systemen"],
  ]);
  expect(made[5]?.activity.steps.map(({ title }) => title)).toEqual(["server", "laptop"]);
  const [, second] = proposal.rows;
  expect(new Set(proposal.rows.map(({ key }) => key)).size).toBe(7);
  const without = taken(
    {
      Matrix: [
        ["", "Analyse", "Ontwerp"],
        ["Beleid", "Een\nTwee", "Drie"],
        ["Processen", "Vier", ""],
      ],
    },
    { skip: [second?.key.replace(/\d+:\d+/u, "0:2") ?? ""] },
  );
  expect(without.made.map(({ title }) => title)).toEqual(["Een", "Drie", "Vier"]);
});

test("[EX33] a board has phases down and domains across too", () => {
  const { made } = taken([
    ["Fase", "Processen", "Organisatie", "Beleid"],
    ["Verkenning", "Een", "Twee; Drie", ""],
    ["Bouw", "", "", "Vier"],
  ]);
  expect(made.map(({ title, phase, domain }) => [title, phase, domain])).toEqual([
    ["Een", "Verkenning", "Processen"],
    ["Twee", "Verkenning", "Organisatie"],
    ["Drie", "Verkenning", "Organisatie"],
    ["Vier", "Bouw", "Beleid"],
  ]);
});

test("[EX34] columns of R, A, C and I say who has which role", () => {
  const { made, proposal } = taken([
    ["Activiteit", "Examenbureau", "MT", "Docenten", "ICT"],
    ["Procesplaat maken", "R", "A", "I", "C"],
    ["Koppeling bouwen", "C", "I", null, "A/R"],
  ]);
  expect(made.map(({ roles }) => roles)).toEqual([
    {
      executor: ["Examenbureau"],
      sponsor: ["Managementteam (MT)"],
      informed: ["Docenten"],
      consulted: ["ICT"],
    },
    { executor: ["ICT"], sponsor: ["ICT"], consulted: ["Examenbureau"], informed: ["Managementteam (MT)"] },
  ]);
  expect(proposal.tables[0]?.columns.map(({ isRoles }) => isRoles === true)).toEqual([
    false,
    true,
    true,
    true,
    true,
  ]);
});

test("[EX35] bars of weeks are from the first marked day to the Friday of the last, over the turn of the year", () => {
  const weeks = ["36", "37", "38", "52", "53", "1", "2"];
  const { made } = taken({
    Planning: [
      ["Planning 2026", ...weeks.map(() => null)],
      ["Activiteit", ...weeks],
      ["Procesplaat maken", "x", "x", "x", null, null, null, null],
      ["Pilot draaien", null, null, null, null, "x", "x", null],
    ],
  });
  expect(made.map(({ activity }) => [activity.start, activity.end])).toEqual([
    ["2026-08-31", "2026-09-18"],
    ["2026-12-28", "2027-01-08"],
  ]);
});

test("[EX35] bars of months are from the first day to the last", () => {
  const { made } = taken([
    [null, "2026", null, null, "2027", null],
    ["Activiteit", "okt", "nov", "dec", "jan", "feb"],
    ["Procesplaat maken", "x", "x", null, null, null],
    ["Pilot draaien", null, null, "■", "■", "■"],
  ]);
  expect(made.map(({ activity }) => [activity.start, activity.end])).toEqual([
    ["2026-10-01", "2026-11-30"],
    ["2026-12-01", "2027-02-28"],
  ]);
});

test.each([
  ["week 12 2027", "2027-03-22", "2027-03-28"],
  ["wk 12-2027", "2027-03-22", "2027-03-28"],
  ["2027-W12", "2027-03-22", "2027-03-28"],
  ["week 36-38 2026", "2026-08-31", "2026-09-20"],
  ["Q2 2027", "2027-04-01", "2027-06-30"],
  ["2e kwartaal 2027", "2027-04-01", "2027-06-30"],
  ["mrt 2027", "2027-03-01", "2027-03-31"],
  ["maart '27", "2027-03-01", "2027-03-31"],
  ["2027-03", "2027-03-01", "2027-03-31"],
  ["03-2027", "2027-03-01", "2027-03-31"],
  ["eind maart 2027", "2027-03-31", "2027-03-31"],
  ["half april 2027", "2027-04-15", "2027-04-15"],
  ["begin mei 2027", "2027-05-01", "2027-05-10"],
  ["1 maart 2027 (o.v.b.)", "2027-03-01", "2027-03-01"],
  ["1-3-'27", "2027-03-01", "2027-03-01"],
])("[EX36] %s is from %s to %s, and what was worked out is told", (told, first, last) => {
  const both = taken([
    ["Activiteit", "Begin", "Klaar op"],
    ["Een", told, told],
  ]);
  expect(both.made[0]?.activity).toMatchObject({ start: first, end: last });
  const isPlain = told === "1-3-'27";
  expect(problemsOf(both)).toEqual(isPlain ? [] : [`worked-out ${told}`, `worked-out ${told}`]);
});

test.each([
  ["1-3 t/m 15-3-2027", "2027-03-01", "2027-03-15"],
  ["1 sep – 2 okt 2026", "2026-09-01", "2026-10-02"],
  ["dec 2026 t/m feb 2027", "2026-12-01", "2027-02-28"],
  ["nov - jan 2027", "2026-11-01", "2027-01-31"],
])("[EX36] when something is done may be a stretch: %s", (told, first, last) => {
  const { made } = taken([
    ["Activiteit", "Wanneer"],
    ["Een", told],
  ]);
  expect(made[0]?.activity).toMatchObject({ start: first, end: last });
});

test.each(["voor de zomer", "n.t.b.", "asap", "2027", "31-02-2027", "vóór 1 april 2027", "schooljaar 26-27"])(
  "[EX36] %s is no day, and is told as it stands",
  (told) => {
    const read = taken([
      ["Activiteit", "Klaar op"],
      ["Een", told],
    ]);
    expect(read.made[0]?.activity.end).toBeNull();
    expect(problemsOf(read)).toEqual([`no-date ${told}`]);
  },
);

test("[EX36] the school year of days without a year is asked, and holds for all of them", () => {
  const rows: Rows = [
    ["Activiteit", "Klaar op"],
    ["Een", "eind maart"],
    ["Twee", "1 oktober"],
    ["Drie", "wk 12"],
  ];
  const asked = taken(rows);
  expect(problemsOf(asked)).toEqual(["no-year eind maart", "no-year 1 oktober", "no-year wk 12"]);
  expect(asked.made.map(({ activity }) => activity.end)).toEqual([null, null, null]);
  const said = taken(rows, { schoolYear: 2026 });
  expect(said.made.map(({ activity }) => activity.end)).toEqual(["2027-03-31", "2026-10-01", "2027-03-28"]);
});

test.each([
  ["Loopt!", "active"],
  ["onderhanden", "active"],
  ["in behandeling", "active"],
  ["afgerond ✓", "done"],
  ["✔ gereed", "done"],
  ["voltooid 100%", "done"],
  ["✓", "done"],
  ["on hold", "blocked"],
  ["wacht op leverancier", "blocked"],
  ["nog niet gestart", "planned"],
  ["in voorbereiding", "planned"],
])("[EX37] the status %s is understood", (told, status) => {
  const read = taken([
    ["Activiteit", "Status"],
    ["Een", told],
  ]);
  expect(read.made[0]?.activity.status).toBe(status);
  expect(problemsOf(read)).toEqual([]);
  if (told.startsWith("wacht op")) expect(read.made[0]?.activity.waiting?.for).toBe("leverancier");
});

test("[EX37] a word that no list has is asked once, and what is said of it holds for each row", () => {
  const rows: Rows = [
    ["Activiteit", "Status", "Prioriteit"],
    ["Een", "Groen", "moet echt"],
    ["Twee", "groen ", "Hoog!!"],
    ["Drie", "n.v.t.", "H"],
  ];
  const asked = taken(rows);
  expect(
    asked.proposal.words.map(({ column, word, count, choice }) => [column, word, count, choice]),
  ).toEqual([
    ["priority", "moet echt", 1, undefined],
    ["status", "groen", 2, undefined],
    ["status", "n.v.t.", 1, undefined],
  ]);
  const said = taken(rows, {
    words: {
      [wordKey("activities", "status", "groen")]: "active",
      [wordKey("activities", "status", "n.v.t.")]: null,
      [wordKey("activities", "priority", "moet echt")]: "high",
    },
  });
  expect(said.made.map(({ activity }) => [activity.status, activity.priority])).toEqual([
    ["active", "high"],
    ["active", "high"],
    ["idea", "high"],
  ]);
  expect(problemsOf(said)).toEqual([]);
  expect(said.proposal.words).toHaveLength(3);
});

test.each([
  ["Jan / Piet, ICT", ["Jan", "Piet", "ICT"]],
  ["Jan en Piet", ["Jan", "Piet"]],
  ["Examenbureau + ICT", ["Examenbureau", "ICT"]],
  ["Hoofd examenbureau, i.s.m. ICT", ["Hoofd examenbureau", "ICT"]],
  ["MT; Examencommissie", ["Managementteam (MT)", "Examencommissie"]],
  ["Vries, de, Anja", ["Vries, de, Anja"]],
  ["J. de Vries & team", ["J. de Vries & team"]],
  ["EC", ["Examencommissie"]],
  ["exc.", ["Examencommissie"]],
  ["Examencie.", ["Examencommissie"]],
  ["examencommissie (advies)", ["Examencommissie"]],
  ["Examencomissie", ["Examencommissie"]],
  ["nnb", []],
  ["?", []],
  ["-", []],
  ["n.t.b.", []],
])("[EX38] who does it, written as %s", (told, names) => {
  const { made, proposal } = taken([
    ["Activiteit", "Uitvoerder"],
    ["Een", told],
  ]);
  expect(made[0]?.roles["executor"] ?? []).toEqual(names);
  const asked = proposal.unknown.map(({ name }) => name);
  expect(asked.length).toBeGreaterThan(0);
});

test("[EX38] among more names than a plan has only those are meant that are called so", () => {
  const letters = "abcdefghij";
  const called = (at: number): string =>
    Array.from(String(at).padStart(3, "0"), (digit) => letters.charAt(Number(digit)).repeat(4)).join("");
  const names = new LikelyNames();
  for (let at = 0; at < 900; at++) names.add(String(at), called(at));
  for (const at of [0, 299, 300, 899]) {
    expect(names.find(`Team ${called(at)}`)).toBe(String(at));
    expect(names.find(`${called(at)}x`)).toBe(at < 300 ? String(at) : null);
  }
});

test("[EX38] what was made of a name is shown, and a person says otherwise", () => {
  const rows: Rows = [
    ["Activiteit", "Fase", "Uitvoerder"],
    ["Een", "analysefase", "Jan / Piet"],
    ["Twee", "1. Analyse", "Klankbordgroep"],
    ["Drie", "Analise", "Klankbord groep"],
  ];
  const shown = taken(rows);
  expect(
    shown.proposal.unknown
      .filter(({ root }) => root !== "domains")
      .map(({ name, choice }) => [name, typeof choice === "string" ? choice : Object.keys(choice)[0]]),
  ).toEqual([
    ["analysefase", "id"],
    ["Jan / Piet", "split"],
    ["Jan", "new"],
    ["Piet", "new"],
    ["1. Analyse", "id"],
    ["Klankbordgroep", "new"],
    ["Analise", "id"],
    ["Klankbord groep", "as"],
  ]);
  expect(shown.made.map(({ phase }) => phase)).toEqual(["Analyse", "Analyse", "Analyse"]);
  expect(shown.made[2]?.roles).toEqual({ executor: ["Klankbordgroep"] });
  const said = taken(rows, {
    names: {
      [nameChoiceKey("parties", "Jan / Piet")]: "new",
      [nameChoiceKey("parties", "Klankbord groep")]: "new",
    },
  });
  expect(said.made.map(({ roles }) => roles["executor"])).toEqual([
    ["Jan / Piet"],
    ["Klankbordgroep"],
    ["Klankbord groep"],
  ]);
});

test.each([
  [0.5, "loopt", "active", 50, []],
  ["25%", "", "active", 25, ["worked-out 25%"]],
  ["100%", "", "done", 100, ["worked-out 100%"]],
  ["50 procent", "Bezig", "active", 50, []],
  ["ca. 50%", "Bezig", "active", 50, ["worked-out ca. 50%"]],
  ["50%", "Gepland", "planned", 0, ["progress-hidden 50%"]],
  ["100%", "Bezig", "active", 99, ["progress-hidden 100%"]],
  [30, "on hold", "blocked", 30, []],
  ["-", "Bezig", "active", 0, []],
] as const)(
  "[EX39] %s with the status %s is taken as it is meant, or told",
  (told, status, shown, progress, problems) => {
    const read = taken([
      ["Activiteit", "Voortgang", "Status"],
      ["Een", told, status],
    ]);
    expect(read.made[0]?.activity).toMatchObject({ status: shown, progress });
    expect(problemsOf(read)).toEqual(problems);
  },
);

test("[EX39] a column of parts of one is read so, a 1 in it too; a 1 among parts and wholes is asked", () => {
  const progressOf = (...told: readonly Cell[]): readonly (number | undefined)[] =>
    taken([
      ["Activiteit", "Voortgang", "Status"],
      ...told.map((cell, at) => [`Nummer ${String(at)}`, cell, "on hold"]),
    ]).made.map(({ activity }) => activity.progress);
  expect(progressOf(0.3, 1, "0,5", 0)).toEqual([30, 100, 50, 0]);
  expect(progressOf(30, 1, 0)).toEqual([30, 1, 0]);
  expect(progressOf(0.3, 1, 50)).toEqual([30, 0, 50]);
});

test("[EX40] what looks like it is about one person is pointed at before it comes in", () => {
  const read = taken([
    ["Activiteit", "Toelichting", "Uitvoerder"],
    ["Bellen", "Anja: 06-12345678", "Anja (a.devries@school.nl)"],
    ["Nakijken", "BSN 111222333, leerling 123456789", "Examenbureau"],
    ["Tellen", "Er zijn 1234567890 cijfers", "Examenbureau"],
  ]);
  expect(problemsOf(read)).toEqual([
    "personal-data 06-12345678",
    "personal-data a.devries@school.nl",
    "personal-data 111222333",
  ]);
});
