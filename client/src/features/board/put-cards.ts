import { moveAllTo } from "../../plan/actions.ts";
import { cellKey } from "../../plan/cells.ts";
import type { PlanIndex } from "../../plan/plan-index.ts";
import type { PlanSession } from "../../sync/session.tsx";
import type { Spot } from "./keyboard-move.ts";
import { SHOWN_AT_MOST } from "./overflow.ts";
import { showWhole, type WallStores } from "./wall-context.ts";

/**
 * Puts cards one below the other in a cell, the first at `at.index` among the cards there other than itself. What is put there is
 * seen there: a cell of the wall around it that would hide some of its cards shows them all.
 */
export function putCards(
  { doc }: Pick<PlanSession, "doc">,
  index: PlanIndex,
  stores: Pick<WallStores, "whole"> | null,
  ids: readonly string[],
  { phase, domain, index: at }: Spot,
): void {
  const others = index.cell(phase, domain).filter((other) => other !== ids[0]);
  const before = others.slice(at).find((other) => !ids.includes(other)) ?? null;
  if (stores !== null && others.length + ids.length > SHOWN_AT_MOST)
    showWhole(stores, cellKey(phase, domain));
  moveAllTo(doc, ids, { phase, domain, before });
}
