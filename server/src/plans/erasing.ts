import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { SERVER_ACTOR } from "@planwand/shared/access/role.ts";
import { CLOSE } from "@planwand/shared/protocol/messages.ts";
import type { Logger } from "pino";
import type { Journals } from "../journal/journals.ts";
import type { Relay } from "../relay/relay.ts";
import type { Storage } from "../storage/port.ts";
import type { Documents } from "./documents.ts";

const DAY_MS = 86_400_000;

/** Taking away what must not be kept: the past of a plan that is too old, a person, a whole plan. */
export interface Erasing {
  /**
   * Lets go of what is older than the owner wants to keep: moments become one update, the bin is emptied of what lay in it by then, and
   * snapshots go that no body adopted. Tells whether there was anything.
   */
  clear(planId: string): Promise<boolean>;
  /** The same for every plan, and what an erasing that was cut short left behind. Tells of how many plans something went. */
  clearAll(): Promise<number>;
  /** Somebody was made anonymous: sends them away, and removes the last byte of them from the data folder. */
  forgetPerson(planId: string, actorId: string): Promise<void>;
  /** Erases a plan: sends everybody away, and leaves nothing of it in the data folder. @throws StorageUnavailable */
  erasePlan(planId: string): Promise<void>;
}

export interface ErasingOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly documents: Pick<Documents, "past" | "collect" | "forget">;
  readonly journals: Journals;
  readonly relay: Pick<Relay, "write" | "rewrite" | "end" | "disconnect">;
  readonly log: Logger;
}

export function createErasing({ storage, clock, documents, journals, relay, log }: ErasingOptions): Erasing {
  /** Something was deleted of which bytes may still be in the file. */
  let isScrubDue = false;

  /** When the disk has no room for it now, it is tried again within the hour. */
  async function scrub(): Promise<void> {
    isScrubDue = true;
    try {
      await storage.scrub();
      isScrubDue = false;
    } catch (error) {
      log.error({ err: error }, "what was erased could not be scrubbed from the disk yet");
    }
  }

  async function trim(planId: string): Promise<boolean> {
    const { journal } = await journals.open(planId);
    const days = journal.retention?.days ?? null;
    if (days === null) return false;
    // What happens in this very millisecond is past too for who keeps nothing.
    const before = days === 0 ? clock() + 1 : clock() - days * DAY_MS;
    const past = await documents.past(planId, before);
    if (past === null) return false;
    const { base, written, isOneAlready } = past;
    const hasOldSnapshots = [...journal.snapshots.values()].some(
      ({ at, adopted }) => at < before && adopted === null,
    );
    if (isOneAlready && written.length === 0 && !hasOldSnapshots) return false;
    await relay.write(planId, SERVER_ACTOR, written);
    await relay.rewrite(planId, async () => {
      const { seq, state, sha256 } = await documents.collect(planId);
      return journals.trim(planId, before, { base, checkpoint: { planId, seq, state, sha256 } });
    });
    documents.forget(planId);
    return true;
  }

  async function finish(planId: string): Promise<void> {
    await relay.end(planId);
    await journals.forget(planId);
    documents.forget(planId);
    await storage.plans.erase(planId, clock());
  }

  return {
    async clear(planId) {
      const hasCleared = await trim(planId);
      if (hasCleared || isScrubDue) await scrub();
      return hasCleared;
    },
    async clearAll() {
      let cleared = 0;
      for (const planId of await storage.plans.closed()) {
        await finish(planId);
        cleared++;
      }
      for (const planId of await storage.plans.ids()) if (await trim(planId)) cleared++;
      if (cleared > 0 || isScrubDue) await scrub();
      return cleared;
    },
    async forgetPerson(planId, actorId) {
      relay.disconnect(planId, (who) => who.actor.id === actorId, CLOSE.unauthorised);
      await scrub();
    },
    async erasePlan(planId) {
      await storage.plans.close(planId, clock());
      await finish(planId);
      await scrub();
    },
  };
}
