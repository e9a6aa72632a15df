import * as Y from "yjs";
import type { RichBlock, RichRun } from "./schema.ts";
import { safeLink } from "./link.ts";

/** What a rich field can be made from: plain text, a line a paragraph, or blocks. */
export type RichInput = string | readonly RichBlock[];

/** Nodes in the form that the editor writes; for a fragment that is being made, never for one that others may be typing in. */
export function richNodes(input: RichInput): Y.XmlElement[] {
  if (typeof input !== "string") return input.map(blockNode);
  return input === "" ? [] : input.split("\n").map((line) => paragraph([{ text: line }]));
}

function blockNode(block: RichBlock): Y.XmlElement {
  if (block.type === "paragraph") return paragraph(block.runs);
  const list = new Y.XmlElement(block.type);
  const items = block.items.map((blocks) => {
    const item = new Y.XmlElement("listItem");
    item.insert(0, blocks.map(blockNode));
    return item;
  });
  list.insert(0, items);
  return list;
}

function paragraph(runs: readonly RichRun[]): Y.XmlElement {
  const element = new Y.XmlElement("paragraph");
  const delta = runs
    .filter((run) => run.text !== "")
    .map((run) => ({ insert: run.text, attributes: marks(run) }));
  if (delta.length === 0) return element;
  const text = new Y.XmlText();
  text.applyDelta(delta);
  element.insert(0, [text]);
  return element;
}

function marks(run: RichRun): Record<string, object> {
  const href = safeLink(run.link);
  return {
    ...(run.bold === true ? { bold: {} } : {}),
    ...(run.italic === true ? { italic: {} } : {}),
    ...(href === null ? {} : { link: { href } }),
  };
}
