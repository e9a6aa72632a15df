import { CLOSE } from "@planwand/shared/protocol/messages.ts";
import type { AccessStore } from "../storage/port.ts";
import type { Disconnect } from "./keys.ts";

/** Ends a session everywhere: it opens nothing any more, and its open sockets are closed. */
export async function leave(store: AccessStore, disconnect: Disconnect, sessionId: string): Promise<void> {
  const memberships = await store.memberships(sessionId);
  await store.deleteSession(sessionId);
  for (const { plan, actor } of memberships) {
    disconnect(plan.id, (who) => who.actor.id === actor.id, CLOSE.unauthorised);
  }
}
