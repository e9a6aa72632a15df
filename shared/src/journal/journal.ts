import type { Circle } from "../access/role.ts";
import type { Session } from "../workshop/session.ts";
import type { Anchor, ExplainedField, Mention, OffspringKind, SealedDecision, Terms } from "./events.ts";
import type { SnapshotTaken, VersionAdopted } from "./snapshots.ts";

/** Who did or said something; the name is null once this person was made anonymous. */
export interface Member {
  readonly id: string;
  readonly name: string | null;
  readonly circle: Circle | null;
}

/** Who did something and when (milliseconds since 1970). */
export interface Mark {
  readonly by: string;
  readonly at: number;
}

export interface Comment {
  readonly id: string;
  /** The number of the event that added it; grows with time. */
  readonly seq: number;
  readonly anchor: Anchor;
  /** The comment that began the thread; null when this one did. */
  readonly replyTo: string | null;
  readonly by: string;
  readonly at: number;
  /** Empty once withdrawn. */
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly editedAt: number | null;
  readonly withdrawn: Mark | null;
  /** Of the thread that this comment began. */
  readonly resolved: Mark | null;
  readonly became: { readonly kind: OffspringKind; readonly id: string } | null;
}

/** A decision as it was taken; `reopened` when it is no longer in force. */
export interface Seal extends SealedDecision, Mark {
  readonly seq: number;
  readonly reopened: (Mark & { readonly reason: string }) | null;
}

/** A party's mark on an activity: seen and agreed, to these terms. */
export interface Agreement extends Mark {
  readonly activity: string;
  readonly party: string;
  readonly terms: Terms;
}

/** Why an activity changed. */
export interface Explanation extends Mark {
  readonly seq: number;
  readonly activity: string;
  readonly field: ExplainedField;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** A version of the plan: what was adopted, by which body, and who wrote that down. */
export interface Version extends VersionAdopted, Mark {
  readonly seq: number;
}

/** A snapshot, and the version that it became, if it did. */
export interface Snapshot extends Omit<SnapshotTaken, "snapshot">, Mark {
  readonly id: string;
  /** The event that took it: the journal up to and with this number belongs to it. */
  readonly seq: number;
  readonly adopted: Version | null;
}

/** A way to look at the plan that somebody shared with it; by whoever shared it first. */
export interface SharedView extends Mark {
  readonly id: string;
  readonly name: string;
  /** Within the plan: the view and what it asks. */
  readonly address: string;
}

/** Of which plan this one began as a copy, and who made it; `title` as that plan was called then, absent once erased. */
export interface CopyOrigin extends Mark {
  readonly plan: string;
  readonly title?: string;
  readonly weeks: number;
}

/** All that was said, decided and agreed, as plain values; everything that reads the journal reads this. */
export interface Journal {
  /** The number of the last event in it; 0 when nothing happened. */
  readonly seq: number;
  /** Null for a plan that did not begin as a copy. */
  readonly origin: CopyOrigin | null;
  readonly members: ReadonlyMap<string, Member>;
  readonly comments: ReadonlyMap<string, Comment>;
  /** By decision, in order; only the last can be in force. */
  readonly seals: ReadonlyMap<string, readonly Seal[]>;
  /** By `agreementKey`. */
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly explanations: readonly Explanation[];
  /** By id, oldest first. */
  readonly snapshots: ReadonlyMap<string, Snapshot>;
  /** In the order in which they were adopted. */
  readonly versions: readonly Version[];
  readonly views: ReadonlyMap<string, SharedView>;
  /** Workshops, by id, oldest first; one is open at most. */
  readonly sessions: ReadonlyMap<string, Session>;
  /** How many days the past is kept, as an owner set it; null days for always, null when nobody set it: always too. */
  readonly retention: (Mark & { readonly days: number | null }) | null;
  /** What is older than this went, up to and with the update of that number; null when nothing did. */
  readonly trimmed: { readonly before: number; readonly planSeq: number; readonly at: number } | null;
}

export const EMPTY_JOURNAL: Journal = {
  seq: 0,
  origin: null,
  members: new Map(),
  comments: new Map(),
  seals: new Map(),
  agreements: new Map(),
  explanations: [],
  snapshots: new Map(),
  versions: [],
  views: new Map(),
  sessions: new Map(),
  retention: null,
  trimmed: null,
};

/** Under what an agreement of a party to an activity is kept. */
export function agreementKey(activity: string, party: string): string {
  return `${activity}:${party}`;
}

/** The seal that is in force for a decision, or null: never taken, or reopened since. */
export function sealOf(journal: Journal, decision: string): Seal | null {
  const last = journal.seals.get(decision)?.at(-1);
  return last === undefined || last.reopened !== null ? null : last;
}
