import { ENTRY_KINDS, type EntryKind } from "../diff/value-kinds.ts";
import { withoutNames } from "../journal/erasing.ts";
import type { Plan } from "../plan/schema.ts";

/** A text of a plan in which a name stands: the plan itself (`meta`), or an entry of one of its lists. */
export interface NamePlace {
  readonly kind: EntryKind | "meta";
  /** Empty for the plan itself. */
  readonly id: string;
  /** What the entry is called. */
  readonly title: string;
}

/** Every entry of a plan in which this name stands as words of its own, in any case of letters; each once. */
export function placesOfName(plan: Plan, name: string): NamePlace[] {
  const isIn = (value: unknown): boolean => {
    if (typeof value === "string") return withoutNames(value, [name], "") !== null;
    if (Array.isArray(value)) return value.some(isIn);
    return typeof value === "object" && value !== null && Object.values(value).some(isIn);
  };
  const places: NamePlace[] = [];
  if (isIn(plan.title) || isIn(plan.ambition)) places.push({ kind: "meta", id: "", title: plan.title });
  for (const kind of ENTRY_KINDS)
    for (const entry of plan[kind])
      if (isIn(entry)) places.push({ kind, id: entry.id, title: calledOf(entry) });
  return places;
}

/** The field by which an entry of any kind is known. */
function calledOf(entry: object): string {
  const names = ["title", "name", "question", "message", "text", "emptyReason", "reason"];
  const name = names.map((field): unknown => Reflect.get(entry, field)).find((value) => value !== undefined);
  return typeof name === "string" ? name : "";
}
