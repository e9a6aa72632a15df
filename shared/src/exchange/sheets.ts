import type { EntryRoot } from "../plan/entry.ts";
import type { Plan } from "../plan/schema.ts";
import { ACTIVITY_COLUMNS } from "./activity-columns.ts";
import type { Column } from "./column.ts";
import {
  BLACKOUT_COLUMNS,
  CELL_COLUMNS,
  COMMUNICATION_COLUMNS,
  DECISION_COLUMNS,
  GOAL_COLUMNS,
  IMPACT_COLUMNS,
  PARKING_COLUMNS,
  PARTY_COLUMNS,
  PHASE_COLUMNS,
  PLAN_COLUMNS,
} from "./entry-columns.ts";
import type { ChoiceWords } from "./words.ts";

/** The tables of entries that go out and come back, each after those whose entries it names. */
export const SHEET_NAMES = [
  "plan",
  "goals",
  "phases",
  "impact",
  "parties",
  "activities",
  "decisions",
  "communications",
  "parking",
  "blackouts",
  "cells",
] as const;
export type SheetName = (typeof SHEET_NAMES)[number];

/** Tables that are worked out from the others: they go out and are not taken over. */
export const DERIVED_SHEETS = {
  roles: { nl: "Rollen", en: "Roles" },
  missing: { nl: "Wat ontbreekt nog", en: "What is missing" },
  lists: { nl: "Lijsten", en: "Lists" },
} as const satisfies Record<string, ChoiceWords>;

/** Any entry of a table; each column reads its own kind. */
export interface SheetEntry {
  readonly id: string;
}

export interface Sheet {
  readonly name: SheetName;
  readonly title: ChoiceWords;
  readonly root: Exclude<EntryRoot, "waivers"> | "meta";
  /** The column without which a row is none. */
  readonly titleKey: string;
  /** The column that is the title where none is called so, as *Wat* is. */
  readonly standInTitle?: string;
  /** How an entry is found when it has no known id: by its title, by its cell of the wall, or because there is only one. */
  readonly knownBy: "title" | "cell" | "being-one";
  readonly columns: readonly Column<SheetEntry>[];
  readonly entries: (plan: Plan) => readonly SheetEntry[];
}

/** Which columns of a table that is taken for this sheet hold days, by the key of each. */
export function areOfDays(sheet: SheetName, keys: readonly (string | null)[]): readonly boolean[] {
  const days = new Set(SHEETS[sheet].columns.flatMap(({ kind, key }) => (kind === "date" ? key : [])));
  return keys.map((key) => key !== null && days.has(key));
}

/** Each column is only ever shown entries of its own table, which `entries` gives. */
const columnsOf = <Entry>(columns: readonly Column<Entry>[]): readonly Column<SheetEntry>[] =>
  columns as unknown as readonly Column<SheetEntry>[];

export const SHEETS: Readonly<Record<SheetName, Sheet>> = {
  plan: {
    name: "plan",
    title: { nl: "Plan", en: "Plan", also: ["ambitie", "ambition"] },
    root: "meta",
    titleKey: "title",
    knownBy: "being-one",
    columns: columnsOf(PLAN_COLUMNS),
    entries: ({ title, ambition }) => [{ id: "", title, ambition } as SheetEntry],
  },
  goals: {
    name: "goals",
    title: { nl: "Doelen", en: "Goals", also: ["oke-doelen"] },
    root: "goals",
    titleKey: "title",
    knownBy: "title",
    columns: columnsOf(GOAL_COLUMNS),
    entries: (plan) => plan.goals,
  },
  phases: {
    name: "phases",
    title: { nl: "Fasen", en: "Phases", also: ["fases"] },
    root: "phases",
    titleKey: "name",
    knownBy: "title",
    columns: columnsOf(PHASE_COLUMNS),
    entries: (plan) => plan.phases,
  },
  impact: {
    name: "impact",
    title: { nl: "Impact", en: "Impact" },
    root: "domains",
    titleKey: "name",
    knownBy: "title",
    columns: columnsOf(IMPACT_COLUMNS),
    entries: (plan) => plan.domains,
  },
  parties: {
    name: "parties",
    title: { nl: "Betrokkenen", en: "Parties" },
    root: "parties",
    titleKey: "name",
    knownBy: "title",
    columns: columnsOf(PARTY_COLUMNS),
    entries: (plan) => plan.parties,
  },
  activities: {
    name: "activities",
    title: { nl: "Activiteiten", en: "Activities", also: ["activiteitenplan", "tasks", "taken"] },
    root: "activities",
    titleKey: "title",
    standInTitle: "what",
    knownBy: "title",
    columns: columnsOf(ACTIVITY_COLUMNS),
    entries: (plan) => plan.activities,
  },
  decisions: {
    name: "decisions",
    title: { nl: "Besluiten", en: "Decisions", also: ["besluitenlijst"] },
    root: "decisions",
    titleKey: "question",
    standInTitle: "outcome",
    knownBy: "title",
    columns: columnsOf(DECISION_COLUMNS),
    entries: (plan) => plan.decisions,
  },
  communications: {
    name: "communications",
    title: { nl: "Communicatie", en: "Communication" },
    root: "communications",
    titleKey: "message",
    knownBy: "title",
    columns: columnsOf(COMMUNICATION_COLUMNS),
    entries: (plan) => plan.communications,
  },
  parking: {
    name: "parking",
    title: { nl: "Parkeerplaats", en: "Parking lot" },
    root: "parking",
    titleKey: "text",
    knownBy: "title",
    columns: columnsOf(PARKING_COLUMNS),
    entries: (plan) => plan.parking,
  },
  blackouts: {
    name: "blackouts",
    title: { nl: "Vakanties en examenweken", en: "Holidays and exam weeks", also: ["vakanties", "holidays"] },
    root: "blackouts",
    titleKey: "name",
    knownBy: "title",
    columns: columnsOf(BLACKOUT_COLUMNS),
    entries: (plan) => plan.blackouts,
  },
  cells: {
    name: "cells",
    title: { nl: "Bewust leeg", en: "Empty on purpose" },
    root: "cells",
    titleKey: "emptyReason",
    knownBy: "cell",
    columns: columnsOf(CELL_COLUMNS),
    entries: (plan) => plan.cells,
  },
};
