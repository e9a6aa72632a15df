import type { ItemAt } from "@planwand/shared/plan/edit-field.ts";
import { entriesOf, type EntryRoot, rootMap } from "@planwand/shared/plan/entry.ts";
import { observePlan } from "@planwand/shared/plan/observe.ts";
import { type ArchivedItem, readBinned } from "@planwand/shared/plan/read-bin.ts";
import { restoreEntryFrom, textsOf } from "@planwand/shared/plan/restore.ts";
import { type Archived, ROOTS } from "@planwand/shared/plan/schema.ts";
import { useCallback, useSyncExternalStore } from "react";
import type * as Y from "yjs";
import { usePlanSession } from "../sync/session.tsx";
import { createStore, type ReadableStore, type Store } from "../sync/store.ts";
import type { BinnedAt } from "./archive.ts";
import { nowMs } from "./clock.ts";
import { type TakeBack, takeStep } from "./undo.ts";

/** Something in the bin: an entry, or a step, link or option of an entry that is there. */
export type Binned = Archived | ArchivedItem;

/** Puts back an entry that is gone as it stood at a moment, and returns how to take that back. `by` is the actor. */
export function restoreFrom(
  doc: Y.Doc,
  past: Y.Doc,
  { root, id }: Pick<Archived, "root" | "id">,
  by: string,
): TakeBack {
  const stamp = { by, at: nowMs() };
  return takeStep(doc, { label: "restore", by, texts: textsOf(doc, { root, id }) }, () =>
    restoreEntryFrom(doc, past, root, id, stamp),
  );
}

/** What tells one thing in the bin from all others. */
export function binKey(one: BinnedAt): string {
  return "item" in one ? keyOfItem(one.item) : `${one.root}/${one.id}`;
}

function keyOfItem({ id, field, item }: ItemAt): string {
  return `${id}/${field}/${item}`;
}

const known = new WeakMap<Y.Doc, Store<readonly Binned[]>>();

/** All that lies in the bin, the latest first; worked out at the first ask, and then only what changed. */
export function binOf(doc: Y.Doc): ReadableStore<readonly Binned[]> {
  const store = known.get(doc);
  return store ?? followBin(doc);
}

function followBin(doc: Y.Doc): ReadableStore<readonly Binned[]> {
  const byEntry = new Map<string, readonly Binned[]>();
  const read = (root: EntryRoot, id: string): boolean => {
    const before = byEntry.get(`${root}/${id}`) ?? [];
    const now = readBinned(doc, root, id);
    if (now.length === 0) byEntry.delete(`${root}/${id}`);
    else byEntry.set(`${root}/${id}`, now);
    return before.length > 0 || now.length > 0;
  };
  const sorted = (): readonly Binned[] =>
    [...byEntry.values()]
      .flat()
      .sort((a, b) => b.archived.at - a.archived.at || (binKey(a) < binKey(b) ? -1 : 1));
  for (const root of ROOTS)
    if (root !== "meta") for (const [id] of entriesOf(rootMap(doc, root))) read(root, id);
  const store = createStore(sorted());
  known.set(doc, store);
  const stop = observePlan(doc, ({ entries }) => {
    const touched = entries.filter(({ root, id }) => root !== "meta" && read(root, id));
    if (touched.length > 0) store.set(sorted());
  });
  doc.on("destroy", stop);
  return store;
}

/** All that lies in the bin of the open plan, the latest first. */
export function useBin(): readonly Binned[] {
  const store = binOf(usePlanSession().doc);
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}

/** An entry as it lies in the bin; null when it does not. Renders only when that changes. */
export function useBinned(root: EntryRoot, id: string): Archived | null {
  const store = binOf(usePlanSession().doc);
  const read = useCallback(
    () => store.getSnapshot().find((one) => "root" in one && one.root === root && one.id === id) ?? null,
    [store, root, id],
  );
  const found = useSyncExternalStore(store.subscribe, read);
  return found !== null && "root" in found ? found : null;
}
