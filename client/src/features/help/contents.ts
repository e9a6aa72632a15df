/** The pages of the handbook in the order in which they are listed, by what they are for; a view has a page of its name. */
export const CONTENTS = {
  begin: ["start", "together", "board", "activity"],
  plan: ["goals", "decisions", "people", "communication", "discussion", "parking"],
  steer: ["attention", "missing", "progress", "timeline", "table", "products"],
  account: ["versions", "history", "keeping", "example"],
  more: ["workshop", "documents", "saved", "terms"],
} as const;

export type HelpGroup = keyof typeof CONTENTS;
export type HelpName = (typeof CONTENTS)[HelpGroup][number];

const NAMES: readonly HelpName[] = Object.values(CONTENTS).flat();

/** The page of the handbook of that name; null when there is none. */
export function helpNameOf(name: string | null): HelpName | null {
  return NAMES.find((known) => known === name) ?? null;
}
