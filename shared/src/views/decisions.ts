import { daysBetween, type LocalDate } from "../kernel/clock.ts";
import type { Seal } from "../journal/journal.ts";
import type { Communication, Decision, DecisionStatus, Party } from "../plan/schema.ts";

/**
 * Where a decision point stands for whoever reads: taken once it is sealed, whatever the plan says since. `unsealed` when the plan
 * calls it decided but nobody took it down.
 */
export type Standing = Exclude<DecisionStatus, "decided"> | "decided" | "unsealed";

export function standingOf({ status }: Pick<Decision, "status">, seal: Seal | null): Standing {
  if (seal !== null) return "decided";
  return status === "decided" ? "unsealed" : status;
}

/** Whether a decision needs nobody any more: it is sealed, or the plan calls it decided. */
export function isTaken(decision: Pick<Decision, "status">, seal: Seal | null): boolean {
  return seal !== null || decision.status === "decided";
}

/** What of a sealed decision no longer reads as it was sealed; none while nothing changed. */
export function changedSince(
  decision: Pick<Decision, "question" | "outcome" | "rationale" | "decider">,
  seal: Seal,
): ("question" | "outcome" | "rationale" | "decider")[] {
  const fields = ["question", "outcome", "rationale", "decider"] as const;
  return fields.filter((field) => (decision[field] ?? "") !== seal[field]);
}

/** What a decision still lacks before it can be taken. */
export function missingFor(
  decision: Pick<Decision, "question" | "outcome" | "rationale" | "decider">,
): ("question" | "outcome" | "rationale" | "decider")[] {
  const fields = ["question", "outcome", "rationale", "decider"] as const;
  return fields.filter((field) => (decision[field] ?? "").trim() === "");
}

/** Whole days until a decision is needed, negative when that day has passed; null for one that is taken or has no day. */
export function daysLeft(
  { neededBy }: Pick<Decision, "neededBy">,
  standing: Standing,
  today: LocalDate,
): number | null {
  if (neededBy === null || standing === "decided" || standing === "unsealed") return null;
  return daysBetween(today, neededBy);
}

const BOARD = /examencommissie|examination board/iu;
/** Words by which a question looks like one about assessing; the tick in the decision itself goes before them. */
const ASSESSING =
  /beoord|vaststel|geldig|ongeldig|resultaat wijzig|herkansing|vrijstelling|fraude|onregelmatig|cijfer/iu;

/** Whether a matter of assessment would be decided without the examination board deciding or advising (check K14). */
export function needsExaminationBoard(decision: Decision, parties: readonly Party[]): boolean {
  if (!decision.assessment && !ASSESSING.test(decision.question)) return false;
  const involved = new Set([decision.decider, ...decision.advisers]);
  return !parties.some(({ id, name }) => involved.has(id) && BOARD.test(name));
}

/** Decision points in the order of a register: what is needed first comes first, without a day last; then what was decided, newest first. */
export function inRegisterOrder(
  decisions: readonly Decision[],
  standing: (decision: Decision) => Standing,
): { readonly open: readonly Decision[]; readonly decided: readonly Decision[] } {
  const isTaken = (decision: Decision): boolean => ["decided", "unsealed"].includes(standing(decision));
  return {
    open: decisions.filter((one) => !isTaken(one)).toSorted((a, b) => byDate(a.neededBy, b.neededBy)),
    decided: decisions.filter(isTaken).toSorted((a, b) => byDate(b.decidedOn, a.decidedOn)),
  };
}

/** What a body has on its table: what it decides, what it advises on, and what it hears or says, each by date. */
export interface BodyAgenda {
  readonly toDecide: readonly Decision[];
  readonly toAdvise: readonly Decision[];
  readonly moments: readonly Communication[];
}

/** When a body meets, and when the time after that; null for a day that nobody said. */
export interface Meetings {
  readonly on: LocalDate | null;
  readonly next: LocalDate | null;
}

/** Whether what is needed by this day comes too late at the next meeting. */
export function cannotWait(neededBy: LocalDate | null, { on, next }: Meetings): boolean {
  if (neededBy === null) return false;
  return (on !== null && neededBy <= on) || (next !== null && neededBy < next);
}

/** The agenda of a body: all that is open for it, by date, so that what cannot wait comes first. */
export function agendaOf(
  party: string,
  plan: { readonly decisions: readonly Decision[]; readonly communications: readonly Communication[] },
  standing: (decision: Decision) => Standing,
): BodyAgenda {
  const { open } = inRegisterOrder(plan.decisions, standing);
  return {
    toDecide: open.filter(({ decider }) => decider === party),
    toAdvise: open.filter(({ decider, advisers }) => decider !== party && advisers.includes(party)),
    moments: plan.communications
      .filter(({ done, audience, sender }) => {
        return !done && (sender === party || audience.includes(party));
      })
      .toSorted((a, b) => byDate(a.date, b.date)),
  };
}

/** Earlier first; without a date last. */
function byDate(a: LocalDate | null, b: LocalDate | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
