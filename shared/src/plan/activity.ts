import type * as Y from "yjs";
import type { NewId } from "../kernel/id.ts";
import { ok, refuse } from "../kernel/result.ts";
import { insertAt } from "../order/insert.ts";
import { createEntry } from "./create.ts";
import { editPlan, entryOf } from "./entry.ts";
import { cardsInCell, isCell, type Spot } from "./move-activity.ts";
import { readActivity } from "./read-live.ts";
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
  if (entryOf(doc, "activities", id) !== null) return refuse("exists");
  const writes = insertAt(cardsInCell(doc, at), id, at.index ?? Number.POSITIVE_INFINITY);
  const rank = writes.find((write) => write.id === id)?.rank ?? "";
  return editPlan(doc, () => {
    const place = [at.phase, at.domain, rank] as const;
    const created = createEntry(doc, "activities", id, { ...values, place }, stamp);
    if (!created.ok) return created;
    for (const write of writes) {
      if (write.id === id) continue;
      entryOf(doc, "activities", write.id)?.set("place", [at.phase, at.domain, write.rank]);
    }
    return ok(id);
  });
}

/**
 * Adds a copy of a card right below it, under the title given. What was planned is copied; what happened (status, progress, ticks,
 * waiting, acceptance) is not. Refused as `not-found` without the card, or when its phase or domain is gone.
 */
export function duplicateActivity(
  doc: Y.Doc,
  id: string,
  copy: { readonly title: string; readonly newId: NewId },
  stamp: Stamp,
): Edit<string> {
  const source = readActivity(doc, id);
  if (source === null) return refuse("not-found");
  const [phase, domain] = source.place;
  const index = cardsInCell(doc, { phase, domain }).findIndex((card) => card.id === id) + 1;
  const { rich, waiting: _waiting, acceptedBy: _by, acceptedOn: _on, ...planned } = source;
  const values = {
    ...planned,
    ...rich,
    title: copy.title,
    status: source.status === "idea" ? "idea" : "planned",
    progress: 0,
    steps: source.steps.map((step) => ({ ...step, id: copy.newId(), done: false })),
    links: source.links.map((link) => ({ ...link, id: copy.newId() })),
  } as const;
  return addActivity(doc, copy.newId(), { phase, domain, index }, values, stamp);
}
