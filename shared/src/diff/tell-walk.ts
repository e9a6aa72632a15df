import type { Change } from "./changes.ts";
import type { FieldChange } from "./plan-difference.ts";
import { tellField, type Telling } from "./tell-field.ts";
import { isFieldName, valueKindOf } from "./value-kinds.ts";
import { fill } from "./words/fill.ts";

/** What undoing or redoing made of one entry; `changed` without fields is that it stands elsewhere among its like. */
export type Walked = Pick<Change, "kind" | "id" | "title" | "change" | "fields">;

type Way = "undo" | "redo";

/** As many fields of an entry as are named. */
const NAMED = 3;

/** Tells in a sentence what undoing or redoing made of the plan. `walked` are the first of `count` entries, at least one. */
export function tellWalk(telling: Telling, way: Way, walked: readonly Walked[], count: number): string {
  const { again } = telling.words;
  const [only] = walked;
  if (only !== undefined && count === 1) return tellOne(telling, way, only);
  const titles = walked.map((one) => `‘${titleOf(telling, one)}’`);
  const rest = count - titles.length;
  return fill(again.entries[way], { items: listed(telling, titles, rest) });
}

function tellOne(telling: Telling, way: Way, one: Walked): string {
  const { again, kinds, fields: names } = telling.words;
  const { kind, change } = one;
  const title = titleOf(telling, one);
  if (change === "archived") return fill(again.gone, { kind: kinds[kind], title });
  if (change !== "changed") return fill(again.back, { kind: kinds[kind], title });
  const fields = ownFields(one);
  const [field] = fields;
  if (field === undefined) return fill(again.order[way], { title });
  if (fields.every(isPlace)) return fill(again.moved, { title, cell: cellOf(telling, fields) });
  if (fields.length === 1) return tellAgain(telling, way, one, field);
  const named = fields.slice(0, NAMED).map(({ field: name }) => (isFieldName(name) ? names[name] : name));
  return fill(again.fields[way], { title, items: listed(telling, named, fields.length - named.length) });
}

/** One field as it is again. */
function tellAgain(telling: Telling, way: Way, one: Walked, change: FieldChange): string {
  const { words } = telling;
  const { again } = words;
  const value = valueKindOf(one.kind, change.field) === "choice" ? again.choice : again.value;
  const whole = again.fields[way];
  const own = { set: value, fromTo: value, ...again.items, formatting: fill(whole, { items: "{{field}}" }) };
  const told = tellField({ ...telling, words: { ...words, ...own } }, one.kind, change);
  const sentence = told.kind === "sentence" ? told.text : fill(whole, { items: told.field });
  return fill(sentence, { title: titleOf(telling, one) });
}

/** What was changed itself: progress goes with the status. */
function ownFields({ fields }: Walked): readonly FieldChange[] {
  const hasStatus = fields.some(({ field }) => field === "status");
  return fields.filter(({ field }) => !hasStatus || field !== "progress");
}

function isPlace({ field }: FieldChange): boolean {
  return field === "phase" || field === "domain";
}

/** Where it went, by the names of what became another. */
function cellOf({ names, words }: Telling, fields: readonly FieldChange[]): string {
  return fields
    .map(({ to }) => (typeof to === "string" ? (names.get(to) ?? words.gone) : words.nowhere))
    .join(" / ");
}

function titleOf({ words }: Telling, { title }: Walked): string {
  return title === "" ? words.untitled : title;
}

function listed({ words }: Telling, items: readonly string[], rest: number): string {
  const all = items.join(", ");
  return rest > 0 ? fill(words.again.more, { items: all, count: rest }) : all;
}
