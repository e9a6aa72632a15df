import { dayOf, daysBetween, type LocalDate } from "../kernel/clock.ts";
import type { Explanation } from "../journal/journal.ts";
import type { Activity } from "../plan/schema.ts";
import type { CheckContext } from "./check-context.ts";
import type { Draft } from "./finding.ts";

/** Blocked for longer than this asks for attention whatever the reason (K25), in days. */
const LONG_BLOCKED_DAYS = 14;

/** K25, K26 and K27: whether what a status says is so, and why. */
export function checkStatuses(context: CheckContext): Draft[] {
  const reasons = reasonsFor(context.journal.explanations);
  const undecided = new Set(
    context.plan.decisions.flatMap((decision) =>
      ["decided", "unsealed"].includes(context.standing(decision)) ? [] : [decision.activity],
    ),
  );
  return context.plan.activities.flatMap((activity): Draft[] => {
    const { id, title, status } = activity;
    const last = reasons.get(`${id} ${status}`);
    const isExplained = last !== undefined || context.discussed.has(id);
    switch (status) {
      case "blocked":
        return blocked(activity, isExplained, blockedSince(activity, last), context.today);
      case "done":
        return done(activity, undecided.has(id));
      case "dropped": {
        if (isExplained) return [];
        return [{ rule: "K27", subject: { kind: "activity", id, field: "discussion" }, words: { title } }];
      }
      case "idea":
      case "planned":
      case "active":
        return [];
    }
  });
}

/** The last reason given for each status of each activity. */
function reasonsFor(explanations: readonly Explanation[]): ReadonlyMap<string, Explanation> {
  return new Map(
    explanations
      .filter(({ field, reason }) => field === "status" && reason.trim() !== "")
      .map((explanation) => [`${explanation.activity} ${explanation.to}`, explanation]),
  );
}

/**
 * Since when it is blocked: as the plan says, else when the last reason for it was given; null when neither tells.
 */
function blockedSince({ waiting }: Activity, last: Explanation | undefined): LocalDate | null {
  if (waiting?.since != null) return waiting.since;
  return last === undefined ? null : dayOf(last.at);
}

function blocked(
  { id, title, waiting }: Activity,
  isExplained: boolean,
  since: LocalDate | null,
  today: LocalDate,
): Draft[] {
  const subject = { kind: "activity", id, field: "waiting" } as const;
  const hasReason = isExplained || (waiting?.for ?? "").trim() !== "";
  if (!hasReason) return [{ rule: "K25", says: "K25.reason", subject, words: { title } }];
  const days = since === null ? 0 : daysBetween(since, today);
  if (days <= LONG_BLOCKED_DAYS) return [];
  return [{ rule: "K25", says: "K25.long", subject, words: { title, count: days } }];
}

function done({ id, title, criterion, steps }: Activity, hasOpenDecision: boolean): Draft[] {
  const reasons = [
    ...(criterion.trim() === "" ? ["criterion"] : []),
    ...(steps.some((step) => !step.done) ? ["steps"] : []),
    ...(hasOpenDecision ? ["decisions"] : []),
  ];
  const [field] = reasons;
  if (field === undefined) return [];
  return [{ rule: "K26", subject: { kind: "activity", id, field }, words: { title, reasons } }];
}
