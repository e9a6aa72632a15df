import { addDays, type LocalDate } from "../kernel/clock.ts";
import { agreementKey, type Comment, type Journal } from "../journal/journal.ts";
import type { Activity, Communication, Decision, RoleSlot } from "../plan/schema.ts";
import { changedTerms, termsOf } from "./agreements.ts";
import { compareDates } from "./roles.ts";

/** How far ahead somebody is told what is coming, in days. */
export const AHEAD_DAYS = 28;

interface Needed {
  readonly id: string;
  readonly title: string;
  /** By when. */
  readonly date: LocalDate | null;
  /** That day has passed. */
  readonly isLate: boolean;
}

/** Something that waits for a party, or for a person. */
export type Need = Needed &
  (
    | { readonly kind: "work"; readonly slots: readonly RoleSlot[]; readonly isBlocked: boolean }
    | { readonly kind: "decide" | "advise" | "send" }
    | { readonly kind: "mention"; readonly comment: Comment }
    | { readonly kind: "agree"; readonly parties: readonly string[]; readonly isAgain: boolean }
  );

/** An activity as far as it asks something of people. */
type NeedingActivity = Pick<
  Activity,
  "id" | "title" | "status" | "start" | "end" | "roles" | "what" | "result" | "criterion"
>;

/** A plan as far as it asks something of people. */
export interface NeedingPlan {
  readonly activities: readonly NeedingActivity[];
  readonly decisions: readonly Decision[];
  readonly communications: readonly Communication[];
}

/** Whoever only hears of something need do nothing. */
const DOING: readonly RoleSlot[] = ["sponsor", "executor", "codecider", "consulted"];
const AGREEING: readonly RoleSlot[] = ["sponsor", "executor", "codecider"];

/**
 * What waits for these parties and for `me`, by date, without a date last: their part in what is under way, late or begins within four
 * weeks; decisions to take or to advise on; what is to be told within four weeks or was not told in time; where somebody called them
 * in and they did not answer; and what they have not agreed to, or no longer. Whether a decision is taken is for `isTaken` to say.
 */
export function needsOf(
  { parties, me }: { readonly parties: ReadonlySet<string>; readonly me: string | null },
  plan: NeedingPlan,
  journal: Journal,
  isTaken: (decision: Decision) => boolean,
  today: LocalDate,
): readonly Need[] {
  const soon = addDays(today, AHEAD_DAYS);
  const isOurs = (party: string | null): boolean => party !== null && parties.has(party);
  const needed = (id: string, title: string, date: LocalDate | null): Needed => {
    return { id, title, date, isLate: date !== null && date < today };
  };
  const needs: Need[] = [];
  for (const activity of plan.activities) {
    const { id, title, status, start, end, roles } = activity;
    if (status === "done" || status === "dropped") continue;
    const slots = DOING.filter((slot) => roles[slot].some(isOurs));
    const date = end ?? start;
    const isNear = (start !== null && start <= soon) || (end !== null && end <= soon);
    if (slots.length > 0 && (status === "active" || status === "blocked" || isNear))
      needs.push({ ...needed(id, title, date), kind: "work", slots, isBlocked: status === "blocked" });
    const agree = agreementOf(activity, parties, journal);
    if (agree !== null && status !== "idea")
      needs.push({ ...needed(id, title, start), isLate: false, kind: "agree", ...agree });
  }
  for (const decision of plan.decisions) {
    if (isTaken(decision)) continue;
    const { id, question, decider, advisers, neededBy } = decision;
    if (isOurs(decider)) needs.push({ ...needed(id, question, neededBy), kind: "decide" });
    else if (advisers.some(isOurs)) needs.push({ ...needed(id, question, neededBy), kind: "advise" });
  }
  for (const { id, message, channel, date, sender, done } of plan.communications)
    if (!done && isOurs(sender) && (date === null || date <= soon))
      needs.push({ ...needed(id, message || channel, date), kind: "send" });
  for (const comment of unanswered(journal, parties, me))
    needs.push({ ...needed(comment.anchor.id, comment.text, null), kind: "mention", comment });
  return needs.toSorted((a, b) => compareDates(a.date, b.date));
}

/** Which of these parties have not agreed to an activity in which they do or decide something, or agreed to what it no longer is. */
function agreementOf(
  activity: NeedingActivity,
  parties: ReadonlySet<string>,
  journal: Journal,
): { readonly parties: readonly string[]; readonly isAgain: boolean } | null {
  const involved = new Set(
    AGREEING.flatMap((slot) => activity.roles[slot]).filter((party) => parties.has(party)),
  );
  const terms = termsOf(activity);
  let isAgain = false;
  const open = [...involved].filter((party) => {
    const agreement = journal.agreements.get(agreementKey(activity.id, party));
    if (agreement === undefined) return true;
    const isLapsed = changedTerms(agreement.terms, terms).length > 0;
    isAgain ||= isLapsed;
    return isLapsed;
  });
  return open.length === 0 ? null : { parties: open, isAgain };
}

/** Comments that call one of them in, in threads that are not settled and in which `me` said nothing since. */
function unanswered(journal: Journal, parties: ReadonlySet<string>, me: string | null): readonly Comment[] {
  const all = [...journal.comments.values()];
  const rootOf = (comment: Comment): Comment | undefined =>
    comment.replyTo === null ? comment : journal.comments.get(comment.replyTo);
  const answered = new Map<string, number>();
  for (const { by, replyTo, id, seq } of all)
    if (by === me) answered.set(replyTo ?? id, Math.max(seq, answered.get(replyTo ?? id) ?? 0));
  return all.filter((comment) => {
    const isCalled = comment.mentions.some(({ kind, id }) =>
      kind === "party" ? parties.has(id) : id === me,
    );
    if (!isCalled || comment.withdrawn !== null || comment.by === me) return false;
    const root = rootOf(comment);
    if (root === undefined || root.resolved !== null) return false;
    return (answered.get(root.id) ?? 0) < comment.seq;
  });
}
