import { observePlan } from "@planwand/shared/plan/observe.ts";
import { placeActivities } from "@planwand/shared/plan/read.ts";
import { resolveReferences } from "@planwand/shared/plan/resolve.ts";
import { type Plan, PLAN_SCHEMA } from "@planwand/shared/plan/schema.ts";
import type * as Y from "yjs";
import { entriesStore } from "./entry-lists.ts";
import { planIndexOf } from "./plan-index.ts";

/**
 * The plan as plain values, put together from what the page has read already: as `toPlan` gives it, but nothing is read from the
 * document again, and the bin is left out.
 */
export function planNow(doc: Y.Doc): Plan {
  const index = planIndexOf(doc);
  const [phases, domains] = [index.list("phases"), index.list("domains")];
  const ids = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id);
  return resolveReferences({
    ...index.list("meta"),
    schema: PLAN_SCHEMA,
    goals: index.list("goals"),
    phases,
    domains,
    parties: index.list("parties"),
    activities: placeActivities(index.activities(), ids(phases), ids(domains)),
    decisions: entriesStore(doc, "decisions").getSnapshot(),
    communications: entriesStore(doc, "communications").getSnapshot(),
    parking: entriesStore(doc, "parking").getSnapshot(),
    blackouts: entriesStore(doc, "blackouts").getSnapshot(),
    cells: entriesStore(doc, "cells").getSnapshot(),
    waivers: entriesStore(doc, "waivers").getSnapshot(),
    bin: [],
  });
}

/** Tells of every change of the plan, once what the page has read is up to date. Returns how to stop. */
export function watchPlan(doc: Y.Doc, listener: () => void): () => void {
  // Whoever is told of a change later than these finds it in them.
  planNow(doc);
  return observePlan(doc, listener);
}
