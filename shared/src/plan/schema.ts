import type { Circle } from "../access/role.ts";
import type { LocalDate } from "../kernel/clock.ts";

/**
 * The version of the plan document. Only the server migrates; the tripwire test pins a fingerprint of this file's tables.
 * 1 (2026-11): first.
 */
export const PLAN_SCHEMA = 1;

/** The root maps of a plan document; each but `meta` holds entries under their own id. */
export const ROOTS = [
  "meta",
  "goals",
  "phases",
  "domains",
  "parties",
  "activities",
  "decisions",
  "communications",
  "parking",
  "blackouts",
  "cells",
  "waivers",
] as const;
export type Root = (typeof ROOTS)[number];

/**
 * How a field is kept in the document:
 * - `register`: a plain JSON value, last writer wins;
 * - `text`: Y.Text, one line written together; `rich`: Y.XmlFragment, edited with tiptap;
 * - `set`: Y.Map from key to true; `names`: Y.Map from key to string; `items`: Y.Map from id to a nested entry of `ITEM_FIELDS`.
 */
export type FieldKind = "register" | "text" | "rich" | "set" | "names" | "items";

export const ACTIVITY_STATUSES = ["idea", "planned", "active", "blocked", "done", "dropped"] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];
export const PRIORITIES = ["high", "normal", "low"] as const;
export type Priority = (typeof PRIORITIES)[number];
export const ROLE_SLOTS = ["sponsor", "executor", "codecider", "consulted", "informed"] as const;
export type RoleSlot = (typeof ROLE_SLOTS)[number];
export const RISK_LEVELS = ["low", "medium", "high"] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];
export const DECISION_STATUSES = ["open", "prepared", "advice", "decided", "returned"] as const;
export type DecisionStatus = (typeof DECISION_STATUSES)[number];
export const COMMUNICATION_KINDS = ["align", "feedback", "inform"] as const;
export type CommunicationKind = (typeof COMMUNICATION_KINDS)[number];
export const PARTY_KINDS = ["team", "body", "function", "supplier"] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];
/** The numbered flows of the OKE standard. */
export const FLOWS = ["0", "1", "2", "3", "4", "5", "6"] as const;
export type Flow = (typeof FLOWS)[number];
export const LANGUAGES = ["nl", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * Every field of every kind of entry, and how the document keeps it. All nested shared types are made with the entry.
 * Each entry also has `created: {by, at}`; `archived: {by, at} | null` is the register behind the bin.
 */
export const FIELDS = {
  meta: { schema: "register", language: "register", title: "text", ambition: "rich" },
  goals: {
    rank: "register",
    title: "text",
    measure: "text",
    baseline: "text",
    target: "text",
    actual: "text",
    archived: "register",
  },
  phases: {
    rank: "register",
    name: "text",
    goal: "text",
    start: "register",
    end: "register",
    archived: "register",
  },
  domains: { rank: "register", name: "text", color: "register", impact: "rich", archived: "register" },
  parties: { rank: "register", name: "text", kind: "register", circle: "register", archived: "register" },
  activities: {
    place: "register",
    title: "text",
    what: "rich",
    why: "rich",
    result: "rich",
    criterion: "rich",
    status: "register",
    waiting: "register",
    progress: "register",
    priority: "register",
    start: "register",
    end: "register",
    roles: "set",
    names: "names",
    dependsOn: "set",
    goals: "set",
    flows: "set",
    steps: "items",
    links: "items",
    risk: "text",
    riskLevel: "register",
    riskMeasure: "text",
    acceptedBy: "register",
    acceptedOn: "register",
    archived: "register",
  },
  decisions: {
    rank: "register",
    activity: "register",
    question: "text",
    context: "rich",
    options: "items",
    decider: "register",
    advisers: "set",
    neededBy: "register",
    status: "register",
    outcome: "rich",
    rationale: "rich",
    decidedOn: "register",
    assessment: "register",
    flows: "set",
    replaces: "register",
    archived: "register",
  },
  communications: {
    rank: "register",
    kind: "register",
    phase: "register",
    activity: "register",
    audience: "set",
    channel: "text",
    date: "register",
    sender: "register",
    message: "text",
    done: "register",
    archived: "register",
  },
  parking: { rank: "register", text: "text", archived: "register" },
  blackouts: { rank: "register", name: "text", start: "register", end: "register", archived: "register" },
  cells: { phase: "register", domain: "register", emptyReason: "text", archived: "register" },
  waivers: { check: "register", subject: "register", reason: "text", archived: "register" },
} as const satisfies Record<Root, Record<string, FieldKind>>;

/** The nested entries inside an `items` field: each is a Y.Map under its own id. */
export const ITEM_FIELDS = {
  steps: { rank: "register", title: "text", done: "register", archived: "register" },
  links: { rank: "register", title: "register", url: "register", archived: "register" },
  options: { rank: "register", title: "text", pros: "text", cons: "text", archived: "register" },
} as const satisfies Record<string, Record<string, FieldKind>>;

/** Who did something and when (milliseconds since 1970). */
export interface Stamp {
  readonly by: string;
  readonly at: number;
}

/** A card's one position register: it is in exactly one cell by construction. */
export type Place = readonly [phase: string, domain: string, rank: string];

/** A run of characters with its marks. */
export interface RichRun {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly link?: string;
}

/** A block of rich text; lists hold blocks per item. Unknown nodes read as paragraphs of their text. */
export type RichBlock =
  | { readonly type: "paragraph"; readonly runs: readonly RichRun[] }
  | {
      readonly type: "bulletList" | "orderedList";
      readonly items: readonly (readonly RichBlock[])[];
    };

/** Rich text with formatting, by field. Absent for a field that is only plain paragraphs: then its string says all. */
export type RichFields<Field extends string> = {
  readonly [field in Field]?: readonly RichBlock[];
};

export interface Goal {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly baseline: string;
  readonly target: string;
  readonly actual: string;
}

export interface Phase {
  readonly id: string;
  readonly name: string;
  readonly goal: string;
  readonly start: LocalDate | null;
  readonly end: LocalDate | null;
}

export interface Domain {
  readonly id: string;
  readonly name: string;
  /** Index into the product's domain colours; never the only sign. */
  readonly color: number;
  readonly impact: string;
  readonly rich: RichFields<"impact">;
}

export interface Party {
  readonly id: string;
  readonly name: string;
  readonly kind: PartyKind;
  readonly circle: Circle;
}

export interface Step {
  readonly id: string;
  readonly title: string;
  readonly done: boolean;
}

export interface Link {
  readonly id: string;
  readonly title: string;
  /** http, https or mailto; anything else reads as no link at all. */
  readonly url: string;
}

/** What a blocked activity waits for, since when, and for whom. */
export interface Waiting {
  readonly for: string;
  readonly since: LocalDate | null;
  readonly party: string | null;
}

export interface Activity {
  readonly id: string;
  /** Null when the card is in *Niet ingedeeld*: its phase or domain is unknown or archived. */
  readonly phase: string | null;
  readonly domain: string | null;
  /** 1…n within its cell. */
  readonly order: number;
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly result: string;
  readonly criterion: string;
  readonly rich: RichFields<"what" | "why" | "result" | "criterion">;
  readonly status: ActivityStatus;
  readonly waiting: Waiting | null;
  readonly progress: number;
  readonly priority: Priority;
  readonly start: LocalDate | null;
  readonly end: LocalDate | null;
  readonly roles: Readonly<Record<RoleSlot, readonly string[]>>;
  /** Optional personal names, by `slot:partyId`. */
  readonly names: Readonly<Record<string, string>>;
  readonly dependsOn: readonly string[];
  readonly steps: readonly Step[];
  readonly links: readonly Link[];
  readonly goals: readonly string[];
  readonly flows: readonly Flow[];
  readonly risk: string;
  readonly riskLevel: RiskLevel | null;
  readonly riskMeasure: string;
  readonly acceptedBy: string | null;
  readonly acceptedOn: LocalDate | null;
}

export interface DecisionOption {
  readonly id: string;
  readonly title: string;
  readonly pros: string;
  readonly cons: string;
}

export interface Decision {
  readonly id: string;
  readonly activity: string | null;
  readonly question: string;
  readonly context: string;
  readonly options: readonly DecisionOption[];
  readonly decider: string | null;
  readonly advisers: readonly string[];
  readonly neededBy: LocalDate | null;
  readonly status: DecisionStatus;
  readonly outcome: string;
  readonly rationale: string;
  readonly rich: RichFields<"context" | "outcome" | "rationale">;
  readonly decidedOn: LocalDate | null;
  /** Ticked when it touches assessment or adoption of exams (check K14). */
  readonly assessment: boolean;
  readonly flows: readonly Flow[];
  readonly replaces: string | null;
}

export interface Communication {
  readonly id: string;
  readonly kind: CommunicationKind;
  readonly phase: string | null;
  readonly activity: string | null;
  readonly audience: readonly string[];
  readonly channel: string;
  readonly date: LocalDate | null;
  readonly sender: string | null;
  readonly message: string;
  readonly done: boolean;
}

export interface ParkingItem {
  readonly id: string;
  readonly text: string;
}

export interface Blackout {
  readonly id: string;
  readonly name: string;
  readonly start: LocalDate | null;
  readonly end: LocalDate | null;
}

/** A cell that is empty on purpose, with the reason. */
export interface EmptyCell {
  readonly id: string;
  readonly phase: string;
  readonly domain: string;
  readonly emptyReason: string;
}

export interface Waiver {
  readonly id: string;
  readonly check: string;
  readonly subject: string;
  readonly reason: string;
}

/** What is in the bin: enough to list and restore it. */
export interface Archived {
  readonly root: Exclude<Root, "meta">;
  readonly id: string;
  readonly title: string;
  readonly archived: Stamp;
}

/** The whole plan as plain values; everything that reads a plan reads this. Archived entries are only in `bin`. */
export interface Plan {
  readonly schema: number;
  readonly language: Language;
  readonly title: string;
  readonly ambition: string;
  readonly rich: RichFields<"ambition">;
  readonly goals: readonly Goal[];
  readonly phases: readonly Phase[];
  readonly domains: readonly Domain[];
  readonly parties: readonly Party[];
  /** By phase, domain, order; those not placed come last. */
  readonly activities: readonly Activity[];
  readonly decisions: readonly Decision[];
  readonly communications: readonly Communication[];
  readonly parking: readonly ParkingItem[];
  readonly blackouts: readonly Blackout[];
  readonly cells: readonly EmptyCell[];
  readonly waivers: readonly Waiver[];
  readonly bin: readonly Archived[];
}
