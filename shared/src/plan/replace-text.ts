import type * as Y from "yjs";

/**
 * Makes `text` read `value` by replacing only what differs between the common beginning and end, so that what others type
 * elsewhere in it at the same time survives. Nothing when it already reads so. `before` is what it reads now.
 */
export function replaceText(text: Y.Text, value: string, before: string = text.toJSON()): void {
  if (before === value) return;
  const shortest = Math.min(before.length, value.length);
  let start = 0;
  while (start < shortest && before[start] === value[start]) start++;
  if (splitsPair(before, start) || splitsPair(value, start)) start--;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === value.at(-1 - end)) end++;
  if (splitsPair(before, before.length - end) || splitsPair(value, value.length - end)) end--;
  const removed = before.length - start - end;
  const added = value.slice(start, value.length - end);
  if (removed > 0) text.delete(start, removed);
  if (added !== "") text.insert(start, added);
}

/** True when `at` lies within one character that takes two code units (an emoji): half of one must never be written. */
function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
