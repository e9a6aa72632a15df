import * as Y from "yjs";
import { compareCodeUnits } from "../order/rank.ts";

/** Deeper than any honest document; what lies below is one mark, so that no document can exhaust the stack. */
const MAX_DEPTH = 64;

/**
 * The one text for a value, shared types included: keys in order of code unit, no spaces, adjoining runs of equal formatting as one.
 * Equal contents give equal texts on every replica, whatever the order in which they came. Total, also for what JSON cannot say.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) return '"too deep"';
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "boolean" || value === null) return String(value);
  if (typeof value === "number") return Number.isFinite(value) ? JSON.stringify(value) : `"${value}"`;
  if (typeof value === "bigint") return `"${value}n"`;
  if (typeof value !== "object") return '"undefined"';
  if (value instanceof Uint8Array) return writeList([...value], depth);
  if (Array.isArray(value)) return writeList(value, depth);
  if (value instanceof Y.AbstractType) return writeShared(value, depth);
  if (value instanceof Y.Doc) return '"document"';
  return writeKeys(Object.entries(value), depth);
}

function writeShared(value: object, depth: number): string {
  if (value instanceof Y.Text) return writeText(value, depth);
  if (value instanceof Y.Map) return writeKeys([...value], depth);
  if (value instanceof Y.Array) return writeList(value.toArray(), depth);
  if (value instanceof Y.XmlElement) {
    const attributes = writeKeys(Object.entries(value.getAttributes()), depth + 1);
    const content = writeList(value.toArray(), depth + 1);
    return `{"attributes":${attributes},"content":${content},"node":${JSON.stringify(value.nodeName)}}`;
  }
  if (value instanceof Y.XmlFragment) return writeList(value.toArray(), depth);
  return '"unknown type"';
}

/** Runs as `[text, marks]`. Marks that were set and taken away again leave no trace. */
function writeText(text: Y.Text, depth: number): string {
  const runs: { content: string; marks: string }[] = [];
  for (const part of text.toDelta() as readonly { insert: unknown; attributes?: object }[]) {
    const marks = writeKeys(Object.entries(part.attributes ?? {}), depth + 1);
    const last = runs.at(-1);
    if (typeof part.insert === "string" && last?.marks === marks) last.content += part.insert;
    else if (typeof part.insert === "string") runs.push({ content: part.insert, marks });
    else runs.push({ content: write(part.insert, depth + 1), marks: `embedded ${marks}` });
  }
  return `[${runs.map((run) => `[${JSON.stringify(run.content)},${JSON.stringify(run.marks)}]`).join(",")}]`;
}

function writeList(values: readonly unknown[], depth: number): string {
  return `[${values.map((value) => write(value, depth + 1)).join(",")}]`;
}

function writeKeys(entries: readonly (readonly [string, unknown])[], depth: number): string {
  const sorted = entries.toSorted(([a], [b]) => compareCodeUnits(a, b));
  return `{${sorted.map(([key, value]) => `${JSON.stringify(key)}:${write(value, depth + 1)}`).join(",")}}`;
}
