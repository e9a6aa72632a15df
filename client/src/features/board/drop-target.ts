import type { Box } from "../../ui/autoscroll.ts";
export interface CardBox {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
}

export interface CellBox extends Box {
  readonly phase: string;
  readonly domain: string;
  /** The cards of the cell, top to bottom. */
  readonly cards: readonly CardBox[];
}

/** Where a card would land. `before` is the card that it pushes down; null is the end of the cell. */
export interface DropTarget {
  readonly phase: string;
  readonly domain: string;
  readonly before: string | null;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The place under the pointer: the cell that contains it and the first card there whose middle lies below it.
 * Null when the pointer is outside `visible` (the part of the matrix that no header covers) or in no cell.
 */
export function dropTargetAt(
  pointer: Point,
  cells: readonly CellBox[],
  visible: Box,
  dragged: readonly string[],
): DropTarget | null {
  if (!contains(visible, pointer)) return null;
  const cell = cells.find((candidate) => contains(candidate, pointer));
  if (cell === undefined) return null;
  const below = cell.cards.find(
    (card) => !dragged.includes(card.id) && pointer.y < (card.top + card.bottom) / 2,
  );
  return { phase: cell.phase, domain: cell.domain, before: below?.id ?? null };
}

function contains(box: Box, point: Point): boolean {
  return point.x >= box.left && point.x < box.right && point.y >= box.top && point.y < box.bottom;
}

/**
 * The index among the other cards of the cell, as they are now: a colleague may have moved them since the pointer came.
 * A card that is no longer there counts as the end of the cell.
 */
export function dropIndex(before: string | null, cell: readonly string[], dragged: string): number {
  const others = cell.filter((id) => id !== dragged);
  const index = before === null ? -1 : others.indexOf(before);
  return index === -1 ? others.length : index;
}
