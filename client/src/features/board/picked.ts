import type { PlanIndex } from "../../plan/plan-index.ts";
import { toggled } from "./folds.ts";

/** The picked cards that are still there, as one reads the wall: cell by cell, each from the top. */
export function pickedInOrder(index: PlanIndex, picked: ReadonlySet<string>): string[] {
  if (picked.size === 0) return [];
  const cells = index
    .list("domains")
    .flatMap(({ id: domain }) => index.list("phases").flatMap(({ id: phase }) => index.cell(phase, domain)));
  return [...cells, ...index.unplaced()].filter((id) => picked.has(id));
}

/** The cards to move when `id` is: all that are picked when it is one of them, else it alone. */
export function movedWith(index: PlanIndex, picked: ReadonlySet<string>, id: string): readonly string[] {
  return picked.has(id) ? pickedInOrder(index, picked) : [id];
}

/** Picks or leaves a card; `isRange` picks all from the last one picked in the same cell. */
export function picking(
  index: PlanIndex,
  picked: ReadonlySet<string>,
  id: string,
  isRange: boolean,
): ReadonlySet<string> {
  const last = [...picked].at(-1);
  const card = index.activity(id);
  if (!isRange || last === undefined || card === null) return toggled(picked, id);
  const cell = index.cell(card.place[0], card.place[1]);
  const [from, to] = [cell.indexOf(last), cell.indexOf(id)].sort((a, b) => a - b);
  if (from === undefined || to === undefined || from < 0) return toggled(picked, id);
  return new Set([...picked, ...cell.slice(from, to + 1)]);
}
