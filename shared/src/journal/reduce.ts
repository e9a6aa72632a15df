import { isOfWorkshop } from "../workshop/events.ts";
import { reduceWorkshop } from "../workshop/reduce.ts";
import type { Session } from "../workshop/session.ts";
import type { JournalEvent } from "./events.ts";
import {
  type Agreement,
  agreementKey,
  type Comment,
  type Explanation,
  type Journal,
  type Mark,
  type Member,
  type Seal,
  type Snapshot,
  type Version,
  type SharedView,
} from "./journal.ts";

/** A copy under construction: only `reduceJournal` sees it before it is given out. */
interface Draft {
  seq: number;
  origin: Journal["origin"];
  readonly members: Map<string, Member>;
  readonly comments: Map<string, Comment>;
  readonly seals: Map<string, readonly Seal[]>;
  readonly agreements: Map<string, Agreement>;
  readonly explanations: Explanation[];
  readonly snapshots: Map<string, Snapshot>;
  readonly versions: Version[];
  readonly views: Map<string, SharedView>;
  sessions: ReadonlyMap<string, Session>;
  retention: Journal["retention"];
  trimmed: Journal["trimmed"];
}

/**
 * The journal after these events, which must follow on `before` in order. Total: an event about what is not there, or of a kind
 * that this version does not know, only moves the number; `before` stays as it was.
 */
export function reduceJournal(before: Journal, events: readonly JournalEvent[]): Journal {
  const draft: Draft = {
    seq: before.seq,
    origin: before.origin,
    members: new Map(before.members),
    comments: new Map(before.comments),
    seals: new Map(before.seals),
    agreements: new Map(before.agreements),
    explanations: [...before.explanations],
    snapshots: new Map(before.snapshots),
    versions: [...before.versions],
    views: new Map(before.views),
    sessions: before.sessions,
    retention: before.retention,
    trimmed: before.trimmed,
  };
  for (const event of events) {
    take(draft, event);
    draft.seq = event.seq;
  }
  return draft;
}

function take(draft: Draft, event: JournalEvent): void {
  const mark: Mark = { by: event.actor, at: event.at };
  if (isOfWorkshop(event)) {
    draft.sessions = reduceWorkshop(draft.sessions, event);
    return;
  }
  switch (event.type) {
    case "member.introduced": {
      const { member: id } = event.body;
      const { content } = event;
      draft.members.set(id, { id, name: content?.name ?? null, circle: content?.circle ?? null });
      return;
    }
    case "member.anonymised": {
      const { member: id, words = false } = event.body;
      draft.members.set(id, { id, name: null, circle: null });
      if (words) silence(draft, id, mark);
      return;
    }
    case "comment.added": {
      const { comment: id, anchor, replyTo } = event.body;
      if (draft.comments.has(id)) return;
      const nothingYet = { editedAt: null, withdrawn: null, resolved: null, became: null };
      const { seq, content } = event;
      const words = { text: content?.text ?? "", mentions: content?.mentions ?? [] };
      draft.comments.set(id, { id, seq, anchor, replyTo, ...mark, ...words, ...nothingYet });
      return;
    }
    case "comment.edited":
      return change(draft, event.body.comment, (comment) =>
        comment.withdrawn === null
          ? {
              text: event.content?.text ?? "",
              mentions: event.content?.mentions ?? [],
              editedAt: event.at,
            }
          : {},
      );
    case "comment.redacted":
      return change(draft, event.body.comment, (comment) =>
        comment.withdrawn === null
          ? { text: event.content?.text ?? "", mentions: event.content?.mentions ?? [] }
          : {},
      );
    case "comment.withdrawn":
      return change(draft, event.body.comment, () => ({ text: "", mentions: [], withdrawn: mark }));
    case "thread.resolved":
      return change(draft, event.body.comment, () => ({ resolved: mark }));
    case "thread.reopened":
      return change(draft, event.body.comment, () => ({ resolved: null }));
    case "comment.became": {
      const { comment, kind, id } = event.body;
      return change(draft, comment, () => ({ became: { kind, id } }));
    }
    case "decision.taken": {
      const known = draft.seals.get(event.body.decision) ?? [];
      const seal: Seal = { ...event.body, ...mark, seq: event.seq, reopened: null };
      draft.seals.set(event.body.decision, [...known, seal]);
      return;
    }
    case "decision.reopened": {
      const known = draft.seals.get(event.body.decision);
      const last = known?.at(-1);
      if (known === undefined || last === undefined) return;
      const reopened: Seal = { ...last, reopened: { ...mark, reason: event.content?.reason ?? "" } };
      draft.seals.set(event.body.decision, [...known.slice(0, -1), reopened]);
      return;
    }
    case "agreement.given": {
      const key = agreementKey(event.body.activity, event.body.party);
      // One that is given again comes last, as in a file that tells only of the last time.
      draft.agreements.delete(key);
      draft.agreements.set(key, { ...event.body, ...mark });
      return;
    }
    case "agreement.withdrawn": {
      const { activity, party } = event.body;
      draft.agreements.delete(agreementKey(activity, party));
      return;
    }
    case "change.explained":
      // Without its words nothing is explained.
      if (event.content !== null)
        draft.explanations.push({ ...event.body, ...mark, reason: event.content.reason, seq: event.seq });
      return;
    case "snapshot.taken": {
      const { snapshot: id, ...content } = event.body;
      if (!draft.snapshots.has(id))
        draft.snapshots.set(id, {
          ...content,
          ...(event.content ?? NO_WORDS),
          ...mark,
          id,
          seq: event.seq,
          adopted: null,
        });
      return;
    }
    case "version.adopted": {
      const known = draft.snapshots.get(event.body.snapshot);
      if (known === undefined || known.adopted !== null) return;
      const remark = event.content?.remark ?? "";
      const version: Version = { ...event.body, remark, ...mark, seq: event.seq };
      draft.snapshots.set(known.id, { ...known, adopted: version });
      draft.versions.push(version);
      return;
    }
    case "view.saved": {
      const { view: id } = event.body;
      if (event.content === null) return;
      const { name, address } = event.content;
      const { by, at } = draft.views.get(id) ?? mark;
      draft.views.set(id, { id, name, address, by, at });
      return;
    }
    case "view.removed":
      draft.views.delete(event.body.view);
      return;
    case "journal.imported":
      // The names in it say so.
      return;
    case "plan.copied":
      draft.origin ??= { ...event.body, ...event.content, ...mark };
      return;
    case "retention.set":
      draft.retention = { days: event.body.days, ...mark };
      return;
    case "history.trimmed": {
      const { before, planSeq } = event.body;
      draft.trimmed = { before, planSeq, at: event.at };
      for (const [id, { at, adopted }] of draft.snapshots)
        if (at < before && adopted === null) draft.snapshots.delete(id);
      return;
    }
  }
}

const NO_WORDS = { name: "", reason: "" };

/** A person's comments are gone like withdrawn ones; what else they said has gone from the events, or goes with their erasing. */
function silence(draft: Draft, member: string, mark: Mark): void {
  for (const [id, comment] of draft.comments)
    if (comment.by === member && comment.withdrawn === null)
      draft.comments.set(id, { ...comment, text: "", mentions: [], withdrawn: mark });
}

function change(draft: Draft, id: string, values: (comment: Comment) => Partial<Comment>): void {
  const comment = draft.comments.get(id);
  if (comment !== undefined) draft.comments.set(id, { ...comment, ...values(comment) });
}
