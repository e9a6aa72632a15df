import { applyEdits, type PlanEdit } from "@planwand/shared/plan/apply-edits.ts";
import { textsOf } from "@planwand/shared/plan/restore.ts";
import type * as Y from "yjs";
import { nowMs } from "./clock.ts";
import { undoStackOf } from "./undo.ts";

/**
 * Carries out what a file brings, as one step to undo; `by` is the actor. Returns how to take just this back: false when something else
 * was done since, which would have to be undone first.
 */
export function importEdits(doc: Y.Doc, edits: readonly PlanEdit[], by: string): () => boolean {
  const stack = undoStackOf(doc);
  stack.run("import", () => applyEdits(doc, edits, { by, at: nowMs() }), textsOf(doc));
  const step = stack.last;
  return () => {
    if (step === null || stack.last !== step) return false;
    stack.undo({ by, at: nowMs() });
    return true;
  };
}
