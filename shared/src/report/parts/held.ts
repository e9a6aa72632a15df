import { personOf } from "../../views/workshop.ts";
import type { Session } from "../../workshop/session.ts";
import type { Context } from "../context.ts";

/** What a part of the minutes reads. */
export interface Held {
  readonly context: Context;
  readonly session: Session;
}

/** The workshop that was asked for, or the last one that the journal knows; null without one. */
export function sessionOf({ journal, options }: Context): Session | null {
  const { sessions } = journal;
  return options.session === undefined
    ? ([...sessions.values()].at(-1) ?? null)
    : (sessions.get(options.session) ?? null);
}

/** What a person is called, and on whose device when it was another's. */
export function nameOf({ context, session }: Held, person: string): string {
  const { name, via } = personOf(context.journal, session, person);
  const shown = name ?? context.words.decision.anonymous;
  return via === null ? shown : context.words.minutes.via(shown, context.memberName(via));
}

/** The number and title of an activity. */
export function activityName({ plan, numberOf, words }: Context, id: string): string {
  const title = plan.activities.find((one) => one.id === id)?.title.trim();
  return `${numberOf(id)} ${title === undefined || title === "" ? words.untitled : title}`.trim();
}
