import type * as Y from "yjs";
import { ok, refuse } from "../kernel/result.ts";
import { compareByRank } from "../order/rank.ts";
import { archiveEntry } from "./archive.ts";
import { type Axis, displace } from "./displaced.ts";
import { editPlan, entriesOf, entryOf, rootMap } from "./entry.ts";
import { readPlace } from "./read-activity.ts";
import { isArchived, liveByRank } from "./read-field.ts";
import type { Edit } from "./refusal.ts";
import type { Stamp } from "./schema.ts";

/**
 * Puts a phase or domain in the bin and, in the same transaction, its cards at the ends of the cells of `target`; they go back with
 * it. Refused as `in-use` when there are cards and no target, and as `not-found` when either is not there (a target in the bin is
 * not there). A card that somebody moves there at the same time shows in *Niet ingedeeld*.
 */
export function archiveAxis(doc: Y.Doc, axis: Axis, id: string, target: string | null, stamp: Stamp): Edit {
  if (entryOf(doc, axis, id) === null) return refuse("not-found");
  const cards = cardsOn(doc, axis, id);
  if (cards.length > 0 && target === null) return refuse("in-use");
  if (target !== null) {
    const entry = target === id ? null : entryOf(doc, axis, target);
    if (entry === null || isArchived(entry)) return refuse("not-found");
  }
  return editPlan(doc, () => {
    if (target !== null) for (const card of cards) displace(doc, card.id, axis, target);
    archiveEntry(doc, axis, id, stamp);
    return ok(undefined);
  });
}

interface Card {
  readonly id: string;
  readonly phase: string;
  readonly domain: string;
}

/** The live cards of a phase or domain, by cell in the order of the other axis, then as they stand in it. */
function cardsOn(doc: Y.Doc, axis: Axis, id: string): Card[] {
  const other = liveByRank(rootMap(doc, axis === "phases" ? "domains" : "phases")).map((entry) => entry.id);
  const cards = entriesOf(rootMap(doc, "activities"))
    .filter(([, entry]) => !isArchived(entry))
    .map(([card, entry]) => {
      const [phase, domain, rank] = readPlace(entry);
      return { id: card, phase, domain, rank };
    })
    .filter((card) => (axis === "phases" ? card.phase : card.domain) === id);
  const column = (card: Card) => other.indexOf(axis === "phases" ? card.domain : card.phase);
  return cards.sort((a, b) => column(a) - column(b) || compareByRank(a, b));
}
