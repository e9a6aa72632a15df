import type { Circle } from "../access/role.ts";
import type { LocalDate } from "../kernel/clock.ts";
import type { WorkshopEventDraft } from "../workshop/events.ts";
import type { SnapshotTaken, SnapshotWords, VersionAdopted } from "./snapshots.ts";

/** What a comment can be about. The plan itself has the id `plan`. */
export const ANCHOR_KINDS = ["plan", "phase", "domain", "activity", "decision"] as const;
export type AnchorKind = (typeof ANCHOR_KINDS)[number];

/** The thing that a comment is about. */
export interface Anchor {
  readonly kind: AnchorKind;
  readonly id: string;
}

/** Somebody called upon in a comment: a function of the plan, or a person who took part. */
export interface Mention {
  readonly kind: "party" | "member";
  readonly id: string;
}

/** What a comment was made into. */
export const OFFSPRING_KINDS = ["decision", "step", "parking"] as const;
export type OffspringKind = (typeof OFFSPRING_KINDS)[number];

/** What of an activity changed and was explained. */
export const EXPLAINED_FIELDS = ["status", "start", "end", "phase"] as const;
export type ExplainedField = (typeof EXPLAINED_FIELDS)[number];

/** What a party agreed to: the words and dates of the activity as they stood. */
export interface Terms {
  readonly what: string;
  readonly result: string;
  readonly criterion: string;
  readonly start: LocalDate | null;
  readonly end: LocalDate | null;
}

/** What taking a decision seals: as it stood, in the words of then. */
export interface SealedDecision {
  readonly decision: string;
  readonly question: string;
  readonly outcome: string;
  readonly rationale: string;
  /** The deciding party, and what it was called. */
  readonly decider: string;
  readonly deciderName: string;
  readonly decidedOn: LocalDate;
}

/** The words of a comment; the only part of it that can be erased. */
export interface CommentContent {
  readonly text: string;
  readonly mentions: readonly Mention[];
}

/** Why somebody did something, in their own words. */
export interface ReasonContent {
  readonly reason: string;
}

/** How a member is called; can be erased. */
export interface MemberContent {
  readonly name: string;
  readonly circle: Circle | null;
}

/**
 * Every kind of event: `body` is for ever, `content` is what a person may want erased. The chain proves both, and the body also
 * after the content is gone.
 */
export type EventDraft =
  | {
      readonly type: "member.introduced";
      readonly body: { readonly member: string };
      readonly content: MemberContent | null;
    }
  | {
      readonly type: "member.anonymised";
      /** `words`: all that this person said goes too, beside the name. */
      readonly body: { readonly member: string; readonly words?: boolean };
      readonly content: null;
    }
  | {
      readonly type: "comment.added";
      readonly body: { readonly comment: string; readonly anchor: Anchor; readonly replyTo: string | null };
      readonly content: CommentContent | null;
    }
  | {
      readonly type: "comment.edited";
      readonly body: { readonly comment: string };
      readonly content: CommentContent | null;
    }
  | {
      /** Somebody else's words without the name of a person who was made anonymous. */
      readonly type: "comment.redacted";
      /** `by` wrote the comment. */
      readonly body: { readonly comment: string; readonly by: string };
      readonly content: CommentContent | null;
    }
  | {
      readonly type: "comment.withdrawn";
      readonly body: { readonly comment: string };
      readonly content: null;
    }
  | { readonly type: "thread.resolved"; readonly body: { readonly comment: string }; readonly content: null }
  | { readonly type: "thread.reopened"; readonly body: { readonly comment: string }; readonly content: null }
  | {
      readonly type: "comment.became";
      readonly body: { readonly comment: string; readonly kind: OffspringKind; readonly id: string };
      readonly content: null;
    }
  | { readonly type: "decision.taken"; readonly body: SealedDecision; readonly content: null }
  | {
      readonly type: "decision.reopened";
      readonly body: { readonly decision: string };
      readonly content: ReasonContent | null;
    }
  | {
      readonly type: "agreement.given";
      readonly body: { readonly activity: string; readonly party: string; readonly terms: Terms };
      readonly content: null;
    }
  | {
      readonly type: "agreement.withdrawn";
      readonly body: { readonly activity: string; readonly party: string };
      readonly content: null;
    }
  | {
      readonly type: "change.explained";
      readonly body: {
        readonly activity: string;
        readonly field: ExplainedField;
        readonly from: string;
        readonly to: string;
      };
      readonly content: ReasonContent | null;
    }
  | {
      readonly type: "snapshot.taken";
      readonly body: Omit<SnapshotTaken, keyof SnapshotWords>;
      /** Null for one without a name and a reason. */
      readonly content: SnapshotWords | null;
    }
  | {
      readonly type: "version.adopted";
      readonly body: Omit<VersionAdopted, "remark">;
      readonly content: { readonly remark: string } | null;
    }
  | {
      readonly type: "view.saved";
      readonly body: { readonly view: string };
      readonly content: { readonly name: string; readonly address: string } | null;
    }
  | { readonly type: "view.removed"; readonly body: { readonly view: string }; readonly content: null }
  | {
      /** How many days the past is kept; null for always. */
      readonly type: "retention.set";
      readonly body: { readonly days: number | null };
      readonly content: null;
    }
  | {
      /** What was older than `before` went: moments up to the update `planSeq`, and snapshots that no body adopted. */
      readonly type: "history.trimmed";
      readonly body: { readonly before: number; readonly planSeq: number };
      readonly content: null;
    }
  | {
      /** The next `events` events were taken from a file with this SHA-256 by the actor: the server saw none of them happen. */
      readonly type: "journal.imported";
      readonly body: { readonly sha256: string; readonly events: number };
      readonly content: null;
    }
  | {
      /** The plan began as a copy: of which one, and by how many weeks its dates moved. */
      readonly type: "plan.copied";
      readonly body: { readonly plan: string; readonly weeks: number };
      /** What that plan was called then. */
      readonly content: { readonly title: string } | null;
    }
  | WorkshopEventDraft;

export type EventType = EventDraft["type"];

/** An event as everybody gets it: numbered 1, 2, 3… within its plan; `at` in milliseconds since 1970, `actor` who did it. */
export type JournalEvent = EventDraft & {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
};

/**
 * Reads an event that came over the wire; null for what is none. A kind that this version does not know is an event all the same:
 * the reducer passes over it.
 */
export function readEvent(value: unknown): JournalEvent | null {
  if (typeof value !== "object" || value === null) return null;
  const { seq, at, actor, type, body, content } = value as Record<string, unknown>;
  const isEvent =
    Number.isSafeInteger(seq) &&
    Number.isSafeInteger(at) &&
    typeof actor === "string" &&
    typeof type === "string" &&
    typeof body === "object" &&
    body !== null &&
    typeof content === "object";
  // The server wrote the rest, from the types above.
  return isEvent ? (value as JournalEvent) : null;
}
