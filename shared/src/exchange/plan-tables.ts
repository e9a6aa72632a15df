import type { Journal } from "../journal/journal.ts";
import type { Language, Plan } from "../plan/schema.ts";
import { ROLE_SLOTS } from "../plan/schema.ts";
import { type Cell, cellText } from "./cell.ts";
import type { ColumnKind, Showing } from "./column.ts";
import { labelsOf, type NamedRoot } from "./labels.ts";
import { DERIVED_SHEETS, SHEETS, type SheetName } from "./sheets.ts";
import { CIRCLE_WORDS, SLOT_WORDS, wordList } from "./words.ts";

/** A column of a table that goes out. */
export interface TableColumn {
  readonly key: string;
  readonly heading: string;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width: number;
  /** The words that may stand in it; null for any. */
  readonly words: readonly string[] | null;
  /** What is said of a column that is worked out from elsewhere and is not taken over; null for any other. */
  readonly derived: string | null;
}

/** A table that goes out: its cells are as wide and as many as its columns. */
export interface Table {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Something that is missing in the plan, in words. */
export interface MissingLine {
  readonly weight: string;
  readonly about: string;
  readonly text: string;
}

/** The order of the sheets: what is wanted, what changes, what is done, decided and said, and what all that refers to. */
const ORDER = [
  "plan",
  "goals",
  "impact",
  "activities",
  "decisions",
  "roles",
  "communications",
  "parking",
  "missing",
  "phases",
  "parties",
  "blackouts",
  "cells",
] as const;
export type TableName = (typeof ORDER)[number];

const WORDS = {
  role: { nl: "Rol", en: "Role" },
  weight: { nl: "Hoe erg", en: "Severity" },
  about: { nl: "Waarover", en: "About" },
  derived: {
    nl: "Wordt berekend. Wat je hier wijzigt, gaat niet mee terug naar het plan.",
    en: "Worked out from elsewhere. What you change here does not go back into the plan.",
  },
  finding: { nl: "Wat ontbreekt er?", en: "What is missing?" },
} as const;

/**
 * A plan as tables of plain cells, in the language asked for: all that a spreadsheet of it holds. Their cells are as a spreadsheet can
 * hold them (`cellText`), but not yet neutralised.
 */
export function planTables(
  plan: Plan,
  journal: Journal,
  { language, missing }: { readonly language: Language; readonly missing: readonly MissingLine[] },
): Table[] {
  const on: Showing = { plan, journal, labels: labelsOf(plan), language };
  return ORDER.map((name) => {
    if (name === "roles") return rolesTable(on);
    return name === "missing" ? missingTable(missing, language) : entryTable(name, on);
  });
}

/** The table of one kind of entries. */
export function entryTable(name: SheetName, on: Showing): Table {
  const { title, columns, entries } = SHEETS[name];
  return {
    name,
    title: title[on.language],
    columns: columns.map((column) => ({
      key: column.key,
      heading: column.heading[on.language],
      kind: column.kind,
      width: column.width,
      words: choicesOf(column, on),
      derived: column.take === undefined && column.key !== "id" ? WORDS.derived[on.language] : null,
    })),
    rows: entries(on.plan).map((entry) => columns.map((column) => column.show(entry, on))),
  };
}

function choicesOf(
  { choices, of }: { readonly choices?: Parameters<typeof wordList>[0]; readonly of?: NamedRoot },
  { language, labels }: Showing,
): readonly string[] | null {
  if (choices !== undefined) return wordList(choices, language);
  // Activities and decisions are too many to choose from in a list.
  const isShort = of === "phases" || of === "domains" || of === "parties";
  return isShort ? [...labels[of].values()].map(cellText) : null;
}

/** Who has which role in what: one row a role, by activity. Worked out from the activities; not taken over again. */
function rolesTable({ plan, labels, language }: Showing): Table {
  const { activities, phases, impact, parties } = SHEETS;
  const heading = (
    sheet: { readonly columns: readonly { key: string; heading: { nl: string; en: string } }[] },
    key: string,
  ) => sheet.columns.find((column) => column.key === key)?.heading[language] ?? "";
  const circles = new Map(plan.parties.map(({ id, circle }) => [id, CIRCLE_WORDS[circle][language]]));
  const rows = plan.activities.flatMap((activity) =>
    ROLE_SLOTS.flatMap((slot) =>
      activity.roles[slot].map((party): readonly Cell[] => [
        labels.phases.get(activity.phase ?? "") ?? null,
        labels.domains.get(activity.domain ?? "") ?? null,
        labels.activities.get(activity.id) ?? null,
        SLOT_WORDS[slot][language],
        labels.parties.get(party) ?? null,
        circles.get(party) ?? null,
      ]),
    ),
  );
  return {
    name: "roles",
    title: DERIVED_SHEETS.roles[language],
    columns: [
      derived("phase", heading(phases, "name"), 16, language),
      derived("domain", heading(impact, "name"), 18, language),
      derived("activity", heading(activities, "title"), 40, language),
      derived("role", WORDS.role[language], 16, language),
      derived("party", heading(parties, "name"), 36, language),
      derived("circle", heading(parties, "circle"), 24, language),
    ],
    rows,
  };
}

function missingTable(missing: readonly MissingLine[], language: Language): Table {
  return {
    name: "missing",
    title: DERIVED_SHEETS.missing[language],
    columns: [
      derived("weight", WORDS.weight[language], 14, language),
      derived("about", WORDS.about[language], 40, language),
      { ...derived("text", WORDS.finding[language], 80, language), kind: "long" },
    ],
    rows: missing.map(({ weight, about, text: words }) => [weight, about, words].map(cellText)),
  };
}

function derived(key: string, heading: string, width: number, language: Language): TableColumn {
  return { key, heading, kind: "text", width, words: null, derived: WORDS.derived[language] };
}
