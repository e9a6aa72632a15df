import {
  Gavel,
  LayoutGrid,
  type LucideIcon,
  Megaphone,
  MessagesSquare,
  SquareParking,
  Target,
  Users,
} from "lucide-react";

/** What a plan can be looked at as, besides the wall; each is in the address as it is called here. */
export const VIEW_NAMES = ["goals", "decisions", "people", "communication", "discussion", "parking"] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** The sign of each; its word always goes with it. */
export const VIEW_ICONS: Record<ViewName | "wall", LucideIcon> = {
  wall: LayoutGrid,
  goals: Target,
  decisions: Gavel,
  people: Users,
  communication: Megaphone,
  discussion: MessagesSquare,
  parking: SquareParking,
};

/** The view of that name; null for the wall and for what is none. */
export function viewOf(name: string | null): ViewName | null {
  return VIEW_NAMES.find((known) => known === name) ?? null;
}
