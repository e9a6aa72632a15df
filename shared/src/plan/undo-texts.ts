import * as Y from "yjs";
import { editPlan, PLAN_EDIT } from "./entry.ts";
import { replaceText } from "./replace-text.ts";
import { restoreRich } from "./restore-rich.ts";

type Text = Y.Text | Y.XmlFragment;

/** Follows what edits of the plan write in these texts; all of it is one step. `stopRecording` comes before anything else is written. */
export function recordTexts(texts: readonly Y.AbstractType<unknown>[]): Y.UndoManager {
  return new Y.UndoManager([...texts], {
    trackedOrigins: new Set([PLAN_EDIT]),
    captureTimeout: Number.POSITIVE_INFINITY,
  });
}

/** From here on only undoing and redoing are followed. False when nothing was written in any of the texts. */
export function stopRecording(manager: Y.UndoManager): boolean {
  manager.trackedOrigins.delete(PLAN_EDIT);
  return manager.canUndo();
}

/**
 * Takes out of texts what a command wrote in them, or puts it in again; what others wrote stays. A text of which others left nothing that
 * the command wrote stays as they made it. Tells whether anything was there to do.
 */
export function walkTexts(doc: Y.Doc, manager: Y.UndoManager, way: "undo" | "redo"): boolean {
  const kept = replacedSince(doc, manager, way);
  if (manager[way]() === null) return false;
  if (kept.length > 0) editPlan(doc, () => kept.forEach((putBack) => putBack()));
  return true;
}

/** The texts of which nothing is left that the command wrote: each as what makes it read again as it does now. */
function replacedSince(doc: Y.Doc, manager: Y.UndoManager, way: "undo" | "redo"): (() => void)[] {
  const step = (way === "undo" ? manager.undoStack : manager.redoStack).at(-1);
  if (step === undefined) return [];
  const hasLeft = new Map<Text, boolean>();
  doc.transact((transaction) => {
    Y.iterateDeletedStructs(transaction, step.insertions, (struct) => {
      const text = struct instanceof Y.Item ? textOf(struct, manager) : null;
      if (text !== null) hasLeft.set(text, hasLeft.get(text) === true || !struct.deleted);
    });
  });
  return [...hasLeft].flatMap(([text, has]) => (has ? [] : [keeping(text)]));
}

/** The text among those that are followed in which this was written. */
function textOf(item: Y.Item, manager: Y.UndoManager): Text | null {
  for (let parent = item.parent; parent instanceof Y.AbstractType; parent = parent._item?.parent ?? null)
    if ((parent instanceof Y.Text || parent instanceof Y.XmlFragment) && manager.scope.includes(parent))
      return parent;
  return null;
}

function keeping(text: Text): () => void {
  if (text instanceof Y.Text) {
    const words = text.toJSON();
    return () => replaceText(text, words);
  }
  const doc = new Y.Doc();
  const copy = doc.getXmlFragment("text");
  copy.insert(
    0,
    text.toArray().map((node) => node.clone() as Y.XmlElement | Y.XmlText),
  );
  return () => {
    restoreRich(text, copy);
    doc.destroy();
  };
}
