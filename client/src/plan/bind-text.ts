import * as Y from "yjs";
import { letterOf } from "../ui/shortcut.ts";
import { type DeltaPart, mapIndex, textEdit } from "./text-edit.ts";

/** A line of text or a plain text area. */
export type TextElement = HTMLInputElement | HTMLTextAreaElement;

/**
 * Keeps `element` and `text` the same: what is typed goes into the text as the smallest edit, and what others type comes in without
 * moving the caret. While a character is being composed, others' edits wait. Control+Z undoes only one's own typing here.
 * `changed` is called whenever the element's value is another. Returns how to stop.
 */
export function bindText(element: TextElement, text: Y.Text, changed: () => void): () => void {
  const undo = new Y.UndoManager(text, { trackedOrigins: new Set([element]) });
  const stop = new AbortController();
  const { signal } = stop;
  /** What the element held when it last agreed with the text, and what others did to the text since. */
  let base = text.toString();
  let waiting: DeltaPart[][] = [];
  let isComposing = false;
  element.value = base;
  changed();

  const write = (): void => {
    const edit = textEdit(base, element.value, element.selectionEnd ?? element.value.length);
    const caret = element.selectionEnd ?? 0;
    const missed = waiting;
    waiting = [];
    if (edit !== null) {
      const at = missed.reduce(mapIndex, edit.at);
      const end = missed.reduce(mapIndex, edit.at + edit.remove);
      text.doc?.transact(() => {
        if (end > at) text.delete(at, end - at);
        if (edit.insert !== "") text.insert(at, edit.insert);
      }, element);
    }
    base = text.toString();
    if (missed.length > 0) show(missed.reduce(mapIndex, caret), missed.reduce(mapIndex, caret));
    changed();
  };
  const show = (start: number, end: number): void => {
    element.value = base;
    if (element.ownerDocument.activeElement === element) element.setSelectionRange(start, end);
    changed();
  };
  const onText = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    if (transaction.origin === element) return;
    const delta = event.delta as DeltaPart[];
    if (isComposing) {
      waiting.push(delta);
      return;
    }
    base = text.toString();
    show(mapIndex(element.selectionStart ?? 0, delta), mapIndex(element.selectionEnd ?? 0, delta));
  };
  const onKeyDown = (event: Event): void => {
    const press = event as KeyboardEvent;
    if (!press.ctrlKey && !press.metaKey) return;
    const key = letterOf(press);
    const isRedo = key === "y" || (key === "z" && press.shiftKey);
    if (!isRedo && key !== "z") return;
    event.preventDefault();
    event.stopPropagation();
    if (isRedo) undo.redo();
    else undo.undo();
  };
  element.addEventListener("input", () => isComposing || write(), { signal });
  element.addEventListener("compositionstart", () => (isComposing = true), { signal });
  element.addEventListener(
    "compositionend",
    () => {
      isComposing = false;
      write();
    },
    { signal },
  );
  element.addEventListener("keydown", onKeyDown, { signal });
  text.observe(onText);
  return () => {
    if (isComposing) write();
    stop.abort();
    text.unobserve(onText);
    undo.destroy();
  };
}
