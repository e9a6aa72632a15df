import type { LocalDate } from "../kernel/clock.ts";
import type { Activity, Communication, Decision, RoleSlot } from "../plan/schema.ts";
import { slotsOf } from "./roles.ts";

/** One thing that is expected of a party, and by when. */
export type Expectation =
  | {
      readonly kind: "activity";
      readonly id: string;
      readonly title: string;
      readonly date: LocalDate | null;
      readonly slots: readonly RoleSlot[];
    }
  | {
      readonly kind: "decision";
      readonly id: string;
      readonly title: string;
      readonly date: LocalDate | null;
      readonly as: "decider" | "adviser";
    }
  | {
      readonly kind: "communication";
      readonly id: string;
      readonly title: string;
      readonly date: LocalDate | null;
      readonly as: "sender" | "audience";
    };

/**
 * All that is expected of a party, by date, without a date last: its roles in activities that are not done or dropped, decisions
 * that are not taken (`isTaken`), and moments of communication still to come.
 */
export function expectationsOf(
  party: string,
  plan: {
    readonly activities: readonly Pick<Activity, "id" | "title" | "status" | "end" | "roles">[];
    readonly decisions: readonly Decision[];
    readonly communications: readonly Communication[];
  },
  isTaken: (decision: Decision) => boolean,
): Expectation[] {
  const expected: Expectation[] = [];
  for (const card of plan.activities) {
    const slots = slotsOf(card, party);
    if (slots.length === 0 || card.status === "done" || card.status === "dropped") continue;
    expected.push({ kind: "activity", id: card.id, title: card.title, date: card.end, slots });
  }
  for (const decision of plan.decisions) {
    const { id, question: title, neededBy: date } = decision;
    const as = decision.decider === party ? "decider" : decision.advisers.includes(party) ? "adviser" : null;
    if (as !== null && !isTaken(decision)) expected.push({ kind: "decision", id, title, date, as });
  }
  for (const { id, message: title, date, sender, audience, done } of plan.communications) {
    const as = sender === party ? "sender" : audience.includes(party) ? "audience" : null;
    if (as !== null && !done) expected.push({ kind: "communication", id, title, date, as });
  }
  return expected.toSorted((a, b) => compareDates(a.date, b.date));
}

function compareDates(a: LocalDate | null, b: LocalDate | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
