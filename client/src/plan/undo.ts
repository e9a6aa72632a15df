import { type UndoOutcome, UndoStack } from "@planwand/shared/plan/undo.ts";
import type * as Y from "yjs";
import { createStore, type ReadableStore, type Store } from "../sync/store.ts";
import { nowMs } from "./clock.ts";

/** Whether there is anything to walk back over, for the buttons. */
export interface UndoSteps {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

interface Walk {
  readonly stack: UndoStack<string>;
  readonly steps: Store<UndoSteps>;
}

const walks = new WeakMap<Y.Doc, Walk>();

function walkOf(doc: Y.Doc): Walk {
  const known = walks.get(doc);
  if (known !== undefined) return known;
  const steps = createStore<UndoSteps>({ canUndo: false, canRedo: false });
  const stack = new UndoStack<string>(doc, () => {
    const { canUndo, canRedo } = stack;
    const now = steps.getSnapshot();
    if (now.canUndo !== canUndo || now.canRedo !== canRedo) steps.set({ canUndo, canRedo });
  });
  const walk = { stack, steps };
  walks.set(doc, walk);
  return walk;
}

/** What this tab did to the structure of this document, to undo and redo; every structural edit of the page runs on it. */
export function undoStackOf(doc: Y.Doc): UndoStack<string> {
  return walkOf(doc).stack;
}

/** Whether this tab has something to undo or redo. */
export function undoStepsOf(doc: Y.Doc): ReadableStore<UndoSteps> {
  return walkOf(doc).steps;
}

/** What an undo or redo came to, for the person who asked. `changedBy` is a client id of the document. */
export type WalkOutcome =
  | { readonly kind: "done" | "nothing" }
  | { readonly kind: "changed-meanwhile"; readonly changedBy: number | null };

/** Takes back one step, whatever was done since. */
export type TakeBack = () => WalkOutcome;

/**
 * Does something as one step, with what it writes within `texts`, and returns how to take just that back; nothing happens then when it
 * wrote nothing. `by` is the actor.
 */
export function takeStep(
  doc: Y.Doc,
  {
    label,
    by,
    texts,
  }: { readonly label: string; readonly by: string; readonly texts?: readonly Y.AbstractType<unknown>[] },
  edit: () => unknown,
): TakeBack {
  const stack = undoStackOf(doc);
  const before = stack.last;
  stack.run(label, edit, texts);
  const step = stack.last === before ? null : stack.last;
  return () => told(step === null ? null : stack.undoOne(step, { by, at: nowMs() }));
}

/** What undoing or redoing came to, in short; null is for nothing to walk over. */
export function told(outcome: UndoOutcome<string> | null): WalkOutcome {
  if (outcome === null) return { kind: "nothing" };
  if (outcome.done.length > 0 || outcome.hasTexts) return { kind: "done" };
  return { kind: "changed-meanwhile", changedBy: outcome.skipped[0]?.changedBy ?? null };
}
