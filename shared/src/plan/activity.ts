import type * as Y from "yjs";
import { ok, refuse } from "../kernel/result.ts";
import { insertAt } from "../order/insert.ts";
import { createEntry } from "./create.ts";
import { editPlan, entryOf } from "./entry.ts";
import { cardsInCell, isCell, type Spot } from "./move-activity.ts";
import type { Edit } from "./refusal.ts";
import type { Stamp } from "./schema.ts";
import type { EntryValues } from "./values.ts";

/**
 * Adds a card to a cell, at its end when no index is given. Refused as `not-found` when the phase or domain is not there or in the
 * bin, and as `exists` or `invalid` for the id.
 */
export function addActivity(
  doc: Y.Doc,
  id: string,
  at: Omit<Spot, "index"> & { readonly index?: number },
  values: Omit<EntryValues["activities"], "place">,
  stamp: Stamp,
): Edit<string> {
  if (!isCell(doc, at)) return refuse("not-found");
  const writes = insertAt(cardsInCell(doc, at), id, at.index ?? Number.POSITIVE_INFINITY);
  const rank = writes.find((write) => write.id === id)?.rank;
  if (rank === undefined) return refuse("exists");
  return editPlan(doc, () => {
    const created = createEntry(
      doc,
      "activities",
      id,
      { ...values, place: [at.phase, at.domain, rank] },
      stamp,
    );
    if (!created.ok) return created;
    for (const write of writes) {
      if (write.id === id) continue;
      entryOf(doc, "activities", write.id)?.set("place", [at.phase, at.domain, write.rank]);
    }
    return ok(id);
  });
}
