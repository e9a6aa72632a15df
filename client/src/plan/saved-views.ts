import { may } from "@planwand/shared/access/policy.ts";
import { SHARED_VIEWS_MAX, VIEW_ADDRESS, VIEW_NAME_MAX_LENGTH } from "@planwand/shared/journal/limits.ts";
import { useMemo, useSyncExternalStore } from "react";
import type { PlanConnection } from "../sync/plan-connection.ts";
import { usePlanSession } from "../sync/session.tsx";
import { createStore, type Store } from "../sync/store.ts";
import { keep, kept } from "../ui/kept.ts";
import { newId } from "./clock.ts";
import { give, useJournal } from "./journal.ts";

/** A way to look at a plan under a name: on this device only, or shared with the plan. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** Within the plan: the view and what it asks. */
  readonly address: string;
  readonly isShared: boolean;
  /** Whether this person may rename and remove it. */
  readonly isMine: boolean;
}

type Own = Pick<SavedView, "id" | "name" | "address">;

const stores = new Map<string, Store<readonly Own[]>>();

function ownViews(planId: string): Store<readonly Own[]> {
  const known = stores.get(planId) ?? createStore(readOwn(kept(keyOf(planId))));
  stores.set(planId, known);
  return known;
}

const keyOf = (planId: string): string => `planwand:views:${planId}`;

/** The views kept on this device as they were written; none when that is damaged. */
export function readOwn(stored: string | null): readonly Own[] {
  try {
    const views: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(views) ? views.filter(isOwn).slice(0, SHARED_VIEWS_MAX) : [];
  } catch {
    return [];
  }
}

function isOwn(view: unknown): view is Own {
  if (typeof view !== "object" || view === null) return false;
  const { id, name, address } = view as Record<string, unknown>;
  return (
    typeof id === "string" &&
    typeof name === "string" &&
    name.length <= VIEW_NAME_MAX_LENGTH &&
    typeof address === "string" &&
    VIEW_ADDRESS.test(address)
  );
}

function writeOwn(planId: string, views: readonly Own[]): void {
  ownViews(planId).set(views);
  keep(keyOf(planId), views.length === 0 ? null : JSON.stringify(views));
}

/** The views of this plan that were saved, those of this device first, each by name. */
export function useSavedViews(): readonly SavedView[] {
  const { connection, actor, role } = usePlanSession();
  const store = ownViews(connection.planId);
  const own = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const { views } = useJournal();
  return useMemo(() => {
    const byName = (a: SavedView, b: SavedView): number => a.name.localeCompare(b.name);
    return [
      ...own.map((view): SavedView => ({ ...view, isShared: false, isMine: true })).sort(byName),
      ...[...views.values()]
        .map(({ id, name, address, by }): SavedView => {
          const isMine = may(role, "plan.write") && (by === actor.id || may(role, "view.manage"));
          return { id, name, address, isShared: true, isMine };
        })
        .sort(byName),
    ];
  }, [own, views, role, actor]);
}

/** Keeps a view under a name: for everybody in the plan, or on this device. */
export function saveView(
  connection: PlanConnection,
  { name, address, isShared }: Pick<SavedView, "name" | "address" | "isShared">,
): void {
  putView(connection, { id: newId(), name, address, isShared });
}

/** Renames a view. */
export function renameView(connection: PlanConnection, view: SavedView, name: string): void {
  putView(connection, { ...view, name });
}

function putView(
  connection: PlanConnection,
  { id, name, address, isShared }: Omit<SavedView, "isMine">,
): void {
  if (isShared) return give(connection, { type: "view.save", view: id, name, address });
  const others = ownViews(connection.planId)
    .getSnapshot()
    .filter((view) => view.id !== id);
  writeOwn(connection.planId, [...others, { id, name, address }]);
}

/** Removes a view, and returns how to take that back. */
export function removeView(connection: PlanConnection, view: SavedView): () => void {
  const { id, isShared } = view;
  if (isShared) give(connection, { type: "view.remove", view: id });
  else {
    const left = ownViews(connection.planId)
      .getSnapshot()
      .filter((other) => other.id !== id);
    writeOwn(connection.planId, left);
  }
  return () => putView(connection, view);
}

/** The address within its plan of what is on screen, without what is open in it; null when it is no address to save. */
export function viewAddress(pathname: string, search: string): string | null {
  const [, view] = /^\/plan\/[^/]+(?:\/([a-z-]+))?/u.exec(pathname) ?? [];
  const address = `${view === undefined || view === "activity" ? "" : `/${view}`}${search}`;
  return VIEW_ADDRESS.test(address) ? address : null;
}
