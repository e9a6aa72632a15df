import { toPlan } from "@planwand/shared/plan/read.ts";
import type * as Y from "yjs";

/**
 * The plan in `doc` as one JSON file, with every edit that the server does not have; importing it gives all of them back. `at`: milliseconds
 * since 1970.
 */
export function rescueFile(doc: Y.Doc, planId: string, at: number): Blob {
  const content = {
    kind: "planwand-rescue",
    planId,
    at: new Date(at).toISOString(),
    plan: toPlan(doc),
  };
  return new Blob([JSON.stringify(content)], { type: "application/json" });
}
