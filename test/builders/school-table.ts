import type { Cell } from "@planwand/shared/exchange/cell.ts";
import fc from "fast-check";
import type { MergedCells } from "./merged-file.ts";

/* A plan as schools have them, in a table of one of many layouts. What stands in it is known, so that what comes in can be compared. */

/** What a row of a school's plan says. */
export interface SchoolActivity {
  readonly title: string;
  readonly phase: string;
  readonly domain: string;
  readonly executor: string;
  readonly end: string;
  readonly status: keyof typeof STATUSES;
}

/** A plan of a school, and the rows of a sheet in which somebody wrote it down. */
export interface SchoolTable {
  readonly activities: readonly SchoolActivity[];
  readonly rows: readonly (readonly Cell[])[];
  /** Cells that are one, in kinds of file that have such. */
  readonly merged: readonly MergedCells[];
  /** A board says less of each than a list does. */
  readonly layout: "list" | "sections" | "merged" | "board";
  /** In which order its days stand that can be read in two. */
  readonly dayOrder: "day-first" | "month-first";
}

const PHASES = ["Analyse", "Ontwerp", "Inrichting", "Uitvoering", "Borging"];
const DOMAINS = ["Processen", "Organisatie", "Beleid", "ICT en systemen"];
const PARTIES = ["Examenbureau", "Examencommissie", "Informatiemanager", "Klankbordgroep docenten"];
const STATUSES = {
  planned: {
    nl: ["Gepland", "nog niet gestart", "te doen", "in voorbereiding"],
    en: ["Planned", "Not started"],
  },
  active: { nl: ["Bezig", "loopt", "Loopt!", "onderhanden", "in uitvoering"], en: ["In progress", "active"] },
  done: {
    nl: ["Afgerond", "klaar", "gereed ✓", "voltooid 100%"],
    en: ["Done", "Completed", "100% complete"],
  },
  blocked: { nl: ["Geblokkeerd", "on hold", "vastgelopen"], en: ["Blocked", "On hold"] },
} as const;
const VERBS = ["beschrijven", "inventariseren", "vaststellen", "bouwen", "testen", "uitwerken", "bespreken"];
const NOUNS = [
  "Procesplaat",
  "Koppelvlakken",
  "Reglement",
  "Werkinstructie",
  "Rooster",
  "Toetscatalogus",
  "Draaiboek",
];
const HEADINGS = {
  title: {
    nl: ["Activiteit", "Wat", "Actie", "Taak", "Werkzaamheden", "Actiepunt", "Activiteit / taak"],
    en: ["Activity", "Task", "What", "Action"],
  },
  phase: { nl: ["Fase", "Projectfase", "FASE:"], en: ["Phase", "Stage"] },
  domain: { nl: ["BOP-domein", "Domein", "BOP", "BOP-SI"], en: ["Domain"] },
  executor: {
    nl: ["Wie", "Trekker", "Actiehouder", "Uitvoerder", "Door wie?"],
    en: ["Who", "Owner", "Assigned to"],
  },
  end: {
    nl: ["Wanneer", "Deadline", "Klaar op", "Einddatum", "Gereed op", "Datum"],
    en: ["When", "Due date", "Deadline", "Finish"],
  },
  status: { nl: ["Status", "Stand", "Stand van zaken"], en: ["Status", "State"] },
} as const;
type Column = keyof typeof HEADINGS;
/** Names of rows above the headings that say what some columns are about. */
const GROUPS = ["Inhoud", "Planning", "Organisatie en planning", "Algemeen"];
const MONTHS = {
  nl: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

const oneOf = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);

function schoolActivities(): fc.Arbitrary<SchoolActivity[]> {
  const activity = fc.record({
    title: fc
      .tuple(oneOf(NOUNS), oneOf(VERBS), fc.nat(999))
      .map(([noun, verb, at]) => `${noun} ${String(at + 10)} ${verb}`),
    phase: oneOf(PHASES),
    domain: oneOf(DOMAINS),
    executor: oneOf(PARTIES),
    end: fc
      .tuple(
        fc.integer({ min: 2026, max: 2028 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(([year, month, day]) => isoDay(year, month, day)),
    status: oneOf(Object.keys(STATUSES) as (keyof typeof STATUSES)[]),
  });
  return fc.uniqueArray(activity, { minLength: 2, maxLength: 12, selector: ({ title }) => title });
}

type DayForm = (year: number, month: number, day: number) => Cell;

/** Ways in which people write a day; of some a person has to say whether the day or the month goes first. */
const DAYS: Readonly<Record<"nl" | "en", readonly DayForm[]>> = {
  nl: [
    (year, month, day) => `${String(day)}-${String(month)}-${String(year)}`,
    (year, month, day) => `${two(day)}/${two(month)}/${String(year)}`,
    (year, month, day) => `${String(day)} ${MONTHS.nl[month - 1] ?? ""} ${String(year)}`,
    (year, month, day) => `${String(day)}.${String(month)}.${String(year)}`,
    (year, month, day) => `${String(day)}-${String(month)}-'${String(year).slice(2)}`,
    isoDay,
    (year, month, day) => ({ date: isoDay(year, month, day) }),
  ],
  en: [
    (year, month, day) => `${String(day)} ${MONTHS.en[month - 1] ?? ""} ${String(year)}`,
    (year, month, day) => `${MONTHS.en[month - 1] ?? ""} ${String(day)}, ${String(year)}`,
    monthFirst,
    isoDay,
    (year, month, day) => ({ date: isoDay(year, month, day) }),
  ],
};

function monthFirst(year: number, month: number, day: number): string {
  return `${two(month)}/${two(day)}/${String(year)}`;
}

function isoDay(year: number, month: number, day: number): string {
  return `${String(year)}-${two(month)}-${two(day)}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

const NOISE: readonly (readonly string[])[] = [
  ["ACTIVITEITENPLAN OKE"],
  ["Opgesteld door:", "de projectleider"],
  ["Versie:", "0.7 concept"],
  [],
  ["", "", ""],
  ["School voor examens, locatie Noord"],
];

/** What people write below a table about the table. */
const FOOTERS: readonly (readonly (readonly string[])[])[] = [
  [],
  [[], ["Legenda: groen = op koers, rood = vertraagd"]],
  [[], ["* onder voorbehoud van het MT"], ["Bron:", "projectplan"]],
  [[], ["Laatst bijgewerkt door de projectleider"], [], ["Akkoord", "………"]],
  [["Legend: green = on track"]],
];

/** What of a layout depends on the language that it is in. */
function worded(language: "nl" | "en") {
  const words = Object.entries(HEADINGS).map(([key, all]) => [key, oneOf<string>(all[language])] as const);
  return fc.record({
    language: fc.constant(language),
    words: fc.record(Object.fromEntries(words) as Record<Column, fc.Arbitrary<string>>),
    day: oneOf(DAYS[language]),
  });
}

/** A plan of a school in a table of any layout: where the headings stand, what they are called and in which order, and what stands between rows. */
export function schoolTable(): fc.Arbitrary<SchoolTable> {
  return fc
    .record({
      activities: schoolActivities(),
      layout: oneOf(["list", "sections", "merged", "board"] as const),
      noise: fc.array(oneOf(NOISE), { maxLength: 6 }),
      order: fc.shuffledSubarray(Object.keys(HEADINGS) as Column[], { minLength: 6, maxLength: 6 }),
      wording: fc.oneof(worded("nl"), worded("en")),
      says: fc.nat(3),
      isNumbered: fc.boolean(),
      isTitleMerged: fc.boolean(),
      groups: fc.option(fc.shuffledSubarray(GROUPS, { minLength: 2, maxLength: 2 }), { nil: null }),
      hasTotal: fc.boolean(),
      footer: oneOf(FOOTERS),
      hasHeadingsTwice: fc.boolean(),
      isAcross: fc.boolean(),
      bullet: oneOf(["• ", "- ", "", "1. "]),
    })
    .map((made): SchoolTable => (made.layout === "board" ? boardOf(made) : listOf(made)));
}

interface ListLayout {
  readonly activities: readonly SchoolActivity[];
  readonly layout: SchoolTable["layout"];
  readonly noise: readonly (readonly string[])[];
  readonly order: readonly Column[];
  readonly wording: Wording;
  readonly says: number;
  readonly isNumbered: boolean;
  readonly isTitleMerged: boolean;
  readonly groups: readonly string[] | null;
  readonly hasTotal: boolean;
  readonly footer: readonly (readonly string[])[];
  readonly hasHeadingsTwice: boolean;
}

interface Wording {
  readonly language: "nl" | "en";
  readonly words: Readonly<Record<Column, string>>;
  readonly day: DayForm;
}

function listOf(made: ListLayout): SchoolTable {
  const { layout, wording } = made;
  const isSectioned = layout === "sections";
  const order = made.order.filter((column) => !isSectioned || column !== "phase");
  const activities = layout === "list" ? made.activities : byPhase(made.activities);
  const numbered = (cells: readonly Cell[], first: string): Cell[] =>
    made.isNumbered ? [first, ...cells] : [...cells];
  const headings = numbered(
    order.map((column) => wording.words[column]),
    "Nr",
  );
  const merged: MergedCells[] = made.isTitleMerged
    ? [{ row: 0, column: 0, rows: 1, columns: headings.length }]
    : [];
  const rows: (readonly Cell[])[] = made.isTitleMerged
    ? [["ACTIVITEITENPLAN"], ...made.noise]
    : [...made.noise];
  if (made.groups !== null) {
    const half = Math.ceil(headings.length / 2);
    const [first = "", second = ""] = made.groups;
    merged.push(
      { row: rows.length, column: 0, rows: 1, columns: half },
      { row: rows.length, column: half, rows: 1, columns: headings.length - half },
    );
    rows.push(headings.map((_, at) => (at === 0 ? first : at === half ? second : "")));
  }
  rows.push(headings);
  activities.forEach((activity, at) => {
    const isNewPhase = activity.phase !== activities[at - 1]?.phase;
    const number = PHASES.indexOf(activity.phase) + 1;
    if (isSectioned && isNewPhase) rows.push([`FASE ${String(number)}: ${activity.phase.toUpperCase()}`]);
    if (made.hasHeadingsTwice && at === 1) rows.push(headings);
    const isGoingOn = !isNewPhase && !(made.hasHeadingsTwice && at === 1);
    if (layout === "merged") {
      const last = merged.at(-1);
      const column = headings.indexOf(wording.words.phase);
      if (isGoingOn && last !== undefined) merged[merged.length - 1] = { ...last, rows: last.rows + 1 };
      else merged.push({ row: rows.length, column, rows: 1, columns: 1 });
    }
    const cells = order.map((column) => cellOf(activity, column, wording, made.says));
    rows.push(numbered(cells, String(at + 1)));
  });
  if (made.hasTotal) rows.push([`Totaal: ${String(activities.length)} activiteiten`]);
  rows.push(...made.footer);
  const dayOrder = wording.day === monthFirst ? "month-first" : "day-first";
  return { activities, rows, merged, layout, dayOrder };
}

function byPhase(activities: readonly SchoolActivity[]): readonly SchoolActivity[] {
  return PHASES.flatMap((phase) => activities.filter((one) => one.phase === phase));
}

function cellOf(activity: SchoolActivity, column: Column, { language, day }: Wording, says: number): Cell {
  if (column === "status") {
    const words = STATUSES[activity.status][language];
    return words[says % words.length] ?? words[0];
  }
  if (column !== "end") return activity[column];
  const [year = 0, month = 0, date = 0] = activity.end.split("-").map(Number);
  return day(year, month, date);
}

function boardOf(made: {
  readonly activities: readonly SchoolActivity[];
  readonly noise: readonly (readonly string[])[];
  readonly isAcross: boolean;
  readonly bullet: string;
}): SchoolTable {
  const [across, down] = made.isAcross ? [DOMAINS, PHASES] : [PHASES, DOMAINS];
  const rows = down.map((place) => [
    place,
    ...across.map((other) => {
      const [phase, domain] = made.isAcross ? [place, other] : [other, place];
      const here = made.activities.filter((one) => one.phase === phase && one.domain === domain);
      return here.map(({ title }) => `${made.bullet}${title}`).join("\n");
    }),
  ]);
  const corner = made.isAcross ? "Fase" : "BOP-domein";
  return {
    activities: made.activities,
    rows: [...made.noise, [corner, ...across], ...rows],
    merged: [],
    layout: "board",
    dayOrder: "day-first",
  };
}
