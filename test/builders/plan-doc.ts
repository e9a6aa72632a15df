import { createEntry } from "@planwand/shared/plan/create.ts";
import { editPlan } from "@planwand/shared/plan/entry.ts";
import { cardsInCell } from "@planwand/shared/plan/move-activity.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Activity, Stamp } from "@planwand/shared/plan/schema.ts";
import { ranksBetween } from "@planwand/shared/order/rank.ts";
import { rankAtEnd } from "@planwand/shared/order/insert.ts";
import { seedPlan, type SeedOptions } from "@planwand/shared/templates/seed-plan.ts";
import type { TemplateName } from "@planwand/shared/templates/named-templates.ts";
import * as Y from "yjs";

/** Who and when, for documents in tests. */
export const STAMP: Stamp = { by: "actor-of-the-tests", at: 1_795_000_000_000 };

/** Ids in a row, `card-000001` and so on: the same at every run. */
export function countingIds(prefix = "entry"): () => string {
  let count = 0;
  return () => `${prefix}-${String(++count).padStart(6, "0")}`;
}

/** A document seeded from a template, as the server makes it. */
export function seededDoc(template: TemplateName, options: Partial<SeedOptions> = {}): Y.Doc {
  const doc = new Y.Doc();
  const defaults = { title: "Testplan", language: "nl", newId: countingIds(), stamp: STAMP } as const;
  seedPlan(doc, template, { ...defaults, ...options });
  return doc;
}

/** The whole example plan as a document. */
export function examplePlanDoc(): Y.Doc {
  return seededDoc("example");
}

/** The example plan with copies of its activities, spread over all cells, until there are `count`. */
export function largePlanDoc(count: number): Y.Doc {
  const doc = examplePlanDoc();
  growPlan(doc, count);
  return doc;
}

/** Adds copies of a plan's own activities, spread over all cells, until there are `count`; one transaction a cell. */
export function growPlan(doc: Y.Doc, count: number): void {
  const { phases, domains, activities } = toPlan(doc);
  const cells = phases.flatMap((phase) => domains.map((domain) => ({ phase: phase.id, domain: domain.id })));
  const copies = Math.max(0, count - activities.length);
  const newId = countingIds("copy");
  cells.forEach((cell, at) => {
    editPlan(doc, () => {
      const share = Math.floor(copies / cells.length) + (at < copies % cells.length ? 1 : 0);
      const ranks = ranksBetween(rankAtEnd(cardsInCell(doc, cell)), null, share);
      for (const [index, rank] of ranks.entries()) {
        const source = activities[(at + index * 7) % activities.length];
        if (source === undefined) throw new Error("the example has activities");
        copyOf(doc, newId(), source, [cell.phase, cell.domain, rank]);
      }
    });
  });
}

function copyOf(doc: Y.Doc, id: string, source: Activity, place: [string, string, string]): void {
  const steps = source.steps.map((step) => ({ ...step, id: `${id}-${step.id.slice(-6)}` }));
  createEntry(doc, "activities", id, { ...source, place, steps }, STAMP);
}
