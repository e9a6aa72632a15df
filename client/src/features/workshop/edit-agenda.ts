import type { Step, StepKind, StepOf } from "@planwand/shared/workshop/agenda.ts";

/** The rounds of ideas before the step at `index`, to be shown or voted on. */
export function roundsBefore(steps: readonly Step[], index: number): readonly StepOf<"ideas">[] {
  return steps.slice(0, index).filter((step) => step.kind === "ideas");
}

/** A step of another kind, with everything of the one before that it can keep. */
export function ofKind(step: Step, kind: StepKind, round: string | null): Step {
  const { id, title, question, minutes, extras } = step;
  const frame = { id, title, question, minutes, extras };
  switch (kind) {
    case "ideas":
      return { ...frame, kind, scopes: [{ kind: "plan" }], anonymous: false };
    case "reveal":
      return round === null ? { ...frame, kind: "info" } : { ...frame, kind, of: round };
    case "vote":
      return {
        ...frame,
        kind,
        of: round,
        scope: { kind: "plan" },
        budget: 5,
        perItem: 2,
        blind: true,
        perCircle: true,
      };
    case "write":
      return { ...frame, kind, scope: { kind: "plan" }, open: true };
    case "checkout":
      return { ...frame, kind, form: "word" };
    case "info":
    case "decide":
    case "roles":
    case "free":
      return { ...frame, kind };
  }
}

/**
 * The same agenda, in which every step that shows or votes on a round names one that comes before it: the last one when its own is
 * gone or later. A step that has nothing left to show becomes an explanation, and a vote one on activities.
 */
export function mended(steps: readonly Step[]): readonly Step[] {
  return steps.map((step, index): Step => {
    if (step.kind !== "reveal" && step.kind !== "vote") return step;
    if (step.of === null) return step;
    const rounds = roundsBefore(steps, index);
    if (rounds.some(({ id }) => id === step.of)) return step;
    const last = rounds.at(-1)?.id ?? null;
    if (step.kind === "vote") return { ...step, of: last };
    return last === null ? ofKind(step, "info", null) : { ...step, of: last };
  });
}

/** The agenda with the step at `index` a place earlier or later. */
export function moved(steps: readonly Step[], index: number, by: -1 | 1): readonly Step[] {
  const [step, other] = [steps[index], steps[index + by]];
  if (step === undefined || other === undefined) return steps;
  return mended(steps.with(index, other).with(index + by, step));
}

/** How long the steps take together, in minutes. */
export function totalMinutes(steps: readonly Step[]): number {
  return steps.reduce((sum, { minutes }) => sum + minutes, 0);
}
