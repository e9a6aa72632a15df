import type { Step } from "./agenda.ts";

/** What whoever made an agenda wrote in it, by step: words that they may want erased. */
export type StepWords = Readonly<Record<string, Pick<Step, "title" | "question">>>;

/** Steps without their words, and apart from them the words that were not in `before` already. */
export function apart(
  steps: readonly Step[],
  before: readonly Step[],
): { readonly steps: readonly Step[]; readonly words: StepWords } {
  const known = new Map(before.map((step) => [step.id, step]));
  const written = steps.filter(({ id, title, question }) => {
    const was = known.get(id);
    return was?.title !== title || was.question !== question;
  });
  return {
    steps: steps.map((step) => ({ ...step, title: "", question: "" })),
    words: Object.fromEntries(written.map(({ id, title, question }) => [id, { title, question }])),
  };
}

/** Steps with these words, or those of before; an event of the first weeks has the words in the steps themselves. */
export function withWords(
  steps: readonly Step[],
  words: StepWords | undefined,
  before: readonly Step[],
): readonly Step[] {
  const known = new Map(before.map(({ id, title, question }) => [id, { title, question }]));
  return steps.map((step) => {
    if (step.title !== "") return step;
    const { title, question } = words?.[step.id] ?? known.get(step.id) ?? step;
    return { ...step, title, question };
  });
}
