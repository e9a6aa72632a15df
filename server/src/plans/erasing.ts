import type { Clock } from "@planwand/shared/kernel/clock.ts";
import type { JournalEvent } from "@planwand/shared/journal/events.ts";
import { CLOSE } from "@planwand/shared/protocol/messages.ts";
import type { Logger } from "pino";
import type { Budgets } from "../budgets/budgets.ts";
import type { Exports } from "../exports/exports.ts";
import type { Journals } from "../journal/journals.ts";
import { CHORES } from "../relay/author.ts";
import type { Relay } from "../relay/relay.ts";
import type { Outcomes } from "../storage/outcomes.ts";
import type { Storage } from "../storage/port.ts";
import type { Documents } from "./documents.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Taking away what must not be kept: the past of a plan that is too old, a person, a whole plan. */
export interface Erasing {
  /**
   * Lets go of what is older than the owner wants to keep: moments become one update, the bin is emptied of what lay in it by then, and
   * snapshots go that no body adopted. Tells whether there was anything.
   */
  clear(planId: string): Promise<boolean>;
  /** The same for every plan, and what an erasing that was cut short left behind. Tells of how many plans something went. */
  clearAll(): Promise<number>;
  /** Removes the last byte of whoever was made anonymous from the data folder, at once or within the hour. */
  forgetPeople(): Promise<void>;
  /** What happened in a plan: whoever was made anonymous by it is sent away, and what went is scrubbed within the hour. */
  heard(planId: string, events: readonly JournalEvent[]): void;
  /** Erases a plan: sends everybody away, and leaves nothing of it in the data folder within the hour. @throws StorageUnavailable */
  erasePlan(planId: string): Promise<void>;
}

export interface ErasingOptions {
  readonly storage: Storage;
  readonly outcomes: Outcomes;
  readonly clock: Clock;
  readonly budgets: Pick<Budgets, "limit">;
  readonly documents: Pick<Documents, "past" | "collect" | "forget">;
  readonly exports: Pick<Exports, "forget">;
  readonly journals: Journals;
  readonly relay: Pick<Relay, "write" | "rewrite" | "end" | "disconnect">;
  readonly log: Logger;
}

export function createErasing(options: ErasingOptions): Erasing {
  const { storage, outcomes, clock, budgets, documents, exports, journals, relay, log } = options;
  /** Something was deleted of which bytes may still be in the file. */
  let isScrubDue = false;
  let scrubbedAt = -Infinity;

  /** It holds up everybody, so it is done now and then; what comes in between, or finds no room on the disk, is left for the next hour. */
  async function scrubWhenDue(): Promise<void> {
    if (!isScrubDue || clock() - scrubbedAt < budgets.limit("scrub-minutes") * MINUTE_MS) return;
    scrubbedAt = clock();
    try {
      await storage.scrub();
      isScrubDue = false;
    } catch (error) {
      log.error({ err: error }, "what was erased could not be scrubbed from the disk yet");
    }
  }

  /** Keeps nothing in memory of what a plan was. */
  function forget(planId: string): void {
    documents.forget(planId);
    exports.forget(planId);
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
    await relay.write(planId, CHORES, written);
    // Also when it is reported as failed: it may have gone from the disk all the same.
    isScrubDue = true;
    try {
      await relay.rewrite(planId, async () => {
        const { seq, state, sha256 } = await documents.collect(planId);
        return journals.trim(planId, before, { base, checkpoint: { planId, seq, state, sha256 } });
      });
    } finally {
      forget(planId);
    }
    return true;
  }

  async function finish(planId: string): Promise<void> {
    await relay.end(planId);
    await journals.forget(planId);
    forget(planId);
    isScrubDue = true;
    await storage.plans.erase(planId, clock());
  }

  /** Of how many plans the erasing was cut short and is done now. */
  async function finishClosed(): Promise<number> {
    const closed = await storage.plans.closed();
    for (const planId of closed) await finish(planId);
    return closed.length;
  }

  async function finishClosedAndScrub(): Promise<void> {
    await finishClosed();
    await scrubWhenDue();
  }

  function heard(planId: string, events: readonly JournalEvent[]): void {
    const gone = events.flatMap(({ type, body }) => (type === "member.anonymised" ? [body.member] : []));
    if (gone.length === 0) return;
    isScrubDue = true;
    exports.forget(planId);
    relay.disconnect(planId, (who) => gone.includes(who.actor.id), CLOSE.unauthorised);
  }

  return {
    heard,
    async clear(planId) {
      const hasCleared = await trim(planId);
      await scrubWhenDue();
      return hasCleared;
    },
    async clearAll() {
      let cleared = await finishClosed();
      for (const planId of await storage.plans.ids()) if (await trim(planId)) cleared++;
      await scrubWhenDue();
      return cleared;
    },
    forgetPeople: scrubWhenDue,
    async erasePlan(planId) {
      try {
        await storage.plans.close(planId, clock());
      } catch (error) {
        outcomes.unknown(`end of ${planId}`, finishClosedAndScrub);
        throw error;
      }
      await finish(planId);
      await scrubWhenDue();
    },
  };
}
