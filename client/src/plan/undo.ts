import { UndoStack } from "@planwand/shared/plan/undo.ts";
import type * as Y from "yjs";
import { nowMs } from "./clock.ts";

const stacks = new WeakMap<Y.Doc, UndoStack<string>>();

/** What this tab did to the structure of this document, to undo and redo; every structural edit of the page runs on it. */
export function undoStackOf(doc: Y.Doc): UndoStack<string> {
  const stack = stacks.get(doc) ?? new UndoStack<string>(doc);
  stacks.set(doc, stack);
  return stack;
}

/** What an undo or redo came to, for the person who asked. */
export type WalkOutcome = "done" | "changed-meanwhile" | "nothing";

/** Undoes or redoes this tab's last structural edit; leaves alone what others changed since. `by` is the actor. */
export function walkBack(doc: Y.Doc, way: "undo" | "redo", by: string): WalkOutcome {
  const outcome = undoStackOf(doc)[way]({ by, at: nowMs() });
  if (outcome === null) return "nothing";
  return outcome.done.length > 0 ? "done" : "changed-meanwhile";
}
