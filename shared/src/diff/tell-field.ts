import type { LocalDate } from "../kernel/clock.ts";
import { ROLE_SLOTS } from "../plan/schema.ts";
import type { FieldChange } from "./plan-difference.ts";
import { type EntryKind, isFieldName, type ValueKind, valueKindOf } from "./value-kinds.ts";
import { fill } from "./words/fill.ts";
import type { ChangeWords } from "./words/words.ts";

/** What holds several things, which are told by what came and what went. */
const LISTED: ReadonlySet<ValueKind> = new Set<ValueKind>([
  "refs",
  "choices",
  "steps",
  "links",
  "options",
  "roles",
  "names",
]);

/** How a change of a field is told: as a sentence, or as a text with marks in it. */
export type ToldField =
  | { readonly kind: "sentence"; readonly text: string }
  | { readonly kind: "text"; readonly field: string; readonly from: string; readonly to: string };

/** In which words, and how days and ids are called there. */
export interface Telling {
  readonly words: ChangeWords;
  readonly names: ReadonlyMap<string, string>;
  readonly day: (date: LocalDate) => string;
}

type Kind = EntryKind | "meta";

/** Tells a change of one field of a kind of entry, or of the plan itself. Total: a value of another shape is told as it stands. */
export function tellField(telling: Telling, kind: Kind, { field: name, from, to }: FieldChange): ToldField {
  const { words } = telling;
  const field = isFieldName(name) ? words.fields[name] : name;
  const sentence = (pattern: string, values: Readonly<Record<string, string>>): ToldField => ({
    kind: "sentence",
    text: fill(pattern, { field, ...values }),
  });
  const held = valueKindOf(kind, name);
  if (held === "text") return { kind: "text", field, from: textOf(from), to: textOf(to) };
  if (held === "rich") return sentence(words.formatting, {});
  if (held !== null && LISTED.has(held)) {
    const [old, now] = [itemsOf(telling, held, from), itemsOf(telling, held, to)];
    const added = now.filter((item) => !old.includes(item)).join("; ");
    const removed = old.filter((item) => !now.includes(item)).join("; ");
    if (removed === "") return sentence(words.addedItems, { items: added || now.join("; ") });
    if (added === "") return sentence(words.removedItems, { items: removed });
    return sentence(words.bothItems, { added, removed });
  }
  const [old, now] = [valueOf(telling, held, from), valueOf(telling, held, to)];
  if (old === null) return sentence(words.set, { to: now ?? words.nothing });
  if (now === null) return sentence(words.cleared, { from: old });
  return sentence(words.fromTo, { from: old, to: now });
}

/** What an id is called, between quotation marks. */
function nameOf({ names, words }: Telling, id: unknown): string {
  const name = typeof id === "string" ? names.get(id) : undefined;
  return name === undefined ? words.gone : quoted(name === "" ? words.untitled : name);
}

function roleOf(telling: Telling, key: string): string {
  const [slot, party] = key.split(":");
  const known = ROLE_SLOTS.find((one) => one === slot);
  if (known === undefined) return key;
  const { role, slots } = telling.words;
  return fill(role, { party: nameOf(telling, party), slot: slots[known] });
}

/** One value in words; null for nothing. */
function valueOf(telling: Telling, held: ValueKind | null, value: unknown): string | null {
  const { words, day } = telling;
  if (value === null || value === undefined || value === "") return null;
  if (held === "flag") return value === true ? words.yes : words.no;
  if (held === "waiting")
    return typeof value === "object" && "for" in value && typeof value.for === "string"
      ? quoted(value.for)
      : null;
  if (typeof value === "number") return value.toString();
  if (typeof value !== "string") return null;
  if (held === "date") return day(value);
  if (held === "ref") return nameOf(telling, value);
  if (held !== "choice") return quoted(value);
  const choices: Readonly<Record<string, string>> = words.choices;
  return Object.hasOwn(choices, value) ? (choices[value] ?? value) : value;
}

/** What a list, set or table holds, each in words. */
function itemsOf(telling: Telling, held: ValueKind, value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (held === "roles")
    return Object.entries(value as Readonly<Record<string, readonly string[]>>).flatMap(([slot, parties]) =>
      parties.map((party) => roleOf(telling, `${slot}:${party}`)),
    );
  if (held === "names")
    return Object.entries(value as Readonly<Record<string, string>>).map(
      ([key, name]) => `${name}, ${roleOf(telling, key)}`,
    );
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) =>
    held === "refs" ? nameOf(telling, item) : itemWords(telling.words, item),
  );
}

/** A step, link or option, or the number of a flow. */
function itemWords({ done: pattern }: ChangeWords, item: unknown): string {
  if (typeof item !== "object" || item === null) return String(item);
  const { title, done, url, pros, cons } = item as Readonly<Record<string, unknown>>;
  const more = [url, pros, cons].filter((one) => typeof one === "string" && one !== "");
  const told = [quoted(String(title)), ...more.map(String)].join(", ");
  return done === true ? fill(pattern, { title: told }) : told;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function quoted(words: string): string {
  return `‘${words}’`;
}
