import type { LocalDate } from "../kernel/clock.ts";
import type { Activity, Communication, Decision, RoleSlot } from "../plan/schema.ts";
import { compareDates, slotsOf } from "./roles.ts";

interface Expected {
  readonly id: string;
  readonly title: string;
  /** By when. */
  readonly date: LocalDate | null;
  /** Done, dropped, decided or said. */
  readonly isOver: boolean;
  /** Its date has passed and it is not over. */
  readonly isLate: boolean;
}

/** One thing that is expected of a party. */
export type Expectation = Expected &
  (
    | { readonly kind: "activity"; readonly start: LocalDate | null; readonly slots: readonly RoleSlot[] }
    | { readonly kind: "decision"; readonly as: "decider" | "adviser" }
    | { readonly kind: "communication"; readonly as: "sender" | "audience" }
  );

/**
 * All that is expected of a party, by date, without a date last: every activity in which it has a role, every decision that it takes
 * or advises on, and every moment of communication that it sends or hears. Whether a decision is taken is for `isTaken` to say.
 */
export function expectationsOf(
  party: string,
  plan: {
    readonly activities: readonly Pick<Activity, "id" | "title" | "status" | "start" | "end" | "roles">[];
    readonly decisions: readonly Decision[];
    readonly communications: readonly Communication[];
  },
  isTaken: (decision: Decision) => boolean,
  today: LocalDate,
): Expectation[] {
  const expected: Expectation[] = [];
  const common = (id: string, title: string, date: LocalDate | null, isOver: boolean): Expected => ({
    id,
    title,
    date,
    isOver,
    isLate: !isOver && date !== null && date < today,
  });
  for (const { id, title, status, start, end, roles } of plan.activities) {
    const slots = slotsOf({ roles }, party);
    const isOver = status === "done" || status === "dropped";
    if (slots.length > 0)
      expected.push({ ...common(id, title, end ?? start, isOver), kind: "activity", start, slots });
  }
  for (const decision of plan.decisions) {
    const { id, question, decider, advisers, neededBy } = decision;
    const as = decider === party ? "decider" : advisers.includes(party) ? "adviser" : null;
    if (as !== null)
      expected.push({ ...common(id, question, neededBy, isTaken(decision)), kind: "decision", as });
  }
  for (const { id, message, channel, date, sender, audience, done } of plan.communications) {
    const as = sender === party ? "sender" : audience.includes(party) ? "audience" : null;
    if (as !== null)
      expected.push({ ...common(id, message || channel, date, done), kind: "communication", as });
  }
  return expected.toSorted((a, b) => compareDates(a.date, b.date));
}
