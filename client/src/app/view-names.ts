/** What a plan can be looked at as, besides the wall; each is in the address as it is called here. */
export const VIEW_NAMES = [
  "goals",
  "decisions",
  "people",
  "communication",
  "discussion",
  "parking",
  "history",
  "example",
] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** The view of that name; null for the wall and for what is none. */
export function viewOf(name: string | null): ViewName | null {
  return VIEW_NAMES.find((known) => known === name) ?? null;
}
