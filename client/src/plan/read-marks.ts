import type { Anchor } from "@planwand/shared/journal/events.ts";
import { anchorKey } from "@planwand/shared/views/discussion.ts";
import { useSyncExternalStore } from "react";
import { createStore, type Store } from "../sync/store.ts";
import { keep, kept } from "../ui/kept.ts";

/** Up to which event this person has read, by what it is about. What came before the first visit counts as read. */
interface Marks {
  readonly since: number;
  readonly byAnchor: Readonly<Record<string, number>>;
}

const stores = new Map<string, Store<Marks>>();

function marksOf(planId: string): Store<Marks> {
  const known = stores.get(planId) ?? createStore(read(planId));
  stores.set(planId, known);
  return known;
}

const keyOf = (planId: string): string => `planwand:read:${planId}`;

function read(planId: string): Marks {
  try {
    const stored: unknown = JSON.parse(kept(keyOf(planId)) ?? "null");
    if (typeof stored === "object" && stored !== null && "since" in stored && "byAnchor" in stored)
      return stored as Marks;
  } catch {
    // Damaged marks are no marks.
  }
  return { since: -1, byAnchor: {} };
}

function write(planId: string, marks: Marks): void {
  marksOf(planId).set(marks);
  keep(keyOf(planId), JSON.stringify(marks));
}

/** At the first visit all that was said before counts as read. */
export function beginReading(planId: string, seq: number): void {
  const marks = marksOf(planId).getSnapshot();
  if (marks.since === -1) write(planId, { ...marks, since: seq });
}

/** Everything about this up to `seq` is read. */
export function markRead(planId: string, anchor: Anchor, seq: number): void {
  const marks = marksOf(planId).getSnapshot();
  const key = anchorKey(anchor);
  if ((marks.byAnchor[key] ?? 0) >= seq) return;
  write(planId, { ...marks, byAnchor: { ...marks.byAnchor, [key]: seq } });
}

/** Up to which event this person has read about this. */
export function useReadMark(planId: string, anchor: Anchor): number {
  const store = marksOf(planId);
  const marks = useSyncExternalStore(store.subscribe, store.getSnapshot);
  return Math.max(marks.since === -1 ? Infinity : marks.since, marks.byAnchor[anchorKey(anchor)] ?? 0);
}
