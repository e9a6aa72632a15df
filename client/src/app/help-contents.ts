import { VIEW_GROUPS, type ViewGroup } from "./view-names.ts";

/** The pages of the handbook in the order in which they are listed, by what they are for; each view has a page of its name. */
export const HELP_CONTENTS = {
  begin: ["start", "together", "board", "activity"],
  ...VIEW_GROUPS,
  more: ["workshop", "documents", "saved", "terms"],
} as const satisfies Record<ViewGroup | "begin" | "more", readonly string[]>;
