import { FIELDS, ITEM_FIELDS, type Root } from "./schema.ts";

/**
 * The longest value that is kept whole, in UTF-16 code units: a name, a link, what is waited for. It goes to the server in one piece. A
 * text that people write in has no such limit: it is sent in parts.
 */
export const VALUE_MAX_LENGTH = 16_000;

/** Whether an entry, its fields by name, holds a value that is longer than one may be. */
export function hasLongValue(root: Root, entry: Readonly<Record<string, unknown>>): boolean {
  const kinds: Readonly<Record<string, string>> = FIELDS[root];
  return Object.entries(entry).some(([field, value]) => {
    const kind = field === "rich" ? "rich" : kinds[field];
    if (kind === "text" || kind === "rich") return longestLink(value) > VALUE_MAX_LENGTH;
    if (kind === "items") return isItems(field) && hasLongItem(ITEM_FIELDS[field], value);
    return longestIn(value) > VALUE_MAX_LENGTH;
  });
}

function isItems(field: string): field is keyof typeof ITEM_FIELDS {
  return Object.hasOwn(ITEM_FIELDS, field);
}

function hasLongItem(kinds: Readonly<Record<string, string>>, items: unknown): boolean {
  return valuesOf(items).some((item) =>
    Object.entries(asObject(item)).some(
      ([field, value]) => kinds[field] !== "text" && longestIn(value) > VALUE_MAX_LENGTH,
    ),
  );
}

/** The longest address in formatted text. */
function longestLink(blocks: unknown): number {
  const own = asObject(blocks)["link"];
  const inside = valuesOf(blocks).map(longestLink);
  return Math.max(0, typeof own === "string" ? own.length : 0, ...inside);
}

/** The longest text in a value, keys counted too. */
function longestIn(value: unknown): number {
  if (typeof value === "string") return value.length;
  const keys = Object.keys(asObject(value)).map((key) => key.length);
  return Math.max(0, ...keys, ...valuesOf(value).map(longestIn));
}

function valuesOf(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
