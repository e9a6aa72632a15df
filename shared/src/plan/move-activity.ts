import type * as Y from "yjs";
import { ok, refuse } from "../kernel/result.ts";
import { insertAt } from "../order/insert.ts";
import { compareByRank, type Ranked } from "../order/rank.ts";
import { eachEntry, editPlan, entryOf, rootMap } from "./entry.ts";
import { readPlace } from "./read-activity.ts";
import { isArchived } from "./read-field.ts";
import type { Edit } from "./refusal.ts";

/** A cell, and an index among the *other* cards that it shows; past the end is the end. */
export interface Spot {
  readonly phase: string;
  readonly domain: string;
  readonly index: number;
}

/**
 * Moves a card: one write of its one position register, with the ranks of tied neighbours healed in the same transaction. The value
 * is whether anything was written: nothing when the card is there already.
 * Refused as `not-found` when the card is no entry, or the phase or domain is none or in the bin.
 */
export function moveActivity(doc: Y.Doc, id: string, to: Spot): Edit<boolean> {
  if (entryOf(doc, "activities", id) === null || !isCell(doc, to)) return refuse("not-found");
  return ok(putInCell(doc, id, to));
}

/**
 * Moves cards right above `before`, which is none of them, or to the end of the cell for null: one below the other in the order given,
 * in one transaction. Ids that are no entry are left out. Refused as `not-found` when the cell is not there.
 */
export function moveActivities(
  doc: Y.Doc,
  ids: readonly string[],
  { phase, domain, before }: Pick<Spot, "phase" | "domain"> & { readonly before: string | null },
): Edit {
  if (!isCell(doc, { phase, domain })) return refuse("not-found");
  editPlan(doc, () => {
    for (const id of ids) {
      if (entryOf(doc, "activities", id) === null) continue;
      const others = cardsInCell(doc, { phase, domain }).filter((card) => card.id !== id);
      const at = others.findIndex((card) => card.id === before);
      putInCell(doc, id, { phase, domain, index: at === -1 ? others.length : at });
    }
  });
  return ok(undefined);
}

/** True when both phase and domain are there and not in the bin. */
export function isCell(doc: Y.Doc, cell: Pick<Spot, "phase" | "domain">): boolean {
  const phase = entryOf(doc, "phases", cell.phase);
  const domain = entryOf(doc, "domains", cell.domain);
  return phase !== null && !isArchived(phase) && domain !== null && !isArchived(domain);
}

/** The cards that a cell shows, in order. */
export function cardsInCell(doc: Y.Doc, cell: Pick<Spot, "phase" | "domain">): Ranked[] {
  const cards: Ranked[] = [];
  for (const [id, entry] of eachEntry(rootMap(doc, "activities"))) {
    const [phase, domain, rank] = readPlace(entry);
    if (phase === cell.phase && domain === cell.domain && !isArchived(entry)) cards.push({ id, rank });
  }
  return cards.sort(compareByRank);
}

/** Writes the ranks that put a card at an index of a cell; the card need not have been on the wall yet. */
export function putInCell(doc: Y.Doc, id: string, to: Spot): boolean {
  const writes = insertAt(cardsInCell(doc, to), id, to.index);
  editPlan(doc, () => {
    for (const write of writes) {
      entryOf(doc, "activities", write.id)?.set("place", [to.phase, to.domain, write.rank]);
    }
  });
  return writes.length > 0;
}
