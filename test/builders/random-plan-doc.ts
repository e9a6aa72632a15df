import { archiveEntry } from "@planwand/shared/plan/archive.ts";
import { createEntry, createPlanDocument } from "@planwand/shared/plan/create.ts";
import { editPlan, type EntryRoot } from "@planwand/shared/plan/entry.ts";
import type { Archived, Plan } from "@planwand/shared/plan/schema.ts";
import type { EntryValues } from "@planwand/shared/plan/values.ts";
import { ranksBetween } from "@planwand/shared/order/rank.ts";
import * as Y from "yjs";
import { STAMP } from "./plan-doc.ts";

/** A phase and a domain that no plan has: a card put there is in *Niet ingedeeld*. */
const GONE = ["phase-gone", "domain-gone"] as const;

/** A document that reads as this plan: `toPlan(docOfPlan(plan))` equals it. */
export function docOfPlan(plan: Plan): Y.Doc {
  const doc = new Y.Doc();
  editPlan(doc, () => {
    const { title, language, ambition, rich } = plan;
    createPlanDocument(doc, { title, language, ambition: rich.ambition ?? ambition });
    createRanked(doc, "goals", plan.goals);
    createRanked(doc, "phases", plan.phases);
    createRanked(
      doc,
      "domains",
      plan.domains.map((domain) => ({ ...domain, ...domain.rich })),
    );
    createRanked(doc, "parties", plan.parties);
    const ranks = ranksBetween(null, null, plan.activities.length);
    plan.activities.forEach(({ phase, domain, rich, ...card }, at) => {
      const place = [phase ?? GONE[0], domain ?? GONE[1], ranks[at] ?? ""] as const;
      create(doc, "activities", card.id, { ...card, ...rich, place });
    });
    createRanked(
      doc,
      "decisions",
      plan.decisions.map((decision) => ({ ...decision, ...decision.rich })),
    );
    createRanked(doc, "communications", plan.communications);
    createRanked(doc, "parking", plan.parking);
    createRanked(doc, "blackouts", plan.blackouts);
    for (const cell of plan.cells) create(doc, "cells", cell.id, cell);
    for (const waiver of plan.waivers) create(doc, "waivers", waiver.id, waiver);
    for (const binned of plan.bin) createBinned(doc, binned);
  });
  return doc;
}

type RankedRoot = Exclude<EntryRoot, "activities" | "cells" | "waivers">;

function createRanked<R extends RankedRoot>(
  doc: Y.Doc,
  root: R,
  entries: readonly (Omit<EntryValues[R], "rank"> & { readonly id: string })[],
): void {
  const ranks = ranksBetween(null, null, entries.length);
  entries.forEach((entry, at) => create(doc, root, entry.id, { ...entry, rank: ranks[at] ?? "" }));
}

function create<R extends EntryRoot>(doc: Y.Doc, root: R, id: string, values: EntryValues[R]): void {
  const made = createEntry(doc, root, id, values, STAMP);
  if (!made.ok) throw new Error(`no ${root} could be made under ${id}: ${made.refusal}`);
}

function createBinned(doc: Y.Doc, { root, id, title, archived }: Archived): void {
  const rank = "a0";
  switch (root) {
    case "activities":
      create(doc, root, id, { title, place: [...GONE, rank] });
      break;
    case "goals":
      create(doc, root, id, { title, rank });
      break;
    case "decisions":
      create(doc, root, id, { question: title, rank });
      break;
    case "communications":
      create(doc, root, id, { message: title, rank });
      break;
    case "parking":
      create(doc, root, id, { text: title, rank });
      break;
    case "phases":
    case "domains":
    case "parties":
    case "blackouts":
      create(doc, root, id, { name: title, rank });
      break;
    case "cells":
      create(doc, root, id, { phase: GONE[0], domain: GONE[1], emptyReason: title });
      break;
    case "waivers":
      create(doc, root, id, { check: "K05", subject: GONE[0], reason: title });
      break;
  }
  archiveEntry(doc, root, id, archived);
}
