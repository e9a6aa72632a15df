import type { LocalDate } from "../kernel/clock.ts";
import type { Journal } from "../journal/journal.ts";
import type { Language, Plan } from "../plan/schema.ts";
import type { Fact, Section } from "./blocks.ts";

/** Which state of the plan a report tells of. */
export interface ReportVersion {
  /** `adopted` when a body adopted exactly this state. */
  readonly state: "concept" | "adopted";
  /** The version's number or the snapshot's name; null for the plan as it stands. */
  readonly label: string | null;
  /** The body that adopted it, and when. */
  readonly adoptedBy: string | null;
  readonly adoptedOn: LocalDate | null;
  /** SHA-256 of all that the plan's document held. */
  readonly contentHash: string;
  /** The head of the journal's chain as it was then, as it is printed; empty when nothing was said. */
  readonly journalHead: string;
  /** The day that the report is of: what is late is late on this day. */
  readonly day: LocalDate;
}

/** The version that was adopted last before the state that a report tells of: what it is compared with. */
export interface ReportSince {
  readonly version: string;
  readonly adoptedBy: string;
  readonly adoptedOn: LocalDate;
  readonly plan: Plan;
  readonly journal: Journal;
}

/** All that a report is made of. The same source and options give the same report, on any day. */
export interface ReportSource {
  readonly plan: Plan;
  readonly journal: Journal;
  readonly version: ReportVersion;
  /** Null when there is nothing to compare with. */
  readonly since: ReportSince | null;
}

/** A document without a form: every format draws this and nothing else. */
export interface Report {
  readonly language: Language;
  readonly title: string;
  /** What kind of document it is, and of what part of the plan. */
  readonly subtitle: string;
  /** What stands on the title page under the title. */
  readonly facts: readonly Fact[];
  /** At the foot of every page: which plan, version and day. */
  readonly footer: string;
  readonly version: ReportVersion;
  readonly sections: readonly Section[];
}
