import type * as Y from "yjs";
import { entryOf, type Readable, rootMap } from "./entry.ts";
import { readActivityEntry } from "./read-activity.ts";
import {
  readBlackout,
  readCommunication,
  readDecision,
  readDomain,
  readEmptyCell,
  readGoal,
  readParkingItem,
  readParty,
  readPhase,
  readWaiver,
} from "./read-entries.ts";
import { isArchived } from "./read-field.ts";
import { readMeta } from "./read-live.ts";
import { FIELDS, type Root } from "./schema.ts";

/** An entry of any kind as it stands by itself, in the bin or not. */
export interface AnyEntry {
  readonly isArchived: boolean;
  /** Its fields as a plan has them; of an activity the phase and domain that it was put in, whether or not they exist. */
  readonly fields: object;
}

const READERS: Readonly<
  Record<Exclude<Root, "meta" | "activities">, (id: string, entry: Readable) => object>
> = {
  goals: readGoal,
  phases: readPhase,
  domains: readDomain,
  parties: readParty,
  decisions: readDecision,
  communications: readCommunication,
  parking: readParkingItem,
  blackouts: readBlackout,
  cells: readEmptyCell,
  waivers: readWaiver,
};

/** Any one entry of a plan; null when there is none. The plan's own fields are the entry of the root `meta`. */
export function readAny(doc: Y.Doc, root: Root, id: string): AnyEntry | null {
  const entry = entryAt(doc, root, id);
  return entry === null ? null : readFrom(doc, root, id, entry);
}

/**
 * `readAny` of an entry that is `known` as it was before something changed in `fields` only: what it holds besides is not read again, and
 * is the same value.
 */
export function readChanged(
  doc: Y.Doc,
  root: Root,
  id: string,
  { known, fields }: { readonly known: AnyEntry; readonly fields: ReadonlySet<string> },
): AnyEntry | null {
  const entry = entryAt(doc, root, id);
  if (entry === null) return null;
  // Registers cost nothing to read, and others are read beside them.
  const isRead = (field: string): boolean => fields.has(field) || kindOf(root, field) === "register";
  const read = readFrom(doc, root, id, { get: (field) => (isRead(field) ? entry.get(field) : undefined) });
  const same = Object.entries(known.fields).filter(([field]) => field !== "rich" && !isRead(field));
  const kept = Object.fromEntries(same.filter(([field]) => kindOf(root, field) !== undefined));
  return { ...read, fields: { ...read.fields, ...kept, ...richOf(root, known, read, isRead) } };
}

/** The formatting of rich fields, in their order: of those that were read as it is now, of the others as it was. */
function richOf(root: Root, known: AnyEntry, read: AnyEntry, isRead: (field: string) => boolean): object {
  if (!("rich" in read.fields)) return {};
  const rich = Object.keys(FIELDS[root]).flatMap((field) => {
    const { fields } = isRead(field) ? read : known;
    const blocks: unknown = Reflect.get(Reflect.get(fields, "rich") ?? {}, field);
    return blocks === undefined ? [] : [[field, blocks] as const];
  });
  return { rich: Object.fromEntries(rich) };
}

function kindOf(root: Root, field: string): string | undefined {
  const kinds: Readonly<Record<string, string>> = FIELDS[root];
  return Object.hasOwn(kinds, field) ? kinds[field] : undefined;
}

function entryAt(doc: Y.Doc, root: Root, id: string): Readable | null {
  return root === "meta" ? rootMap(doc, root) : entryOf(doc, root, id);
}

function readFrom(doc: Y.Doc, root: Root, id: string, entry: Readable): AnyEntry {
  if (root === "meta") return { isArchived: false, fields: readMeta(doc, entry) };
  if (root !== "activities") return { isArchived: isArchived(entry), fields: READERS[root](id, entry) };
  const { place, archived, ...fields } = readActivityEntry(id, entry);
  return { isArchived: archived, fields: { ...fields, phase: place[0] || null, domain: place[1] || null } };
}
