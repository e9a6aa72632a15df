import type { PastedInCell } from "../features/board/pasted-activity.ts";
import { createStore } from "../sync/store.ts";

/** A window over a plan; one at a time is open. */
export type PlanWindow =
  | "bin"
  | "copy"
  | "export"
  | "import"
  | "guide"
  | "help"
  | "shortcuts"
  | "leave"
  | "ownName"
  | "share"
  | "palette"
  | "workshop";

/** What the import window opens with; null for nothing. */
export const offeredTable = createStore<PastedInCell | null>(null);

/** Which window is open on this page; null for none. */
export const openedWindow = createStore<PlanWindow | null>(null);
