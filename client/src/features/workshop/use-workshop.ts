import { workshopNow, type WorkshopNow } from "@planwand/shared/views/workshop.ts";
import type { WorkshopLive } from "@planwand/shared/workshop/live.ts";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { give, useJournal, usePending, type Wish } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";

/** The workshop of the open plan as who looks at it sees it; null while there is none. */
export function useWorkshopNow(): WorkshopNow | null {
  const journal = useJournal();
  const { actor, role } = usePlanSession();
  return useMemo(() => workshopNow(journal, { member: actor.id, role }), [journal, actor.id, role]);
}

/** The joining code, how much is hidden, and what is hidden of our own. */
export function useWorkshopLive(): WorkshopLive {
  const { live } = usePlanSession().connection.workshop;
  return useSyncExternalStore(live.subscribe, live.getSnapshot);
}

/** A command of a workshop without its id and the session it is for. */
export type SessionWish = Wish extends infer One
  ? One extends { readonly type: string; readonly session: string }
    ? Omit<One, "session">
    : never
  : never;

/** Gives commands to this session. */
export function useTell(session: string): (wish: SessionWish) => void {
  const { connection } = usePlanSession();
  return useCallback((wish: SessionWish) => give(connection, { ...wish, session }), [connection, session]);
}

/** What of this session is on its way to the server, first given first. */
export function useUnderWay(session: string): readonly SessionCommand[] {
  const pending = usePending();
  return useMemo(
    () =>
      pending.flatMap(({ command, problem }) =>
        problem === null && isOfSession(command) && command.session === session ? [command] : [],
      ),
    [pending, session],
  );
}

type Command = ReturnType<typeof usePending>[number]["command"];
export type SessionCommand = Extract<Command, { readonly session: string }>;

/** An idea, new or changed, that the server did not take: its text is shown until somebody does something with it. */
export function isLateIdea(
  command: Command,
): command is Extract<SessionCommand, { readonly type: "idea.submit" | "idea.edit" }> {
  return command.type === "idea.submit" || command.type === "idea.edit";
}

export function isOfSession(command: Command): command is SessionCommand {
  return "session" in command;
}
