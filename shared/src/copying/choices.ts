/** What of a plan may go along or stay behind; phases, domains, activities and what waits for what always go along. */
export const COPIED_PARTS = [
  "texts",
  "steps",
  "goals",
  "parties",
  "names",
  "decisions",
  "communications",
  "parking",
  "blackouts",
] as const;
export type CopiedPart = (typeof COPIED_PARTS)[number];

/** A plan moves by ten years at most. */
export const MAX_WEEKS = 522;

/** What goes along into a copy, and by how many whole weeks its dates move. */
export interface CopyChoices {
  readonly parts: readonly CopiedPart[];
  readonly weeks: number;
}
