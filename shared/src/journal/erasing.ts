import { boundaryBefore } from "../kernel/grapheme.ts";
import type { JournalEvent } from "./events.ts";

/**
 * Whether the content of `past` goes when `event` happens: a comment's words when it is withdrawn or stands there anew without a name, a
 * name with its member, and all that a member said when that is asked for too.
 */
export function erases(event: JournalEvent, past: JournalEvent): boolean {
  if (past.content === null || past.seq >= event.seq) return false;
  if (event.type === "comment.withdrawn" || event.type === "comment.redacted")
    return isOfComment(past) && past.body.comment === event.body.comment;
  if (event.type !== "member.anonymised") return false;
  const { member, words = false } = event.body;
  if (past.type === "member.introduced") return past.body.member === member;
  if (past.type === "proxy.added") return past.body.proxy === member;
  return words && speakerOf(past) === member;
}

/**
 * Whose words the content of an event is: the person whom its body names, whoever wrote it down, and otherwise its actor. Nobody's for
 * an idea that was told without a name.
 */
export function speakerOf({
  type,
  body,
  actor,
}: {
  readonly type: string;
  readonly body: object;
  readonly actor: string;
}): string {
  const { by, person } = body as { readonly by?: unknown; readonly person?: unknown };
  if (type === "comment.redacted") return String(by);
  if (type === "idea.revealed") return typeof person === "string" ? person : "";
  return typeof person === "string" ? person : actor;
}

function isOfComment(
  event: JournalEvent,
): event is Extract<JournalEvent, { type: "comment.added" | "comment.edited" | "comment.redacted" }> {
  return ["comment.added", "comment.edited", "comment.redacted"].includes(event.type);
}

/** Letters and digits: what a name must not touch to be that name and no part of another word. */
const WORD_BEFORE = /[\p{L}\p{N}]$/u;
const WORD_AFTER = /^[\p{L}\p{N}]/u;

/** A text in which each of these names, where it stands as words of its own, is `instead`; null when none is in it. */
export function withoutNames(text: string, names: readonly string[], instead: string): string | null {
  let rest = text;
  for (const name of names.toSorted((a, b) => b.length - a.length)) {
    const wanted = name.trim().toLowerCase();
    if (wanted !== "") rest = withoutName(rest, wanted, instead);
  }
  return rest === text ? null : rest;
}

function withoutName(text: string, name: string, instead: string): string {
  let kept = "";
  for (let from = 0; ;) {
    const lower = text.toLowerCase();
    // A letter that becomes two in lower case would move every place behind it.
    const at = lower.length === text.length ? lower.indexOf(name, from) : text.indexOf(name, from);
    if (at === -1) return kept + text.slice(from);
    const end = at + name.length;
    const isWord =
      !WORD_BEFORE.test(text.slice(Math.max(0, at - 2), at)) &&
      !WORD_AFTER.test(text.slice(end, end + 2)) &&
      [at, end].every((place) => boundaryBefore(text, place) === place);
    kept += text.slice(from, at) + (isWord ? instead : text.slice(at, end));
    from = end;
  }
}
