import type { Axis } from "@planwand/shared/plan/displaced.ts";
import { entryOf, itemOf } from "@planwand/shared/plan/entry.ts";
import type { FIELDS, Root } from "@planwand/shared/plan/schema.ts";
import * as Y from "yjs";

/** The fields of a kind of entry that are kept as `Kind`. */
type FieldsOf<R extends Root, Kind> = {
  [Field in keyof (typeof FIELDS)[R]]: (typeof FIELDS)[R][Field] extends Kind ? Field : never;
}[keyof (typeof FIELDS)[R]] &
  string;

/** Where a text with formatting is; the plan itself has the id `meta`. */
export type RichAt = {
  [R in Root]: { readonly root: R; readonly id: string; readonly field: FieldsOf<R, "rich"> };
}[Root];

/** Where a line of text is. */
export type LineAt = {
  [R in Root]: { readonly root: R; readonly id: string; readonly field: FieldsOf<R, "text"> };
}[Root];

/** The title of the plan, to write in; null when the document holds no plan. */
export function planTitleOf(doc: Y.Doc): Y.Text | null {
  return asText(doc.getMap("meta").get("title"));
}

/** The title of an activity, to write in; null when there is none. */
export function titleOf(doc: Y.Doc, id: string): Y.Text | null {
  return asText(entryOf(doc, "activities", id)?.get("title"));
}

/** The name of a phase or domain. */
export function axisNameOf(doc: Y.Doc, axis: Axis, id: string): Y.Text | null {
  return asText(entryOf(doc, axis, id)?.get("name"));
}

/** The title of a step of an activity. */
export function stepTitleOf(doc: Y.Doc, id: string, step: string): Y.Text | null {
  const entry = entryOf(doc, "activities", id);
  return entry === null ? null : asText(itemOf(entry, "steps", step)?.get("title"));
}

/** A line of an entry, to write in. */
export function lineOf(doc: Y.Doc, { root, id, field }: LineAt): Y.Text | null {
  return asText(mapAt(doc, root, id)?.get(field));
}

/** A line of an option of a decision. */
export function optionLineOf(
  doc: Y.Doc,
  decision: string,
  option: string,
  field: "title" | "pros" | "cons",
): Y.Text | null {
  const entry = entryOf(doc, "decisions", decision);
  return entry === null ? null : asText(itemOf(entry, "options", option)?.get(field));
}

/** The content of a rich field, for the editor. */
export function fragmentOf(doc: Y.Doc, { root, id, field }: RichAt): Y.XmlFragment | null {
  const value = mapAt(doc, root, id)?.get(field);
  return value instanceof Y.XmlFragment ? value : null;
}

function mapAt(doc: Y.Doc, root: Root, id: string): Y.Map<unknown> | null {
  return root === "meta" ? doc.getMap("meta") : entryOf(doc, root, id);
}

function asText(value: unknown): Y.Text | null {
  return value instanceof Y.Text ? value : null;
}
