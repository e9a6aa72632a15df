import { commonEnds } from "@planwand/shared/kernel/grapheme.ts";

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
  const latestStart = after.length >= before.length ? caret - (after.length - before.length) : caret;
  const { start, end } = commonEnds(before, after, Math.max(0, latestStart));
  return { at: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) };
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
