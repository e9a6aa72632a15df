import type { RichBlock } from "../plan/schema.ts";
import type { Content, ContentBlock, Run } from "./blocks.ts";

/** Plain text as content: a paragraph for each line. Nothing for nothing. */
export function plain(text: string): Content {
  return text.trim() === "" ? [] : text.split("\n").map((line) => paragraph([{ text: line }]));
}

export function paragraph(runs: readonly Run[]): ContentBlock {
  return { type: "paragraph", runs };
}

/** Rich text of the plan, with its formatting when it has any. */
export function rich(text: string, blocks: readonly RichBlock[] | undefined): Content {
  return blocks ?? plain(text);
}

/** A bold label before the text that follows it; nothing when there is no text. */
export function labelled(label: string, content: Content): Content {
  const [first, ...rest] = content;
  if (first === undefined) return [];
  const bold: Run = { text: `${label}: `, bold: true };
  if (first.type === "paragraph") return [paragraph([bold, ...first.runs]), ...rest];
  return [paragraph([{ text: `${label}:`, bold: true }]), ...content];
}

/** A label with a short text. */
export function fact(label: string, text: string): Content {
  return labelled(label, plain(text));
}

export function bold(text: string): Content {
  return plain(text).map((block) =>
    block.type === "paragraph" ? paragraph(block.runs.map((run) => ({ ...run, bold: true }))) : block,
  );
}

export function bullets(items: readonly Content[]): Content {
  return items.length === 0 ? [] : [{ type: "bulletList", items }];
}
