import {
  CalendarOff,
  CircleSlash2,
  Columns3,
  Gavel,
  ListChecks,
  ListTodo,
  type LucideIcon,
  Link2,
  Megaphone,
  Rows3,
  Split,
  SquareParking,
  StickyNote,
  Target,
  Users,
} from "lucide-react";
import type { BinnedAt } from "../../plan/archive.ts";

/** The sign of each kind of thing that can lie in the bin; its word always goes with it. In the order in which people read a plan. */
export const KIND_ICONS = {
  activities: StickyNote,
  goals: Target,
  phases: Columns3,
  domains: Rows3,
  decisions: Gavel,
  communications: Megaphone,
  parties: Users,
  parking: SquareParking,
  blackouts: CalendarOff,
  cells: CircleSlash2,
  waivers: ListTodo,
  steps: ListChecks,
  links: Link2,
  options: Split,
} as const satisfies Record<string, LucideIcon>;

export type BinKind = keyof typeof KIND_ICONS;
export const BIN_KINDS = Object.keys(KIND_ICONS) as BinKind[];

/** What kind of thing it is. */
export function kindOf(one: BinnedAt): BinKind {
  return "item" in one ? one.item.field : one.root;
}
