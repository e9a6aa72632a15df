import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { NO_WORKSHOP, type WorkshopLive } from "@planwand/shared/workshop/live.ts";
import { createStore, type ReadableStore } from "./store.ts";
import { isRecord } from "./untrusted.ts";

/** What a page knows of a running workshop besides the journal. */
export interface WorkshopLink {
  /** The joining code, how much is hidden, and what is hidden of our own. */
  readonly live: ReadableStore<WorkshopLive>;
  /** The time of the server's clock now, milliseconds since 1970; our own until the server told its time. */
  readonly serverTimeMs: () => number;
}

export interface WorkshopListener extends WorkshopLink {
  take(message: unknown): void;
  /** The server's clock at this moment. */
  clockIs(serverTimeMs: number): void;
}

/** Follows what the server says of the workshop beside its events. A message of another shape is passed over. */
export function followWorkshop(clock: Clock): WorkshopListener {
  const live = createStore<WorkshopLive>(NO_WORKSHOP);
  let offsetMs = 0;
  return {
    live,
    serverTimeMs: () => clock() + offsetMs,
    take(message) {
      if (!isRecord(message) || !isRecord(message["own"]) || !Array.isArray(message["counts"])) return;
      // The rest is the server's own and was made by the code that we share with it.
      live.set(message as unknown as WorkshopLive);
    },
    clockIs(serverTimeMs) {
      if (Number.isFinite(serverTimeMs)) offsetMs = serverTimeMs - clock();
    },
  };
}

/** No workshop goes on in the past: every time is up. */
export const NO_LINK: WorkshopLink = {
  live: createStore<WorkshopLive>(NO_WORKSHOP),
  serverTimeMs: () => Number.POSITIVE_INFINITY,
};
