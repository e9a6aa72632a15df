import type * as Y from "yjs";
import { entryOf, type SharedMap } from "./entry.ts";
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
import type { Root } from "./schema.ts";

/** An entry of any kind as it stands by itself, in the bin or not. */
export interface AnyEntry {
  readonly isArchived: boolean;
  /** Its fields as a plan has them; of an activity the phase and domain that it was put in, whether or not they exist. */
  readonly fields: object;
}

const READERS: Readonly<
  Record<Exclude<Root, "meta" | "activities">, (id: string, entry: SharedMap) => object>
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
  if (root === "meta") return { isArchived: false, fields: readMeta(doc) };
  const entry = entryOf(doc, root, id);
  if (entry === null) return null;
  if (root !== "activities") return { isArchived: isArchived(entry), fields: READERS[root](id, entry) };
  const { place, archived, ...fields } = readActivityEntry(id, entry);
  return { isArchived: archived, fields: { ...fields, phase: place[0] || null, domain: place[1] || null } };
}
