import type * as Y from "yjs";
import { isId } from "../kernel/id.ts";
import { eachEntry, entryOf, rootMap, type SharedMap } from "./entry.ts";
import { putInCell } from "./move-activity.ts";
import { readPlace } from "./read-activity.ts";

/** The two axes of the wall. */
export type Axis = "phases" | "domains";

/**
 * Beside the place of a card: which phases and domains it had to leave because they went to the bin, so that it goes back when they do.
 * It holds for as long as the card is in the cell that it was put in then; whoever moves it to another cell settles the matter.
 */
export const DISPLACED = "place:was";

/** What a card left, and the rank that it had there. */
interface Left {
  readonly axis: Axis;
  readonly id: string;
  readonly rank: string;
}

interface Displaced {
  readonly cell: readonly [phase: string, domain: string];
  /** The first left comes first. */
  readonly left: readonly Left[];
}

/** Puts a card at the end of the cell across from its own in `target`, and remembers where it came from. */
export function displace(doc: Y.Doc, card: string, axis: Axis, target: string): void {
  const entry = entryOf(doc, "activities", card);
  if (entry === null) return;
  const left = leftBy(entry);
  const [phase, domain, rank] = readPlace(entry);
  const cell = axis === "phases" ? ([target, domain] as const) : ([phase, target] as const);
  putInCell(doc, card, { phase: cell[0], domain: cell[1], index: Number.POSITIVE_INFINITY });
  const id = axis === "phases" ? phase : domain;
  entry.set(DISPLACED, { cell, left: [...left, { axis, id, rank }] } satisfies Displaced);
}

/** Puts the cards that left a phase or domain back in it, those in the bin too; on the other axis they stay where they are now. */
export function bringBackCards(doc: Y.Doc, axis: Axis, id: string): void {
  for (const [, entry] of eachEntry(rootMap(doc, "activities"))) {
    const left = leftBy(entry);
    const at = left.findIndex((one) => one.axis === axis && one.id === id);
    const own = left[at];
    if (own === undefined) continue;
    const [phase, domain, rank] = readPlace(entry);
    const cell = axis === "phases" ? ([id, domain] as const) : ([phase, id] as const);
    // What it went to on this axis since only stood in for it; what it left on the other axis it left from here.
    const [next, ...later] = left.slice(at + 1).filter((one) => one.axis !== axis);
    const since = next === undefined ? [] : [{ ...next, rank: own.rank }, ...later];
    const still = [...left.slice(0, at), ...since];
    entry.set("place", [...cell, next === undefined ? own.rank : rank]);
    entry.set(DISPLACED, still.length === 0 ? null : ({ cell, left: still } satisfies Displaced));
  }
}

/** What a card left and may go back to; nothing once somebody moved it to another cell. */
function leftBy(entry: SharedMap): readonly Left[] {
  const value = entry.get(DISPLACED);
  if (!isDisplaced(value)) return [];
  const [phase, domain] = readPlace(entry);
  return value.cell[0] === phase && value.cell[1] === domain ? value.left : [];
}

/** Whether `value` is what `displace` writes. */
export function isDisplaced(value: unknown): value is Displaced {
  if (typeof value !== "object" || value === null) return false;
  const { cell, left } = value as Record<string, unknown>;
  return (
    Array.isArray(cell) && cell.length === 2 && cell.every(isId) && Array.isArray(left) && left.every(isLeft)
  );
}

function isLeft(value: unknown): value is Left {
  if (typeof value !== "object" || value === null) return false;
  const { axis, id, rank } = value as Record<string, unknown>;
  return (axis === "phases" || axis === "domains") && isId(id) && typeof rank === "string";
}
