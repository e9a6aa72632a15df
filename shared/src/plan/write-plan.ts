import type * as Y from "yjs";
import type { Result } from "../kernel/result.ts";
import { ok } from "../kernel/result.ts";
import { ranksBetween } from "../order/rank.ts";
import { createEntry, createPlanDocument } from "./create.ts";
import { editPlan, type EntryRoot } from "./entry.ts";
import type { Plan, Stamp } from "./schema.ts";
import type { EntryValues } from "./values.ts";

/**
 * Makes an empty document a plan that reads as `plan`, under the same ids, without what lies in its bin. A card that is in no cell stays
 * so. Refused as `exists` when the document is a plan already. Entries whose id is taken or none are left out.
 */
export function writePlan(doc: Y.Doc, plan: Plan, stamp: Stamp): Result<void, "exists"> {
  return editPlan(doc, () => {
    const { title, language, ambition, rich } = plan;
    const made = createPlanDocument(doc, { title, language, ambition: rich.ambition ?? ambition });
    if (!made.ok) return made;
    const create = <R extends EntryRoot>(root: R, id: string, values: EntryValues[R]): void => {
      createEntry(doc, root, id, values, stamp);
    };
    const createRanked = <R extends RankedRoot>(
      root: R,
      entries: readonly (Omit<EntryValues[R], "rank"> & { readonly id: string })[],
    ): void => {
      const ranks = ranksBetween(null, null, entries.length);
      entries.forEach((entry, at) => create(root, entry.id, { ...entry, rank: ranks[at] ?? "" }));
    };
    createRanked("goals", plan.goals);
    createRanked("phases", plan.phases);
    createRanked("domains", plan.domains.map(withRich));
    createRanked("parties", plan.parties);
    const ranks = ranksBetween(null, null, plan.activities.length);
    plan.activities.forEach((activity, at) => {
      const { phase, domain, ...card } = withRich(activity);
      create("activities", card.id, { ...card, place: [phase ?? "", domain ?? "", ranks[at] ?? ""] });
    });
    createRanked("decisions", plan.decisions.map(withRich));
    createRanked("communications", plan.communications);
    createRanked("parking", plan.parking);
    createRanked("blackouts", plan.blackouts);
    for (const cell of plan.cells) create("cells", cell.id, cell);
    for (const waiver of plan.waivers) create("waivers", waiver.id, waiver);
    return ok(undefined);
  });
}

type RankedRoot = Exclude<EntryRoot, "activities" | "cells" | "waivers">;

/** An entry with its formatted texts in place of the plain ones. */
function withRich<Entry extends { readonly rich: object }>({ rich, ...entry }: Entry): Omit<Entry, "rich"> {
  return { ...entry, ...rich };
}
