import { archiveAxis } from "@planwand/shared/plan/axis.ts";
import type { Axis } from "@planwand/shared/plan/displaced.ts";
import { addEntry, moveEntry } from "@planwand/shared/plan/ranked.ts";
import type * as Y from "yjs";
import { newId, nowMs } from "./clock.ts";
import { awaitName } from "./nameless.ts";
import type { PlanIndex } from "./plan-index.ts";
import { undoStackOf } from "./undo.ts";

/** As many colours as there are for domains. */
const DOMAIN_COLORS = 8;

/** Adds a phase or domain without a name at an index; `by` is the actor. Returns its id. */
export function addAxisEntry(doc: Y.Doc, plan: PlanIndex, axis: Axis, index: number, by: string): string {
  const id = newId();
  const stamp = { by, at: nowMs() };
  undoStackOf(doc).run("add", () => {
    if (axis === "phases") return addEntry(doc, axis, id, {}, stamp, index);
    return addEntry(doc, axis, id, { color: freeColor(plan) }, stamp, index);
  });
  awaitName(doc, axis, id);
  return id;
}

/** Moves a phase or domain to an index among the others. */
export function moveAxisEntry(doc: Y.Doc, axis: Axis, id: string, index: number): void {
  undoStackOf(doc).run("move", () => moveEntry(doc, axis, id, index));
}

/** Puts a phase or domain in the bin and its cards in `target`, which it needs when there are any. Tells whether it did. */
export function archiveAxisEntry(
  doc: Y.Doc,
  axis: Axis,
  id: string,
  target: string | null,
  by: string,
): boolean {
  return undoStackOf(doc).run("archive", () => archiveAxis(doc, axis, id, target, { by, at: nowMs() })).ok;
}

/** The colour that the fewest domains have. */
function freeColor(plan: PlanIndex): number {
  const used = plan.list("domains").map((domain) => domain.color);
  const uses = Array.from(
    { length: DOMAIN_COLORS },
    (_, color) => used.filter((each) => each === color).length,
  );
  return uses.indexOf(Math.min(...uses));
}
