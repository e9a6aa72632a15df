import * as Y from "yjs";
import { canonicalJson } from "./canonical.ts";
import { replaceText } from "./replace-text.ts";
import { type RichInput, richNodes } from "./rich-write.ts";
import { readRichText } from "./text.ts";

/**
 * Makes a rich text hold `input` by replacing only the blocks that differ between the common beginning and end, and of a single plain
 * paragraph only the characters that do. What others type elsewhere in it at the same time survives. Nothing when it holds that already.
 */
export function replaceRich(fragment: Y.XmlFragment, input: RichInput): void {
  const before = fragment.toArray().map(canonicalJson);
  const nodes = richNodes(input);
  const after = richNodes(input).map(inDocument);
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const removed = before.length - start - end;
  const added = nodes.slice(start, nodes.length - end);
  if (removed === 1 && added.length === 1 && replaceParagraph(fragment.get(start), input, start)) return;
  if (removed > 0) fragment.delete(start, removed);
  if (added.length > 0) fragment.insert(start, added);
}

/** What a rich field holds, in the form in which it can be written again. */
export function richInputOf(value: unknown): RichInput {
  const { text, blocks } = readRichText(value);
  return blocks ?? text;
}

/** A node's content can be read only when it is in a document. */
function inDocument(node: Y.XmlElement): string {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment("node");
  fragment.insert(0, [node]);
  const text = canonicalJson(fragment.get(0));
  doc.destroy();
  return text;
}

function replaceParagraph(node: unknown, input: RichInput, at: number): boolean {
  if (typeof input !== "string" || !(node instanceof Y.XmlElement) || node.nodeName !== "paragraph")
    return false;
  const [only, ...more] = node.toArray() as unknown[];
  if (!(only instanceof Y.XmlText) || more.length > 0) return false;
  const isPlain = (only.toDelta() as readonly { insert: unknown; attributes?: unknown }[]).every(
    (part) => typeof part.insert === "string" && part.attributes === undefined,
  );
  if (!isPlain) return false;
  replaceText(only, input.split("\n")[at] ?? "");
  return true;
}
