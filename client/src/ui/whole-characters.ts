import { cut } from "@planwand/shared/kernel/grapheme.ts";

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Has fields with a `maxlength`, or with a `data-line-length` for each of their lines, take as many whole characters as fit: the browser
 * itself cuts what is pasted wherever the length ends, in the middle of a flag or a family too. What stands in a field already stays.
 */
export function keepCharactersWhole(): void {
  document.addEventListener("beforeinput", onBeforeInput, { capture: true });
  document.addEventListener("compositionend", onCompositionEnd, { capture: true });
}

function onBeforeInput(event: InputEvent): void {
  const field = fieldOf(event.target);
  if (field === null || event.isComposing || !event.inputType.startsWith("insert")) return;
  const given = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
  const text = field instanceof HTMLInputElement ? given.replaceAll(/[\r\n]+/g, "") : given;
  const { selectionStart: start, selectionEnd: end } = field;
  if (start === null || end === null) return;
  // Of many lines each has room of its own; who takes them cuts them.
  if (lineLengthOf(field) !== null && text.includes("\n")) return;
  const room = Math.max(0, roomIn(field, start, end));
  if (text.length <= room) return;
  event.preventDefault();
  const fitting = cut(text, room);
  if (fitting !== "") replace(field, fitting, start, end);
}

/** What an input method commits cannot be held back: what the browser cut of it is cut to whole characters. */
function onCompositionEnd({ target, data }: CompositionEvent): void {
  const field = fieldOf(target);
  const caret = field?.selectionStart ?? null;
  if (field === null || caret === null) return;
  let there = Math.min(data.length, caret);
  while (there > 0 && field.value.slice(caret - there, caret) !== data.slice(0, there)) there--;
  const whole = cut(data, there).length;
  if (whole < there) replace(field, "", caret - (there - whole), caret);
}

function fieldOf(target: EventTarget | null): Field | null {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && (target.maxLength >= 0 || lineLengthOf(target) !== null) ? target : null;
}

function lineLengthOf(field: Field): number | null {
  const length = field.dataset["lineLength"];
  return length === undefined ? null : Number(length);
}

/** How much may come in place of what is selected, in UTF-16 code units. */
function roomIn(field: Field, start: number, end: number): number {
  const { value, maxLength } = field;
  const lineLength = lineLengthOf(field);
  if (lineLength === null) return maxLength - (value.length - (end - start));
  const before = start - (value.lastIndexOf("\n", start - 1) + 1);
  const lineEnd = value.indexOf("\n", end);
  return lineLength - before - ((lineEnd === -1 ? value.length : lineEnd) - end);
}

function replace(field: Field, text: string, start: number, end: number): void {
  field.setRangeText(text, start, end, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
}
