import type { CommandRequest } from "@planwand/shared/journal/commands.ts";
import type { Anchor } from "@planwand/shared/journal/events.ts";
import type { Journal } from "@planwand/shared/journal/journal.ts";
import { anchorKey, type Discussion, discussionsOf } from "@planwand/shared/views/discussion.ts";
import { useCallback, useSyncExternalStore } from "react";
import type { PendingCommand } from "../sync/pending-command.ts";
import type { PlanConnection } from "../sync/plan-connection.ts";
import { usePlanSession } from "../sync/session.tsx";
import { newId, nowMs } from "./clock.ts";

/** The journal of the open plan. Renders on every event; a card uses `useOpenComments`. */
export function useJournal(): Journal {
  const { journal } = usePlanSession().connection;
  return useSyncExternalStore(journal.subscribe, journal.getSnapshot);
}

const known = new WeakMap<Journal, ReadonlyMap<string, Discussion>>();

/** All that is said, by what it is about; worked out once for each state of the journal. */
export function discussionsIn(journal: Journal): ReadonlyMap<string, Discussion> {
  const discussions = known.get(journal) ?? discussionsOf(journal);
  known.set(journal, discussions);
  return discussions;
}

/** What is said about something; null when nothing is. */
export function useDiscussion(anchor: Anchor): Discussion | null {
  return discussionsIn(useJournal()).get(anchorKey(anchor)) ?? null;
}

/** How many comments about something are not settled; renders only when that changes. */
export function useOpenComments(kind: Anchor["kind"], id: string): number {
  const { journal } = usePlanSession().connection;
  const read = useCallback(
    () => discussionsIn(journal.getSnapshot()).get(anchorKey({ kind, id }))?.open ?? 0,
    [journal, kind, id],
  );
  return useSyncExternalStore(journal.subscribe, read);
}

/** Commands that are on their way, or that the server refused. */
export function usePending(): readonly PendingCommand[] {
  const { pending } = usePlanSession().connection.outbox;
  return useSyncExternalStore(pending.subscribe, pending.getSnapshot);
}

/** A command of each kind, without the id that it gets when it is given. */
export type Wish = CommandRequest extends infer Request
  ? Request extends { readonly id: string }
    ? Omit<Request, "id">
    : never
  : never;

/** Gives a command; it goes out now, or as soon as the server can be reached. */
export function give({ outbox }: Pick<PlanConnection, "outbox">, wish: Wish): void {
  outbox.post({ ...wish, id: newId() }, nowMs());
}
