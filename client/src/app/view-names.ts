/** What a plan can be looked at as, besides the wall, by what it is for; each is in the address as it is called here. */
export const VIEW_GROUPS = {
  plan: ["goals", "decisions", "people", "communication", "discussion", "parking"],
  steer: ["attention", "missing", "progress", "timeline", "table", "products"],
  account: ["versions", "history", "keeping", "example"],
} as const;
export type ViewGroup = keyof typeof VIEW_GROUPS;
export type ViewName = (typeof VIEW_GROUPS)[ViewGroup][number];

/** Views that are there only of the plan as it is now. */
const OF_NOW: ReadonlySet<ViewName | "wall"> = new Set([
  "attention",
  "missing",
  "versions",
  "history",
  "keeping",
  "example",
]);

const VIEW_NAMES: readonly ViewName[] = Object.values(VIEW_GROUPS).flat();

/** The pages of a work session that stand by themselves: that of who takes part, that of the room, and the cards to hand out. */
const FACE_NAMES = ["workshop", "beamer", "cards"] as const;
export type FaceName = (typeof FACE_NAMES)[number];

/**
 * One route for every view of a plan with and without an open entry, so that opening one draws nothing anew. An activity opens on
 * the wall.
 */
export const PLAN_PATH = new RegExp(
  String.raw`^/plan/(?<planId>[^/]+)(?:/(?<view>activity(?=/)|${[...VIEW_NAMES, ...FACE_NAMES].join("|")})(?:/(?<entry>[^/]+))?)?/?$`,
);

/** The view of that name; null for the wall and for what is none. */
export function viewOf(name: string | null): ViewName | null {
  return VIEW_NAMES.find((known) => known === name) ?? null;
}

/** The screen of a work session of that name; null for anything else. */
export function faceOf(name: string | null): FaceName | null {
  return FACE_NAMES.find((known) => known === name) ?? null;
}

/** Whether that view can be looked at, of the plan as it is now or as it stood in the past. */
export function isViewOf(name: ViewName | "wall", isPast: boolean): boolean {
  return !isPast || !OF_NOW.has(name);
}
