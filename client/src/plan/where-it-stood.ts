import type { Circle } from "@planwand/shared/access/role.ts";
import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { compareByRank } from "@planwand/shared/order/rank.ts";
import { entryOf, type EntryRoot, rootMap, type SharedMap } from "@planwand/shared/plan/entry.ts";
import { readPlace } from "@planwand/shared/plan/read-activity.ts";
import { readTitle } from "@planwand/shared/plan/read-bin.ts";
import { readBlackout, readParty } from "@planwand/shared/plan/read-entries.ts";
import { isArchived, liveByRank, readRef, readString } from "@planwand/shared/plan/read-field.ts";
import type * as Y from "yjs";
import type { BinnedAt } from "./archive.ts";

/** What something in the bin stood in or by, which may be in the bin too. */
export interface Place {
  readonly name: string;
  readonly isBinned: boolean;
}

/** Where something that is in the bin stood, and comes back to. */
export type Where =
  | { readonly in: "cell"; readonly phase: Place | null; readonly domain: Place | null }
  | { readonly in: "phase"; readonly phase: Place }
  /** In an activity or a decision point, or belonging to one. */
  | { readonly in: "entry"; readonly entry: Place }
  /** In a row of phases or domains; null at either end. */
  | { readonly in: "row"; readonly before: string | null; readonly after: string | null }
  | { readonly in: "circle"; readonly circle: Circle }
  | { readonly in: "time"; readonly start: LocalDate | null; readonly end: LocalDate | null }
  /** In the view of its kind, with nothing more to say. */
  | { readonly in: "view" };

/** Where it stood, by what the document still knows. */
export function whereItStood(doc: Y.Doc, one: BinnedAt): Where {
  if ("item" in one) {
    const { root, id } = one.item;
    const entry = placeOf(doc, root, id);
    return entry === null ? { in: "view" } : { in: "entry", entry };
  }
  const { root, id } = one;
  const entry = entryOf(doc, root, id);
  if (entry === null) return { in: "view" };
  switch (root) {
    case "activities": {
      const [phase, domain] = readPlace(entry);
      return { in: "cell", phase: placeOf(doc, "phases", phase), domain: placeOf(doc, "domains", domain) };
    }
    case "cells": {
      const [phase, domain] = [readString(entry, "phase"), readString(entry, "domain")];
      return { in: "cell", phase: placeOf(doc, "phases", phase), domain: placeOf(doc, "domains", domain) };
    }
    case "decisions":
    case "communications":
      return belongsTo(doc, entry);
    case "phases":
    case "domains":
      return inRow(doc, root, id, entry);
    case "parties":
      return { in: "circle", circle: readParty(id, entry).circle };
    case "blackouts": {
      const { start, end } = readBlackout(id, entry);
      return { in: "time", start, end };
    }
    case "goals":
    case "parking":
    case "waivers":
      return { in: "view" };
  }
}

function placeOf(doc: Y.Doc, root: EntryRoot, id: string | null): Place | null {
  const entry = id === null ? null : entryOf(doc, root, id);
  return entry === null ? null : { name: readTitle(root, entry), isBinned: isArchived(entry) };
}

function belongsTo(doc: Y.Doc, entry: SharedMap): Where {
  const activity = placeOf(doc, "activities", readRef(entry, "activity"));
  if (activity !== null) return { in: "entry", entry: activity };
  const phase = placeOf(doc, "phases", readRef(entry, "phase"));
  return phase === null ? { in: "view" } : { in: "phase", phase };
}

function inRow(doc: Y.Doc, root: "phases" | "domains", id: string, entry: SharedMap): Where {
  const own = { id, rank: readString(entry, "rank") };
  const row = liveByRank(rootMap(doc, root)).filter((other) => other.id !== id);
  const after = row.findIndex((other) => compareByRank(other, own) > 0);
  const at = after === -1 ? row.length : after;
  const nameAt = (index: number): string | null => {
    const other = row[index];
    return other === undefined ? null : readTitle(root, other.entry);
  };
  return { in: "row", before: nameAt(at - 1), after: nameAt(at) };
}
