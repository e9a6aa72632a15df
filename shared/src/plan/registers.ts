import { type Circle, CIRCLES } from "../access/role.ts";
import { isLocalDate, type LocalDate } from "../kernel/clock.ts";
import { isId } from "../kernel/id.ts";
import { DOMAIN_COLORS } from "./read-entries.ts";
import {
  ACTIVITY_STATUSES,
  type ActivityStatus,
  COMMUNICATION_KINDS,
  type CommunicationKind,
  DECISION_STATUSES,
  type DecisionStatus,
  type Language,
  LANGUAGES,
  PARTY_KINDS,
  type PartyKind,
  PRIORITIES,
  type Priority,
  RISK_LEVELS,
  type RiskLevel,
  type Waiting,
} from "./schema.ts";

/** The registers that people set one by one, and what each may hold. Place, rank and the bin have their own operations. */
export interface RegisterValues {
  readonly meta: { readonly language: Language };
  readonly phases: { readonly start: LocalDate | null; readonly end: LocalDate | null };
  readonly domains: { readonly color: number };
  readonly parties: { readonly kind: PartyKind; readonly circle: Circle };
  readonly activities: {
    readonly status: ActivityStatus;
    readonly waiting: Waiting | null;
    readonly progress: number;
    readonly priority: Priority;
    readonly start: LocalDate | null;
    readonly end: LocalDate | null;
    readonly riskLevel: RiskLevel | null;
    readonly acceptedBy: string | null;
    readonly acceptedOn: LocalDate | null;
  };
  readonly decisions: {
    readonly activity: string | null;
    readonly decider: string | null;
    readonly neededBy: LocalDate | null;
    readonly status: DecisionStatus;
    readonly decidedOn: LocalDate | null;
    readonly assessment: boolean;
    readonly replaces: string | null;
  };
  readonly communications: {
    readonly kind: CommunicationKind;
    readonly phase: string | null;
    readonly activity: string | null;
    readonly date: LocalDate | null;
    readonly sender: string | null;
    readonly done: boolean;
  };
  readonly blackouts: { readonly start: LocalDate | null; readonly end: LocalDate | null };
}

type Check = (value: unknown) => boolean;

const oneOf =
  (choices: readonly string[]): Check =>
  (value) =>
    choices.some((choice) => choice === value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const wholeUpTo =
  (max: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= max;
const date = orNull(isLocalDate);
const ref = orNull(isId);
const flag: Check = (value) => typeof value === "boolean";

/** Whether a register may hold a value; a table, so that a new register asks for its check. */
export const REGISTER_CHECKS: {
  readonly [R in keyof RegisterValues]: { readonly [Field in keyof RegisterValues[R]]: Check };
} = {
  meta: { language: oneOf(LANGUAGES) },
  phases: { start: date, end: date },
  domains: { color: wholeUpTo(DOMAIN_COLORS - 1) },
  parties: { kind: oneOf(PARTY_KINDS), circle: oneOf(CIRCLES) },
  activities: {
    status: oneOf(ACTIVITY_STATUSES),
    waiting: orNull(isWaiting),
    progress: wholeUpTo(100),
    priority: oneOf(PRIORITIES),
    start: date,
    end: date,
    riskLevel: orNull(oneOf(RISK_LEVELS)),
    acceptedBy: ref,
    acceptedOn: date,
  },
  decisions: {
    activity: ref,
    decider: ref,
    neededBy: date,
    status: oneOf(DECISION_STATUSES),
    decidedOn: date,
    assessment: flag,
    replaces: ref,
  },
  communications: {
    kind: oneOf(COMMUNICATION_KINDS),
    phase: ref,
    activity: ref,
    date,
    sender: ref,
    done: flag,
  },
  blackouts: { start: date, end: date },
};

function isWaiting(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { for: reason, since, party } = value as Record<string, unknown>;
  return typeof reason === "string" && date(since) && ref(party);
}
