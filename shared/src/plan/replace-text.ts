import type * as Y from "yjs";
import { commonEnds } from "../kernel/grapheme.ts";

/**
 * Makes `text` read `value` by replacing only what differs between the common beginning and end, so that what others type
 * elsewhere in it at the same time survives. Nothing when it already reads so. `before` is what it reads now.
 */
export function replaceText(text: Y.Text, value: string, before: string = text.toJSON()): void {
  if (before === value) return;
  const { start, end } = commonEnds(before, value);
  const removed = before.length - start - end;
  const added = value.slice(start, value.length - end);
  if (removed > 0) text.delete(start, removed);
  if (added !== "") text.insert(start, added);
}
