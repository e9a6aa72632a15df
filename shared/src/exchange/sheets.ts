import type { EntryRoot } from "../plan/entry.ts";
import type { Plan } from "../plan/schema.ts";
import { ACTIVITY_COLUMNS } from "./activity-columns.ts";
import type { Column } from "./column.ts";
import {
  COMMUNICATION_COLUMNS,
  DECISION_COLUMNS,
  GOAL_COLUMNS,
  IMPACT_COLUMNS,
  PARKING_COLUMNS,
  PARTY_COLUMNS,
  PHASE_COLUMNS,
} from "./entry-columns.ts";
import type { ChoiceWords } from "./words.ts";

/** The tables of entries that go out and come back, each after those whose entries it names. */
export const SHEET_NAMES = [
  "goals",
  "phases",
  "impact",
  "parties",
  "activities",
  "decisions",
  "communications",
  "parking",
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
  readonly root: Exclude<EntryRoot, "cells" | "waivers" | "blackouts">;
  /** The column by which an entry is found when it has no known id, and without which a row is none. */
  readonly titleKey: string;
  readonly columns: readonly Column<SheetEntry>[];
  readonly entries: (plan: Plan) => readonly SheetEntry[];
}

/** Each column is only ever shown entries of its own table, which `entries` gives. */
const columnsOf = <Entry>(columns: readonly Column<Entry>[]): readonly Column<SheetEntry>[] =>
  columns as unknown as readonly Column<SheetEntry>[];

export const SHEETS: Readonly<Record<SheetName, Sheet>> = {
  goals: {
    name: "goals",
    title: { nl: "Doelen", en: "Goals", also: ["oke-doelen"] },
    root: "goals",
    titleKey: "title",
    columns: columnsOf(GOAL_COLUMNS),
    entries: (plan) => plan.goals,
  },
  phases: {
    name: "phases",
    title: { nl: "Fasen", en: "Phases", also: ["fases"] },
    root: "phases",
    titleKey: "name",
    columns: columnsOf(PHASE_COLUMNS),
    entries: (plan) => plan.phases,
  },
  impact: {
    name: "impact",
    title: { nl: "Impact", en: "Impact" },
    root: "domains",
    titleKey: "name",
    columns: columnsOf(IMPACT_COLUMNS),
    entries: (plan) => plan.domains,
  },
  parties: {
    name: "parties",
    title: { nl: "Betrokkenen", en: "Parties" },
    root: "parties",
    titleKey: "name",
    columns: columnsOf(PARTY_COLUMNS),
    entries: (plan) => plan.parties,
  },
  activities: {
    name: "activities",
    title: { nl: "Activiteiten", en: "Activities", also: ["activiteitenplan", "tasks", "taken"] },
    root: "activities",
    titleKey: "title",
    columns: columnsOf(ACTIVITY_COLUMNS),
    entries: (plan) => plan.activities,
  },
  decisions: {
    name: "decisions",
    title: { nl: "Besluiten", en: "Decisions", also: ["besluitenlijst"] },
    root: "decisions",
    titleKey: "question",
    columns: columnsOf(DECISION_COLUMNS),
    entries: (plan) => plan.decisions,
  },
  communications: {
    name: "communications",
    title: { nl: "Communicatie", en: "Communication" },
    root: "communications",
    titleKey: "message",
    columns: columnsOf(COMMUNICATION_COLUMNS),
    entries: (plan) => plan.communications,
  },
  parking: {
    name: "parking",
    title: { nl: "Parkeerplaats", en: "Parking lot" },
    root: "parking",
    titleKey: "text",
    columns: columnsOf(PARKING_COLUMNS),
    entries: (plan) => plan.parking,
  },
};
