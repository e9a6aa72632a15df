import { nameKey } from "../kernel/name-key.ts";

/* What says how far something is without a word for it. */

const BOXES: ReadonlySet<string> = new Set(["☐", "□", "[ ]", "[]", "▢"]);

/** Whether a text is a box that is not ticked. */
export function isEmptyBox(text: string): boolean {
  return BOXES.has(text.trim());
}

const COMPLETED =
  /^(?:completed (?:at|on|date)|date completed|voltooid op|voltooiingsdatum|afgerond op|datum afgerond|gereed gemeld)$/u;

/** Whether days below a heading tell that something is done. */
export function isCompletedAt(heading: string): boolean {
  return COMPLETED.test(nameKey(heading.slice(0, 80)));
}
