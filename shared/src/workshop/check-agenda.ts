import type { Step } from "./agenda.ts";
import type { Session } from "./session.ts";

/** Whether these steps make an agenda: every id once, and ideas are spoken of after they were asked for. */
export function isAgenda(steps: readonly Step[]): boolean {
  const rounds = new Set<string>();
  const seen = new Set<string>();
  for (const step of steps) {
    if (seen.has(step.id)) return false;
    seen.add(step.id);
    if ((step.kind === "reveal" || step.kind === "vote") && step.of !== null && !rounds.has(step.of))
      return false;
    if (step.kind === "ideas") rounds.add(step.id);
  }
  return steps.length > 0;
}

/** Whether the agenda of a session may become this: of a step that began only the words, the time and the extras may change. */
export function isChangeOf({ steps: before, runs }: Session, after: readonly Step[]): boolean {
  if (!isAgenda(after)) return false;
  const begun = new Set(runs.map(({ step }) => step));
  return before
    .filter(({ id }) => begun.has(id))
    .every((step) => rulesOf(after.find(({ id }) => id === step.id)) === rulesOf(step));
}

/** What of a step must not change once it began. */
function rulesOf(step: Step | undefined): string {
  if (step === undefined) return "";
  const { title: _title, question: _question, minutes: _minutes, extras: _extras, ...rules } = step;
  return JSON.stringify(rules, Object.keys(rules).toSorted().concat("kind", "phase", "domain"));
}
