import { CIRCLES } from "../access/role.ts";
import type { LocalDate } from "../kernel/clock.ts";
import { addDays } from "../kernel/clock.ts";
import type { Journal } from "../journal/journal.ts";
import type { Plan, Waiver } from "../plan/schema.ts";
import { compareDates } from "../views/roles.ts";
import { checkPeople } from "./card-people-checks.ts";
import { checkStatuses } from "./card-status-checks.ts";
import { checkTexts } from "./card-text-checks.ts";
import { checkTime } from "./card-time-checks.ts";
import { type CheckContext, contextOf, ownersOf } from "./check-context.ts";
import { checkCommunication } from "./communication-checks.ts";
import { checkDecisions } from "./decision-checks.ts";
import { type Draft, type Finding, waiverKey } from "./finding.ts";
import { checkPersonalData } from "./personal-data.ts";
import { checkAxes } from "./phase-checks.ts";
import { checkWhole } from "./plan-checks.ts";
import { type Rule, RULE_IDS, RULES, SEVERITIES } from "./rules.ts";

/** Cards that begin later than this need not be filled in yet, in days from today. */
const FAR_DAYS = 90;
/** The rules that such cards are given time for: what fills a card in. */
const FILLING_IN: ReadonlySet<Rule> = new Set(["K05", "K06", "K07", "K08", "K09", "K10", "K11"]);

/** A finding that was set to *niet van toepassing*, with all waivers that say so: two people may have done it at once. */
export interface WaivedFinding extends Finding {
  readonly waivers: readonly Waiver[];
}

/** What a plan still lacks, ranked, and what of it was waived. */
export interface CheckedPlan {
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
}

/**
 * Everything that the plan still lacks on `today`, by K01 to K35: what must, then what asks attention, then tips; in each what comes
 * first in time, and what has no date last. Pure and total: the same plan, journal and day give the same findings.
 */
export function checkPlan(plan: Plan, journal: Journal, today: LocalDate): CheckedPlan {
  const steps = checkSteps(plan, journal, today);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The families of rules, in the order in which findings of equal rank come. */
const FAMILIES: readonly ((context: CheckContext) => readonly Draft[])[] = [
  checkWhole,
  checkAxes,
  checkTexts,
  checkPeople,
  checkDecisions,
  checkCommunication,
  checkTime,
  checkStatuses,
  checkPersonalData,
];

/** `checkPlan` in short steps, for a page that must not stand still: it pauses between families of rules. */
export function* checkSteps(
  plan: Plan,
  journal: Journal,
  today: LocalDate,
): Generator<undefined, CheckedPlan, undefined> {
  const context = contextOf(plan, journal, today);
  const all: Finding[] = [];
  for (const family of FAMILIES) {
    yield undefined;
    for (const draft of family(context)) all.push(findingOf(draft, context));
  }
  yield undefined;
  const ranked = all.toSorted(compareFindings);
  const waivers = Map.groupBy(plan.waivers, ({ check, subject }) => waiverKey(check, subject));
  const waiversOf = ({ rule, object }: Finding) => waivers.get(waiverKey(rule, object));
  return {
    findings: ranked.filter((finding) => waiversOf(finding) === undefined),
    waived: ranked.flatMap((finding) => {
      const waived = waiversOf(finding);
      return waived === undefined ? [] : [{ ...finding, waivers: waived }];
    }),
  };
}

function findingOf(draft: Draft, { activities, parties: known, today }: CheckContext): Finding {
  const { rule, subject } = draft;
  const activity = subject.kind === "activity" ? activities.get(subject.id) : undefined;
  const parties = draft.parties ?? (activity === undefined ? [] : ownersOf(activity));
  const circles = new Set(parties.map((party) => known.get(party)?.circle));
  const start = activity?.start ?? null;
  return {
    severity: RULES[rule].severity,
    object: subject.id,
    // A rule with several sentences names its own.
    says: rule as Finding["says"],
    ...draft,
    date: draft.date ?? start ?? activity?.end ?? null,
    parties,
    circles: CIRCLES.filter((circle) => circles.has(circle)),
    isFar: FILLING_IN.has(rule) && start !== null && start > addDays(today, FAR_DAYS),
  };
}

/** The order of findings; those that are equal in it stay in the order of the plan. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareDates(a.date, b.date) ||
    RULE_IDS.indexOf(a.rule) - RULE_IDS.indexOf(b.rule)
  );
}
