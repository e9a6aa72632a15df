import type {
  Activity,
  Blackout,
  Communication,
  Decision,
  Domain,
  EmptyCell,
  Goal,
  ParkingItem,
  Party,
  Phase,
  Plan,
  Waiver,
} from "../plan/schema.ts";

/** The kinds of entries of a plan, in the order in which people read a plan. */
export const ENTRY_KINDS = [
  "goals",
  "phases",
  "domains",
  "activities",
  "decisions",
  "communications",
  "parties",
  "parking",
  "blackouts",
  "cells",
  "waivers",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/**
 * What a value is to whoever tells about it: `text` can be shown with marks inside, `ref` and `refs` are told by the names of what
 * they lead to, `rich` is the formatting of texts that are fields of their own, `order` is no news.
 */
export type ValueKind =
  | ("text" | "date" | "ref" | "refs" | "choice" | "choices" | "number" | "flag" | "order")
  | ("steps" | "links" | "options" | "roles" | "names" | "waiting" | "rich");

type Kinds<Entry> = { readonly [Field in Exclude<keyof Entry, "id">]: ValueKind };

/** Every field of every kind of entry; a new field asks for its place here. */
const VALUE_KINDS = {
  goals: { title: "text", measure: "text", baseline: "text", target: "text", actual: "text" },
  phases: { name: "text", goal: "text", start: "date", end: "date" },
  domains: { name: "text", color: "order", impact: "text", rich: "rich" },
  activities: {
    phase: "ref",
    domain: "ref",
    order: "order",
    title: "text",
    what: "text",
    why: "text",
    result: "text",
    criterion: "text",
    rich: "rich",
    status: "choice",
    waiting: "waiting",
    progress: "number",
    priority: "choice",
    start: "date",
    end: "date",
    roles: "roles",
    names: "names",
    dependsOn: "refs",
    steps: "steps",
    links: "links",
    goals: "refs",
    flows: "choices",
    risk: "text",
    riskLevel: "choice",
    riskMeasure: "text",
    acceptedBy: "ref",
    acceptedOn: "date",
  },
  decisions: {
    activity: "ref",
    question: "text",
    context: "text",
    options: "options",
    decider: "ref",
    advisers: "refs",
    neededBy: "date",
    status: "choice",
    outcome: "text",
    rationale: "text",
    rich: "rich",
    decidedOn: "date",
    assessment: "flag",
    flows: "choices",
    replaces: "ref",
  },
  communications: {
    kind: "choice",
    phase: "ref",
    activity: "ref",
    audience: "refs",
    channel: "text",
    date: "date",
    sender: "ref",
    message: "text",
    done: "flag",
  },
  parties: { name: "text", kind: "choice", circle: "choice" },
  parking: { text: "text" },
  blackouts: { name: "text", start: "date", end: "date" },
  cells: { phase: "ref", domain: "ref", emptyReason: "text" },
  waivers: { check: "choice", subject: "ref", reason: "text" },
} as const satisfies {
  readonly goals: Kinds<Goal>;
  readonly phases: Kinds<Phase>;
  readonly domains: Kinds<Domain>;
  readonly activities: Kinds<Activity>;
  readonly decisions: Kinds<Decision>;
  readonly communications: Kinds<Communication>;
  readonly parties: Kinds<Party>;
  readonly parking: Kinds<ParkingItem>;
  readonly blackouts: Kinds<Blackout>;
  readonly cells: Kinds<EmptyCell>;
  readonly waivers: Kinds<Waiver>;
};

/** What a plan says of itself. */
export const META_KINDS = {
  schema: "order",
  language: "choice",
  title: "text",
  ambition: "text",
  rich: "rich",
} as const satisfies Record<Exclude<keyof Plan, EntryKind | "bin">, ValueKind>;

/** What a field of a kind of entry, or of the plan itself (`meta`), holds; null for a name that is no field. */
export function valueKindOf(kind: EntryKind | "meta", field: string): ValueKind | null {
  const kinds: Readonly<Record<string, ValueKind>> = kind === "meta" ? META_KINDS : VALUE_KINDS[kind];
  return kinds[field] ?? null;
}

/** The field by which people know an entry of a kind. */
const TITLE_FIELDS = {
  goals: "title",
  phases: "name",
  domains: "name",
  activities: "title",
  decisions: "question",
  communications: "message",
  parties: "name",
  parking: "text",
  blackouts: "name",
  cells: "emptyReason",
  waivers: "reason",
} as const satisfies Record<EntryKind, string>;

/** The name of the field by which people know an entry of a kind. */
export function titleFieldOf(kind: EntryKind): string {
  return TITLE_FIELDS[kind];
}

/** What people call an entry. */
export function titleOf(kind: EntryKind, entry: object): string {
  const title: unknown = Reflect.get(entry, TITLE_FIELDS[kind]);
  return typeof title === "string" ? title : "";
}

/** The name of a field of any kind of entry, or of the plan itself. */
export type FieldName =
  | { [Kind in EntryKind]: keyof (typeof VALUE_KINDS)[Kind] }[EntryKind]
  | keyof typeof META_KINDS;

/** Whether a field of that name is known. */
export function isFieldName(name: string): name is FieldName {
  return [META_KINDS, ...Object.values(VALUE_KINDS)].some((kinds) => Object.hasOwn(kinds, name));
}
