/** One replacement in a line of text, in UTF-16 code units: what an input event amounts to. */
export interface TextEdit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** A piece of a change as Y.Text reports it. */
export interface DeltaPart {
  readonly retain?: number | undefined;
  readonly insert?: unknown;
  readonly delete?: number | undefined;
}

/**
 * The smallest replacement that turns `before` into `after`, null when they are equal. `caret` is where the caret is after it: among
 * equal characters it says which one was typed, so that an insertion stays where it was made.
 */
export function textEdit(before: string, after: string, caret: number): TextEdit | null {
  if (before === after) return null;
  const shortest = Math.min(before.length, after.length);
  const latestStart = Math.min(
    shortest,
    after.length >= before.length ? caret - (after.length - before.length) : caret,
  );
  let start = 0;
  while (start < Math.max(0, latestStart) && before[start] === after[start]) start++;
  if (splitsPair(before, start) || splitsPair(after, start)) start--;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  if (splitsPair(before, before.length - end) || splitsPair(after, after.length - end)) end--;
  return { at: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) };
}

/** Half of a character that takes two code units (an emoji) must never be written. */
function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** Where `index` is after `delta`. What somebody inserts exactly there goes after it, so that their typing never pushes a caret. */
export function mapIndex(index: number, delta: readonly DeltaPart[]): number {
  let at = 0;
  let mapped = index;
  for (const part of delta) {
    if (at > mapped) break;
    if (part.retain !== undefined) at += part.retain;
    else if (part.delete !== undefined) mapped -= Math.min(part.delete, Math.max(0, mapped - at));
    else if (typeof part.insert === "string") {
      if (at < mapped) mapped += part.insert.length;
      at += part.insert.length;
    }
  }
  return mapped;
}
