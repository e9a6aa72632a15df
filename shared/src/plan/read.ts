import type * as Y from "yjs";
import { entriesOf, entryOf, type EntryRoot, rootMap, type SharedMap } from "./entry.ts";
import { type ActivityEntry, readActivityEntry } from "./read-activity.ts";
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
import { readBin } from "./read-bin.ts";
import { isArchived, liveByRank, readChoice, readInteger, readRichFields, readText } from "./read-field.ts";
import { placeActivities } from "./place-activities.ts";
import { resolveReferences } from "./resolve.ts";
import { LANGUAGES, type Plan } from "./schema.ts";

/**
 * The whole plan as plain values. Total: whatever a client wrote, it reads as something safe and nothing throws. Every reference in
 * it leads to something in it; one that does not reads as absent, and comes back when what it led to is restored.
 */
export function toPlan(doc: Y.Doc): Plan {
  const phases = readAll(doc, "phases", readPhase);
  const domains = readAll(doc, "domains", readDomain);
  return resolveReferences({
    ...readMeta(doc),
    goals: readAll(doc, "goals", readGoal),
    phases,
    domains,
    parties: readAll(doc, "parties", readParty),
    activities: placeActivities(
      liveActivities(doc),
      phases.map((phase) => phase.id),
      domains.map((domain) => domain.id),
    ),
    decisions: readAll(doc, "decisions", readDecision),
    communications: readAll(doc, "communications", readCommunication),
    parking: readAll(doc, "parking", readParkingItem),
    blackouts: readAll(doc, "blackouts", readBlackout),
    cells: readAll(doc, "cells", readEmptyCell),
    waivers: readAll(doc, "waivers", readWaiver),
    bin: readBin(doc),
  });
}

/** What a plan says of itself. */
export function readMeta(doc: Y.Doc): Pick<Plan, "schema" | "language" | "title" | "ambition" | "rich"> {
  const meta = rootMap(doc, "meta");
  return {
    schema: readInteger(meta, "schema", { min: 0, max: Number.MAX_SAFE_INTEGER, otherwise: 0 }),
    language: readChoice(meta, "language", LANGUAGES, "nl"),
    title: readText(meta, "title"),
    ...readRichFields(meta, ["ambition"]),
  };
}

/** The live entries of a root in order of (rank, id), each read by `read`. */
export function readAll<Entry>(
  doc: Y.Doc,
  root: Exclude<EntryRoot, "activities">,
  read: (id: string, entry: SharedMap) => Entry,
): Entry[] {
  return liveByRank(rootMap(doc, root)).map(({ id, entry }) => read(id, entry));
}

/** One activity as it stands in its own entry, in the bin or not; null when there is none. */
export function readActivity(doc: Y.Doc, id: string): ActivityEntry | null {
  const entry = entryOf(doc, "activities", id);
  return entry === null ? null : readActivityEntry(id, entry);
}

/** The activities that are not in the bin, in order of id. */
export function liveActivities(doc: Y.Doc): ActivityEntry[] {
  return entriesOf(rootMap(doc, "activities"))
    .filter(([, entry]) => !isArchived(entry))
    .map(([id, entry]) => readActivityEntry(id, entry));
}
