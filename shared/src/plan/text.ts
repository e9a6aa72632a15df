import * as Y from "yjs";
import type { RichBlock, RichRun } from "./schema.ts";
import { safeLink } from "./link.ts";

/** Deeper nesting than any list a person makes; what lies below reads as nothing, so that no document can exhaust the stack. */
const MAX_DEPTH = 16;

/** What a rich field holds: its text, and its blocks when there is more to it than plain paragraphs. */
export interface RichText {
  readonly text: string;
  readonly blocks: readonly RichBlock[] | null;
}

/** Reads a rich field. Total: a value that is no fragment is empty, and unknown nodes read as paragraphs of their text. */
export function readRichText(value: unknown): RichText {
  if (!(value instanceof Y.XmlFragment)) return { text: "", blocks: null };
  const blocks = blocksOf(value, 0);
  const text = blocks.map(textOfBlock).join("\n").trimEnd();
  return { text, blocks: blocks.every(isPlain) ? null : blocks };
}

/** The text of blocks, one line a block; list items each begin a line. */
function textOfBlock(block: RichBlock): string {
  if (block.type === "paragraph") return block.runs.map((run) => run.text).join("");
  return block.items.map((item) => item.map(textOfBlock).join("\n")).join("\n");
}

function isPlain(block: RichBlock): boolean {
  if (block.type !== "paragraph") return false;
  return block.runs.every(
    (run) => run.bold === undefined && run.italic === undefined && run.link === undefined,
  );
}

function blocksOf(parent: Y.XmlFragment, depth: number): RichBlock[] {
  if (depth > MAX_DEPTH) return [];
  const blocks: RichBlock[] = [];
  for (const node of parent.toArray() as readonly unknown[]) {
    if (node instanceof Y.XmlElement) blocks.push(blockOf(node, depth));
    else if (node instanceof Y.XmlText) blocks.push({ type: "paragraph", runs: runsOf(node) });
  }
  return blocks;
}

function blockOf(element: Y.XmlElement, depth: number): RichBlock {
  const type = element.nodeName;
  if (depth > MAX_DEPTH || (type !== "bulletList" && type !== "orderedList")) {
    return { type: "paragraph", runs: inlineRuns(element, depth) };
  }
  const items: RichBlock[][] = [];
  for (const node of element.toArray() as readonly unknown[]) {
    if (node instanceof Y.XmlElement && node.nodeName === "listItem") items.push(blocksOf(node, depth + 1));
    else if (node instanceof Y.XmlElement) items.push([blockOf(node, depth + 1)]);
    else if (node instanceof Y.XmlText) items.push([{ type: "paragraph", runs: runsOf(node) }]);
  }
  return { type, items };
}

function inlineRuns(element: Y.XmlElement, depth: number): RichRun[] {
  if (depth > MAX_DEPTH) return [];
  const runs: RichRun[] = [];
  for (const node of element.toArray() as readonly unknown[]) {
    if (node instanceof Y.XmlText) runs.push(...runsOf(node));
    else if (node instanceof Y.XmlElement && node.nodeName === "hardBreak") runs.push({ text: "\n" });
    else if (node instanceof Y.XmlElement) runs.push(...inlineRuns(node, depth + 1));
  }
  return mergeRuns(runs);
}

function runsOf(text: Y.XmlText): RichRun[] {
  const runs: RichRun[] = [];
  for (const part of text.toDelta() as readonly { insert: unknown; attributes?: unknown }[]) {
    if (typeof part.insert !== "string" || part.insert === "") continue;
    runs.push(runWith(part.insert, part.attributes));
  }
  return mergeRuns(runs);
}

function runWith(text: string, attributes: unknown): RichRun {
  if (typeof attributes !== "object" || attributes === null) return { text };
  const marks = new Map<string, unknown>(Object.entries(attributes));
  const link = safeLink(hrefOf(marks.get("link")));
  return {
    text,
    ...(isSet(marks.get("bold")) ? { bold: true } : {}),
    ...(isSet(marks.get("italic")) ? { italic: true } : {}),
    ...(link === null ? {} : { link }),
  };
}

function isSet(mark: unknown): boolean {
  return mark !== undefined && mark !== null && mark !== false;
}

function hrefOf(mark: unknown): unknown {
  return typeof mark === "object" && mark !== null && "href" in mark ? mark.href : null;
}

function mergeRuns(runs: readonly RichRun[]): RichRun[] {
  const merged: RichRun[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (
      last !== undefined &&
      last.bold === run.bold &&
      last.italic === run.italic &&
      last.link === run.link
    ) {
      merged[merged.length - 1] = { ...last, text: last.text + run.text };
    } else merged.push(run);
  }
  return merged;
}
