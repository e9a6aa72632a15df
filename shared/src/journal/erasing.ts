import type { JournalEvent } from "./events.ts";

/** Whether the content of `past` goes when `event` happens: a comment's words when it is withdrawn, a name with its member. */
export function erases(event: JournalEvent, past: JournalEvent): boolean {
  if (past.content === null) return false;
  if (event.type === "comment.withdrawn")
    return (
      (past.type === "comment.added" || past.type === "comment.edited") &&
      past.body.comment === event.body.comment
    );
  return (
    event.type === "member.anonymised" &&
    past.type === "member.introduced" &&
    past.body.member === event.body.member
  );
}
