import fc from "fast-check";

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
  readonly rows: readonly (readonly string[])[];
  /** A board says less of each than a list does. */
  readonly layout: "list" | "sections" | "board";
}

const PHASES = ["Analyse", "Ontwerp", "Inrichting", "Uitvoering", "Borging"];
const DOMAINS = ["Processen", "Organisatie", "Beleid", "ICT en systemen"];
const PARTIES = ["Examenbureau", "Examencommissie", "Informatiemanager", "Klankbordgroep docenten"];
const STATUSES = {
  planned: ["Gepland", "nog niet gestart", "te doen", "in voorbereiding"],
  active: ["Bezig", "loopt", "Loopt!", "onderhanden", "in uitvoering"],
  done: ["Afgerond", "klaar", "gereed ✓", "voltooid 100%"],
  blocked: ["Geblokkeerd", "on hold", "vastgelopen"],
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
  title: ["Activiteit", "Wat", "Actie", "Taak", "Werkzaamheden", "Actiepunt", "Activiteit / taak"],
  phase: ["Fase", "Projectfase", "FASE:"],
  domain: ["BOP-domein", "Domein", "BOP", "BOP-SI"],
  executor: ["Wie", "Trekker", "Actiehouder", "Uitvoerder", "Door wie?"],
  end: ["Wanneer", "Deadline", "Klaar op", "Einddatum", "Gereed op", "Datum"],
  status: ["Status", "Stand", "Stand van zaken"],
} as const;
type Column = keyof typeof HEADINGS;
const MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

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
      .map(
        ([year, month, day]) =>
          `${String(year)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
      ),
    status: oneOf(Object.keys(STATUSES) as (keyof typeof STATUSES)[]),
  });
  return fc.uniqueArray(activity, { minLength: 2, maxLength: 12, selector: ({ title }) => title });
}

/** Ways in which people write a day, of which none leaves anything to guess. */
const DAYS: readonly ((year: number, month: number, day: number) => string)[] = [
  (year, month, day) => `${String(day)}-${String(month)}-${String(year)}`,
  (year, month, day) => `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${String(year)}`,
  (year, month, day) => `${String(year)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
  (year, month, day) => `${String(day)} ${MONTHS[month - 1] ?? ""} ${String(year)}`,
  (year, month, day) => `${String(day)}.${String(month)}.${String(year)}`,
  (year, month, day) => `${String(day)}-${String(month)}-'${String(year).slice(2)}`,
];

const NOISE: readonly (readonly string[])[] = [
  ["ACTIVITEITENPLAN OKE"],
  ["Opgesteld door:", "de projectleider"],
  ["Versie:", "0.7 concept"],
  [],
  ["", "", ""],
  ["School voor examens, locatie Noord"],
];

/** A plan of a school in a table of any layout: where the headings stand, what they are called and in which order, and what stands between rows. */
export function schoolTable(): fc.Arbitrary<SchoolTable> {
  return fc
    .record({
      activities: schoolActivities(),
      layout: oneOf(["list", "sections", "board"] as const),
      noise: fc.array(oneOf(NOISE), { maxLength: 6 }),
      order: fc.shuffledSubarray(Object.keys(HEADINGS) as Column[], { minLength: 6, maxLength: 6 }),
      words: fc.record(
        Object.fromEntries(
          Object.entries(HEADINGS).map(([key, words]) => [key, oneOf<string>(words)]),
        ) as Record<Column, fc.Arbitrary<string>>,
      ),
      day: oneOf(DAYS),
      says: fc.nat(3),
      isNumbered: fc.boolean(),
      hasTotal: fc.boolean(),
      hasHeadingsTwice: fc.boolean(),
      isAcross: fc.boolean(),
      bullet: oneOf(["• ", "- ", "", "1. "]),
    })
    .map((made) => {
      const { layout } = made;
      if (layout === "board") return boardOf(made);
      const isSectioned = layout === "sections";
      const order = made.order.filter((column) => !isSectioned || column !== "phase");
      const activities = isSectioned ? byPhase(made.activities) : made.activities;
      const numbered = (cells: readonly string[], first: string): string[] =>
        made.isNumbered ? [first, ...cells] : [...cells];
      const headings = numbered(
        order.map((column) => made.words[column]),
        "Nr",
      );
      const rows: (readonly string[])[] = [...made.noise, headings];
      activities.forEach((activity, at) => {
        const before = activities[at - 1]?.phase;
        const phase = PHASES.indexOf(activity.phase) + 1;
        if (isSectioned && activity.phase !== before)
          rows.push([`FASE ${String(phase)}: ${activity.phase.toUpperCase()}`]);
        if (made.hasHeadingsTwice && at === 1) rows.push(headings);
        rows.push(
          numbered(
            order.map((column) => cellOf(activity, column, made.day, made.says)),
            String(at + 1),
          ),
        );
      });
      if (made.hasTotal) rows.push([`Totaal: ${String(activities.length)} activiteiten`]);
      return { activities, rows, layout };
    });
}

function byPhase(activities: readonly SchoolActivity[]): readonly SchoolActivity[] {
  return PHASES.flatMap((phase) => activities.filter((one) => one.phase === phase));
}

function cellOf(activity: SchoolActivity, column: Column, day: (typeof DAYS)[number], says: number): string {
  if (column === "status") {
    const words = STATUSES[activity.status];
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
    layout: "board",
  };
}
