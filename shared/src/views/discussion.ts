import type { Anchor } from "../journal/events.ts";
import type { Comment, Journal } from "../journal/journal.ts";

/** A comment and the replies to it, oldest first. */
export interface Thread {
  readonly root: Comment;
  readonly replies: readonly Comment[];
}

/** What is said about one thing. */
export interface Discussion {
  readonly anchor: Anchor;
  /** Oldest first; threads of which nothing is left are not among them. */
  readonly threads: readonly Thread[];
  /** Comments that were not withdrawn, in threads that are not resolved. */
  readonly open: number;
  /** The number of the last comment's event: whoever read that far has read all. */
  readonly lastSeq: number;
}

/** Under what the discussion about something is found. */
export function anchorKey({ kind, id }: Anchor): string {
  return `${kind}:${id}`;
}

/** All that is said, by what it is about (`anchorKey`). */
export function discussionsOf(journal: Journal): ReadonlyMap<string, Discussion> {
  const threads = new Map<string, { root: Comment; replies: Comment[] }>();
  for (const comment of journal.comments.values()) {
    if (comment.replyTo === null) threads.set(comment.id, { root: comment, replies: [] });
    else threads.get(comment.replyTo)?.replies.push(comment);
  }
  const byAnchor = new Map<string, Discussion>();
  for (const thread of threads.values()) {
    const all = [thread.root, ...thread.replies];
    if (all.every(({ withdrawn }) => withdrawn !== null)) continue;
    const { anchor, resolved } = thread.root;
    const key = anchorKey(anchor);
    const known = byAnchor.get(key) ?? { anchor, threads: [], open: 0, lastSeq: 0 };
    const here = all.filter(({ withdrawn }) => withdrawn === null);
    byAnchor.set(key, {
      anchor,
      threads: [...known.threads, thread],
      open: known.open + (resolved === null ? here.length : 0),
      lastSeq: Math.max(known.lastSeq, ...here.map(({ seq }) => seq)),
    });
  }
  return byAnchor;
}
