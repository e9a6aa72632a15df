import type { Actor, Role } from "@planwand/shared/access/role.ts";
import { may } from "@planwand/shared/access/policy.ts";
import { createContext, type ReactNode, use, useCallback, useMemo, useSyncExternalStore } from "react";
import type * as Y from "yjs";
import { isPastName } from "./past-name.ts";
import type { PlanConnection, SyncStatus } from "./plan-connection.ts";
import type { PersonAt, Place, Presence, PresencePerson } from "./presence.ts";

/** The plan that is open on this page, and who we are in it. */
export interface PlanSession {
  readonly connection: PlanConnection;
  readonly doc: Y.Doc;
  readonly role: Role;
  readonly actor: Actor;
  /** The role allows writing and the plan's content is here, so that nothing is written into an empty document. */
  readonly canWrite: boolean;
  /** This is the plan as it stood at a moment of the past. */
  readonly isPast: boolean;
}

const SessionContext = createContext<PlanSession | null>(null);

/** Gives everything inside it the open plan; renders again only when role, actor or the right to write change. */
export function PlanSessionProvider({
  connection,
  children,
}: {
  readonly connection: PlanConnection;
  readonly children: ReactNode;
}): ReactNode {
  const seat = useSyncExternalStore(connection.seat.subscribe, connection.seat.getSnapshot);
  const isLoaded = useFact(connection, "isLoaded");
  const session = useMemo<PlanSession>(
    () => ({
      connection,
      doc: connection.doc,
      role: seat.role,
      actor: seat.actor,
      canWrite: isLoaded && may(seat.role, "plan.write"),
      isPast: isPastName(connection.planId),
    }),
    [connection, seat, isLoaded],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The open plan. @throws Error outside a plan page. */
export function usePlanSession(): PlanSession {
  const session = use(SessionContext);
  if (session === null) throw new Error("a plan session is only there inside PlanSessionProvider");
  return session;
}

/** Whether our edits are safe, for the badge. Renders on every change of it, so use it low in the tree. */
export function useSyncStatus(): SyncStatus {
  const { status } = usePlanSession().connection;
  return useSyncExternalStore(status.subscribe, status.getSnapshot);
}

/** One fact about the connection; renders only when that changes. */
export function useSyncFact<Name extends keyof SyncStatus>(name: Name): SyncStatus[Name] {
  return useFact(usePlanSession().connection, name);
}

function useFact<Name extends keyof SyncStatus>({ status }: PlanConnection, name: Name): SyncStatus[Name] {
  return useSyncExternalStore(status.subscribe, () => status.getSnapshot()[name]);
}

/** Who is here. Renders whenever anybody's presence changes; a card uses `usePeopleAt` and `useDraggingPerson`. */
export function usePresence(): Presence {
  const { store } = usePlanSession().connection.presence;
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}

/** The others who have this activity open; renders only when that changes. */
export function usePeopleAt(activityId: string): readonly PersonAt[] {
  const { store } = usePlanSession().connection.presence;
  const read = useCallback(() => store.getSnapshot().atActivity(activityId), [store, activityId]);
  return useSyncExternalStore(store.subscribe, read);
}

/** Where another is in the plan, or null; renders only when that changes. */
export function usePlaceOf(personId: string): Place | null {
  const { store } = usePlanSession().connection.presence;
  const read = useCallback(() => store.getSnapshot().placeOf(personId), [store, personId]);
  return useSyncExternalStore(store.subscribe, read);
}

/** The other who is dragging this activity, or null; renders only when that changes. */
export function useDraggingPerson(activityId: string): PresencePerson | null {
  const { store } = usePlanSession().connection.presence;
  const read = useCallback(() => store.getSnapshot().dragging(activityId), [store, activityId]);
  return useSyncExternalStore(store.subscribe, read);
}
