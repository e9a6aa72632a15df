import type { Block, Column, Content, Row, Subject } from "./blocks.ts";

/** A table of these columns, `[title, weight]` each. */
export function table(
  caption: string,
  columns: readonly (readonly [title: string, weight: number])[],
  rows: readonly Row[],
): Block {
  const made: readonly Column[] = columns.map(([title, weight]) => ({ title, weight }));
  return { type: "table", caption, columns: made, rows };
}

export function row(subject: Subject | null, ...cells: readonly Content[]): Row {
  return { kind: "cells", cells, subject };
}

export function heading(level: 2 | 3, text: string, subject: Subject | null = null): Block {
  return { type: "heading", level, text, subject };
}

export function text(content: Content, tone: "plain" | "lead" | "note" = "plain"): Block {
  return { type: "text", content, tone, subject: null };
}
