import type { Circle } from "../access/role.ts";
import type { LocalDate } from "../kernel/clock.ts";
import type { Rule, Severity } from "./rules.ts";

/** What a finding is about; the plan itself has the id `plan`, a cell that of `cellId`. */
export type SubjectKind =
  | "plan"
  | "goal"
  | "phase"
  | "domain"
  | "cell"
  | "party"
  | "activity"
  | "decision"
  | "communication"
  | "parking"
  | "blackout";

/** Where to go to mend it: which entry, and which of its fields, called as the panels call them (a role by its slot). */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly field: string;
}

/** Which sentence says it: that of the rule, or one of several that a rule has. */
export type Says =
  | Exclude<Rule, "K03" | "K09" | "K13" | "K25" | "K30">
  | `K03.${"goal" | "period" | "both"}`
  | `K09.${"none" | "several"}`
  | `K13.${"decider" | "date" | "both"}`
  | `K25.${"reason" | "long"}`
  | `K30.${"goal" | "loose"}`;

/** What fills the gaps of a sentence: names and titles as written (empty when nothing is), dates as `LocalDate`, keys of lists. */
export type Words = Readonly<Record<string, string | number | readonly string[]>>;

/** One thing that the plan still lacks. */
export interface Finding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly subject: Subject;
  /** What a waiver of this rule names: the subject, or closer where one subject can be found wanting twice. */
  readonly object: string;
  readonly says: Says;
  readonly words: Words;
  /** What it is ranked by within its severity; null comes last. */
  readonly date: LocalDate | null;
  /** Ids of the parties that it is up to; none when it is up to everybody. */
  readonly parties: readonly string[];
  /** The circles of those parties. */
  readonly circles: readonly Circle[];
  /** It can wait: a card that begins so far ahead need not be filled in yet. */
  readonly isFar: boolean;
}

/** What a rule gives; the rest follows from the rule and from the parties. */
export type Draft = Pick<Finding, "rule" | "subject" | "words"> &
  Partial<Pick<Finding, "severity" | "object" | "says" | "date" | "parties" | "isFar">>;

/** The id of a cell as a subject. */
export function cellId(phase: string, domain: string): string {
  return `${phase}/${domain}`;
}

/** Under what a waiver is found: the rule and its object. */
export function waiverKey(rule: string, object: string): string {
  return `${rule} ${object}`;
}
