import { sealOf } from "../journal/journal.ts";
import type { Decision } from "../plan/schema.ts";
import { daysLeft, needsExaminationBoard } from "../views/decisions.ts";
import { type CheckContext, ownersOf } from "./check-context.ts";
import type { Draft } from "./finding.ts";

/** A decision that is needed within so many days should be prepared (K16). */
const PREPARE_DAYS = 14;

/** K13 to K17: who decides, by when, with whom, in time, and written down. */
export function checkDecisions(context: CheckContext): Draft[] {
  return context.plan.decisions.flatMap((decision) => {
    const base = { date: decision.neededBy, parties: partiesOf(decision, context) };
    return [
      ...whoAndWhen(decision, context),
      ...board(decision, context),
      ...time(decision, context),
      ...writtenDown(decision, context),
    ].map((draft) => ({ ...base, ...draft }));
  });
}

/** Whoever decides; while nobody does, whose activity waits for it, or whoever advises. */
function partiesOf(
  { decider, activity, advisers }: Decision,
  { activities }: CheckContext,
): readonly string[] {
  if (decider !== null) return [decider];
  const waiting = activity === null ? undefined : activities.get(activity);
  return waiting === undefined ? advisers : ownersOf(waiting);
}

const at = (id: string, field: string) => ({ kind: "decision", id, field }) as const;

function whoAndWhen(decision: Decision, { standing }: CheckContext): Draft[] {
  const { id, question, decider, neededBy } = decision;
  const stands = standing(decision);
  if (stands === "decided") return [];
  const lacksDecider = decider === null;
  const lacksDate = neededBy === null && stands !== "unsealed";
  if (!lacksDecider && !lacksDate) return [];
  return [
    {
      rule: "K13",
      says: lacksDecider && lacksDate ? "K13.both" : lacksDecider ? "K13.decider" : "K13.date",
      subject: at(id, lacksDecider ? "decider" : "neededBy"),
      words: { title: question },
    },
  ];
}

function board(decision: Decision, { plan, standing }: CheckContext): Draft[] {
  if (standing(decision) === "decided" || !needsExaminationBoard(decision, plan.parties)) return [];
  return [{ rule: "K14", subject: at(decision.id, "advisers"), words: { title: decision.question } }];
}

function time(decision: Decision, { today, standing }: CheckContext): Draft[] {
  const { id, question, neededBy } = decision;
  const stands = standing(decision);
  const days = daysLeft(decision, stands, today);
  if (days === null || neededBy === null) return [];
  const subject = at(id, "status");
  if (days < 0) return [{ rule: "K15", subject, words: { title: question, date: neededBy } }];
  if (stands !== "open" || days > PREPARE_DAYS) return [];
  return [{ rule: "K16", subject, words: { title: question, count: days } }];
}

function writtenDown(decision: Decision, { journal, standing }: CheckContext): Draft[] {
  const { id, question } = decision;
  const seal = sealOf(journal, id);
  if (seal === null && standing(decision) !== "unsealed") return [];
  const { outcome, rationale, decidedOn } = seal ?? decision;
  const lacking =
    outcome.trim() === ""
      ? "outcome"
      : rationale.trim() === ""
        ? "rationale"
        : decidedOn === null
          ? "status"
          : null;
  if (lacking === null) return [];
  return [{ rule: "K17", subject: at(id, lacking), words: { title: question }, date: decidedOn }];
}
