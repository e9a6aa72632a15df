/** Where a person goes from here: to a card, a decision point, a moment, or a party. */
export type ShowEntry = (
  view: "activity" | "decisions" | "communication" | "people",
  id: string | null,
) => void;
