import type { Standing } from "@planwand/shared/diff/differences.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { PlanConnection } from "../sync/plan-connection.ts";

/** The plan and the journal as this page has them now. */
export function standingNow({ doc, journal }: Pick<PlanConnection, "doc" | "journal">): Standing {
  return { plan: toPlan(doc), journal: journal.getSnapshot() };
}
