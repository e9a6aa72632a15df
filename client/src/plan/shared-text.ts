import type { Axis } from "@planwand/shared/plan/axis.ts";
import { entryOf, itemOf } from "@planwand/shared/plan/entry.ts";
import type { FIELDS } from "@planwand/shared/plan/schema.ts";
import * as Y from "yjs";

/** The fields of an activity that people write together with formatting. */
export type RichField = {
  [Field in keyof (typeof FIELDS)["activities"]]: (typeof FIELDS)["activities"][Field] extends "rich"
    ? Field
    : never;
}[keyof (typeof FIELDS)["activities"]];

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

/** The content of a rich field, for the editor. */
export function fragmentOf(doc: Y.Doc, id: string, field: RichField): Y.XmlFragment | null {
  const value = entryOf(doc, "activities", id)?.get(field);
  return value instanceof Y.XmlFragment ? value : null;
}

function asText(value: unknown): Y.Text | null {
  return value instanceof Y.Text ? value : null;
}
