import { textDifference } from "../diff/text-difference.ts";
import { cut, cutEnd } from "../kernel/grapheme.ts";
import type { Content, Run } from "./blocks.ts";

/** So much of what stayed is kept on either side of what changed, in UTF-16 code units; up to a whole word. */
const KEPT = 80;

/** A text with what came in bold and what went struck through; of long stretches that stayed only the ends. One paragraph a line. */
export function markedText(from: string, to: string): Content {
  const parts = textDifference(from, to);
  const runs = parts.map(({ kind, text }, at): Run => {
    if (kind === "added") return { text, bold: true };
    if (kind === "removed") return { text, struck: true };
    return { text: shortened(text, { isFirst: at === 0, isLast: at === parts.length - 1 }) };
  });
  return runs.length === 0 ? [] : [{ type: "paragraph", runs }];
}

function shortened(
  text: string,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): string {
  const start = isFirst ? "" : upToWord(cut(text, KEPT), "end");
  const end = isLast ? "" : upToWord(cutEnd(text, KEPT), "start");
  return start.length + end.length + KEPT >= text.length ? text : `${start}…${end}`;
}

function upToWord(text: string, side: "start" | "end"): string {
  return text.replace(side === "end" ? /\s\S*$/u : /^\S*\s/u, " ");
}
