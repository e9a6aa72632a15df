import type { Outbox } from "./outbox.ts";
import type { PastMoment } from "./moments.ts";
import { PlanAwareness } from "./plan-doc.ts";
import { pastName } from "./past-name.ts";
import type { PlanConnection, SyncStatus } from "./plan-connection.ts";
import { followPresence } from "./presence.ts";
import type { Seat } from "./seat.ts";
import { createStore } from "./store.ts";
import { NO_LINK } from "./workshop-link.ts";

const STATUS: SyncStatus = {
  state: "saved",
  unsaved: 0,
  refusal: null,
  isConnecting: false,
  unkept: 0,
  keeping: "off",
  isLoaded: true,
  stopped: null,
};

/** Nothing is said in the past. */
const OUTBOX: Outbox = {
  pending: createStore([]),
  post: () => undefined,
  dismiss: () => undefined,
  flush: () => undefined,
  close: () => undefined,
};

/**
 * A plan at a moment of the past, in the shape of an open plan: a document of its own that no server knows, which nobody may write.
 */
export function openPast(
  planId: string,
  moment: string,
  { actor }: Seat,
  { doc, journal }: PastMoment,
): PlanConnection {
  const awareness = new PlanAwareness(doc);
  const seat = createStore<Seat>({ role: "viewer", actor });
  const presence = followPresence(awareness, seat);
  const close = (): void => {
    presence.close();
    awareness.destroy();
    doc.destroy();
  };
  return {
    planId: pastName(planId, moment),
    doc,
    awareness,
    seat,
    status: createStore(STATUS),
    presence,
    journal: createStore(journal),
    journalAtEntry: createStore<number | null>(journal.seq),
    outbox: OUTBOX,
    workshop: NO_LINK,
    retry: () => undefined,
    discardOfflineCopy: async () => close(),
    close,
  };
}
