import { ok, refuse, type Result } from "../kernel/result.ts";
import type { Command } from "./commands.ts";
import { withoutNames } from "./erasing.ts";
import type { EventDraft } from "./events.ts";
import type { Journal } from "./journal.ts";

/** For making somebody anonymous. */
export interface PersonFacts {
  /** Whether they ever came into the plan, though they never said anything, and under which names. */
  readonly isMember: boolean;
  readonly memberNames: readonly string[];
  /** What stands in place of a name that is gone, in the plan's language. */
  readonly somebody: string;
}

/** A name of fewer letters than this is looked for nowhere: it would be found in what has nothing to do with it. */
const NAME_MIN_LENGTH = 2;

/**
 * Taking a person's name away, and with `words` all that they said. Where others named them in a comment, that stands there anew
 * without the name. Asking for the words later still takes those. Refused as `not-found` for whoever never came into the plan.
 */
export function anonymise(
  journal: Journal,
  { member: id, words }: Extract<Command, { type: "member.anonymise" }>,
  { isMember, memberNames, somebody }: PersonFacts,
): Result<readonly EventDraft[], "not-found"> {
  // Somebody who takes part without a device of their own has a name in the workshop only.
  const proxies = [...journal.sessions.values()].map(({ proxies: all }) => all.get(id));
  const member = journal.members.get(id) ?? proxies.find((proxy) => proxy !== undefined);
  if (member === undefined && !isMember) return refuse("not-found");
  const comments = [...journal.comments.values()].filter(({ withdrawn }) => withdrawn === null);
  const hasWords = words && comments.some(({ by }) => by === id);
  if (member?.name === null && !hasWords) return ok([]);
  const known = [
    ...memberNames,
    ...(member?.name === undefined || member.name === null ? [] : [member.name]),
  ];
  const names = known.filter((name) => name.trim().length >= NAME_MIN_LENGTH);
  const redacted = comments.flatMap(({ id: comment, by, text, mentions }): EventDraft[] => {
    const rest = words && by === id ? null : withoutNames(text, names, somebody);
    if (rest === null) return [];
    return [{ type: "comment.redacted", body: { comment, by }, content: { text: rest, mentions } }];
  });
  const body = words ? { member: id, words } : { member: id };
  return ok([...redacted, { type: "member.anonymised", body, content: null }]);
}
