import type { LocalDate } from "../kernel/clock.ts";
import type { Activity, Blackout, Phase } from "../plan/schema.ts";
import { endsTooLate } from "../views/dependencies.ts";
import { type CheckContext, isGoing } from "./check-context.ts";
import type { Draft } from "./finding.ts";

/** K21 to K24, K28 and K32: whether the dates of an activity hold together. */
export function checkTime(context: CheckContext): Draft[] {
  const { plan, live, today } = context;
  const phases = new Map(plan.phases.map((phase) => [phase.id, phase]));
  return [
    ...live.flatMap((activity) => [
      ...period(activity),
      ...outsidePhase(activity, phases.get(activity.phase ?? "")),
      ...beforeOthers(activity, context),
      ...overdue(activity, today),
      ...inBlackout(activity, plan.blackouts),
    ]),
    ...plan.activities.flatMap(unplanned),
  ];
}

const at = (id: string, field: string) => ({ kind: "activity", id, field }) as const;

function period(activity: Activity): Draft[] {
  const { id, title, start, end } = activity;
  const isTurned = start !== null && end !== null && end < start;
  const isOpen = isGoing(activity) && (start === null || end === null);
  if (!isTurned && !isOpen) return [];
  return [{ rule: "K21", subject: at(id, start === null ? "start" : "end"), words: { title } }];
}

function outsidePhase({ id, title, start, end }: Activity, phase: Phase | undefined): Draft[] {
  if (phase === undefined) return [];
  const isOutside = (date: LocalDate | null): boolean =>
    date !== null &&
    ((phase.start !== null && date < phase.start) || (phase.end !== null && date > phase.end));
  if (!isOutside(start) && !isOutside(end)) return [];
  const field = isOutside(start) ? "start" : "end";
  return [{ rule: "K22", subject: at(id, field), words: { title, phase: phase.name } }];
}

function beforeOthers(activity: Activity, { activities }: CheckContext): Draft[] {
  const { id, title, dependsOn } = activity;
  // What is done waits for nothing, and nothing waits for what is done or dropped.
  if (!isGoing(activity)) return [];
  return dependsOn.flatMap((other): Draft[] => {
    const before = activities.get(other);
    if (before === undefined || before.status === "done" || before.status === "dropped") return [];
    if (!endsTooLate(before, activity)) return [];
    const words = { title, other: before.title };
    return [{ rule: "K23", subject: at(id, "start"), object: `${id}/${other}`, words }];
  });
}

function overdue(activity: Activity, today: LocalDate): Draft[] {
  const { id, title, end } = activity;
  if (!isGoing(activity) || end === null || end >= today) return [];
  return [{ rule: "K24", subject: at(id, "end"), words: { title, date: end }, date: end }];
}

function inBlackout(activity: Activity, blackouts: readonly Blackout[]): Draft[] {
  const { id, title, start, end } = activity;
  if (!isGoing(activity)) return [];
  for (const [field, date] of [
    ["start", start],
    ["end", end],
  ] as const) {
    const inside = blackouts.find((blackout) => date !== null && isIn(date, blackout));
    if (inside !== undefined)
      return [{ rule: "K32", subject: at(id, field), words: { title, period: inside.name } }];
  }
  return [];
}

function isIn(date: LocalDate, { start, end }: Blackout): boolean {
  return start !== null && end !== null && start <= date && date <= end;
}

/** Also of ideas: what matters most should not stay one. */
function unplanned(activity: Activity): Draft[] {
  const { id, title, priority, status, start, end } = activity;
  if (priority !== "high") return [];
  const isDateless = isGoing(activity) && start === null && end === null;
  if (status !== "idea" && !isDateless) return [];
  return [{ rule: "K28", subject: at(id, status === "idea" ? "status" : "start"), words: { title } }];
}
