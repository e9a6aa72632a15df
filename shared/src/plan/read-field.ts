import * as Y from "yjs";
import { isLocalDate, type LocalDate } from "../kernel/clock.ts";
import { isId } from "../kernel/id.ts";
import { compareByRank, compareCodeUnits } from "../order/rank.ts";
import { eachEntry, mapIn, type Readable, type SharedMap } from "./entry.ts";
import type { RichBlock, RichFields, Stamp } from "./schema.ts";
import { readRichText } from "./text.ts";

/** The text of a Y.Text field; anything else reads as empty. */
export function readText(entry: Readable, field: string): string {
  const value = entry.get(field);
  return value instanceof Y.Text && !(value instanceof Y.XmlText) ? value.toJSON() : "";
}

/** A register that must be a string. */
export function readString(entry: Readable, field: string): string {
  const value = entry.get(field);
  return typeof value === "string" ? value : "";
}

/** Reads several rich fields at once: their text, and under `rich` the blocks of those with formatting. */
export function readRichFields<Field extends string>(
  entry: Readable,
  fields: readonly Field[],
): Readonly<Record<Field, string>> & { readonly rich: RichFields<Field> } {
  const texts: Record<string, string> = {};
  const rich: Record<string, readonly RichBlock[]> = {};
  for (const field of fields) {
    const { text, blocks } = readRichText(entry.get(field));
    texts[field] = text;
    if (blocks !== null) rich[field] = blocks;
  }
  return { ...(texts as Record<Field, string>), rich: rich as RichFields<Field> };
}

/** A date, or null. */
export function readDate(entry: Readable, field: string): LocalDate | null {
  const value = entry.get(field);
  return isLocalDate(value) ? value : null;
}

/** The id of another entry, or null; whether that entry exists is not looked at. */
export function readRef(entry: Readable, field: string): string | null {
  const value = entry.get(field);
  return isId(value) ? value : null;
}

/** One of `choices`, or `otherwise` for anything else. */
export function readChoice<Choice extends string, Default>(
  entry: Readable,
  field: string,
  choices: readonly Choice[],
  otherwise: Default,
): Choice | Default {
  const value = entry.get(field);
  return choices.find((choice) => choice === value) ?? otherwise;
}

/** True only for `true`. */
export function readFlag(entry: Readable, field: string): boolean {
  return entry.get(field) === true;
}

/** A whole number within the bounds; what is no number reads as `otherwise`. */
export function readInteger(
  entry: Readable,
  field: string,
  bounds: { readonly min: number; readonly max: number; readonly otherwise: number },
): number {
  const value = entry.get(field);
  if (typeof value !== "number" || Number.isNaN(value)) return bounds.otherwise;
  return Math.min(bounds.max, Math.max(bounds.min, Math.round(value)));
}

/** The keys of a set that `isKey` accepts and whose value is true, by code unit. */
export function readSet<Key extends string>(
  entry: Readable,
  field: string,
  isKey: (key: unknown) => key is Key,
): Key[] {
  const keys: Key[] = [];
  for (const [key, value] of mapIn(entry, field) ?? []) if (value === true && isKey(key)) keys.push(key);
  return keys.sort(compareCodeUnits);
}

/** Who did something and when, as in `created` and `archived`; null for anything else. */
export function readStamp(entry: Readable, field: string): Stamp | null {
  const value = entry.get(field);
  if (typeof value !== "object" || value === null || value instanceof Y.AbstractType) return null;
  const by = "by" in value && typeof value.by === "string" ? value.by : "";
  const at = "at" in value && typeof value.at === "number" && Number.isFinite(value.at) ? value.at : 0;
  return { by, at };
}

/** In the bin: any object in `archived` counts, so that garbage there can be restored. */
export function isArchived(entry: Readable): boolean {
  return readStamp(entry, "archived") !== null;
}

/** The live entries of a root or an `items` field by (rank, id). */
export function liveByRank(map: SharedMap | null): { id: string; rank: string; entry: SharedMap }[] {
  if (map === null) return [];
  return [...eachEntry(map)]
    .filter(([, entry]) => !isArchived(entry))
    .map(([id, entry]) => ({ id, rank: readString(entry, "rank"), entry }))
    .sort(compareByRank);
}
