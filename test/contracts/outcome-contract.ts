import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { JournalWrite, NewKey, SessionRow, Storage } from "@planwand/server/storage/port.ts";
import { event, newPlan, update } from "./storage-contract.ts";

/** Storage on a real adapter of which the next write fails in some way. */
export interface FailingPlace {
  open(): Storage;
  /** The next write is rejected; whether it comes to the disk is the place's own affair. */
  failNext(): void;
  remove(): void;
}

const id = (name: string): string => name.padEnd(12, "0");
const nothing: Omit<JournalWrite, "planId" | "events"> = {
  erase: [],
  anonymise: [],
  snapshots: [],
  trim: null,
};

/** What the port promises of every adapter about calls that fail, and about calls that are made again. */
export function outcomeContract(adapter: string, newPlace: () => FailingPlace): void {
  describe(`outcomes: ${adapter}`, () => {
    let place: FailingPlace;
    let storage: Storage;
    let planId: string;

    beforeEach(async () => {
      place = newPlace();
      storage = place.open();
      const { plan, session } = newPlan();
      planId = plan.plan.id;
      await storage.plans.create(plan, session);
    });
    afterEach(async () => {
      await storage.close();
      place.remove();
    });

    test("[S40] an append that was rejected is there wholly or not at all once a probe resolved, and that stays", async () => {
      const rows = [2, 3, 4].map((seq) => update(planId, seq));
      const binding = { planId, clientId: 9, actorId: rows[0]?.actorId ?? "" };
      place.failNext();
      await expect(storage.log.append(rows, [binding])).rejects.toThrow();
      await storage.probe();
      const found = await storage.log.read(planId, 1);
      const isBound = (await storage.log.bindings(planId)).some(({ clientId }) => clientId === 9);
      if (found.length > 0) expect(found).toEqual(rows);
      expect(isBound).toBe(found.length > 0);
      // Whoever goes on from what is read there meets nothing that comes later.
      const next = 2 + found.length;
      await storage.log.append([update(planId, next)], []);
      await storage.probe();
      expect((await storage.log.read(planId, 1)).map(({ seq }) => seq)).toEqual(
        Array.from({ length: next - 1 }, (_, index) => index + 2),
      );
    });

    test("[S40] so are events of a journal with all that goes with them", async () => {
      const session = id("session");
      const idea = {
        kind: "idea",
        session,
        step: id("step"),
        id: id("idea"),
        scope: { kind: "plan" },
        text: "Idee",
        member: id("anja"),
        person: id("anja"),
        at: 1,
      } as const;
      const workshop = { hidden: [{ change: "put", entry: idea }], code: null, ended: null } as const;
      place.failNext();
      const write = { planId, events: [event(1, "command-01"), event(2)], ...nothing, workshop };
      await expect(storage.events.append(write)).rejects.toThrow();
      await storage.probe();
      const [events, head, hidden] = [
        await storage.events.read(planId, 0),
        await storage.events.head(planId),
        await storage.workshops.hidden(planId),
      ];
      if (events.length === 0) expect([head.seq, hidden]).toEqual([0, []]);
      else expect([events, head.hash, hidden]).toEqual([write.events, "hash-2", [idea]]);
      const seq = head.seq + 1;
      await storage.events.append({ planId, events: [event(seq)], ...nothing });
      expect((await storage.events.read(planId, 0)).at(-1)).toEqual(event(seq));
    });

    test("[S41] making, naming, joining, leaving, withdrawing and checkpoints leave the same when they are done twice", async () => {
      const twice = async <T>(call: () => Promise<T>): Promise<T[]> => [await call(), await call()];
      const { plan, session } = newPlan();
      const key: NewKey = {
        id: id("key"),
        planId,
        role: "viewer",
        hash: id("hash"),
        createdAt: 9,
        expiresAt: null,
        maxUses: null,
        name: "",
        origin: "person",
        maker: null,
      };
      const times = { createdAt: 5, expiresAt: 50, usedAt: 5 };
      const visit: SessionRow = {
        id: id("visit"),
        hash: id("visit-hash"),
        spentHash: null,
        isHostBound: false,
        ...times,
      };
      const actor = { ...plan.owner.actor, planId, id: id("bram"), name: "Bram" };
      const feed = { id: id("feed"), planId, hash: id("feed-hash"), createdAt: 7, revokedAt: null };
      const kept = { planId, seq: 1, state: new Uint8Array([1]), sha256: "0" };
      await twice(() => storage.plans.create(plan, session));
      await twice(() => storage.plans.setTitle(planId, "Nieuw"));
      await twice(() => storage.access.addKey(key));
      expect(await twice(() => storage.access.join(visit, actor, key.id))).toEqual([true, true]);
      expect(await twice(() => storage.access.renameKey(planId, key.id, "Team"))).toEqual([true, true]);
      await twice(() => storage.access.noteKeyUse(key.id, 8));
      await twice(() => storage.access.noteUse({ ...visit, usedAt: 7 }));
      const as = { name: actor.name, circle: actor.circle };
      expect(await twice(() => storage.access.introduce(planId, visit.id, as))).toEqual([true, true]);
      await twice(() => storage.access.saveActor(actor));
      await twice(() => storage.feeds.add(feed));
      await twice(() => storage.log.saveCheckpoint(kept));
      expect(await twice(() => storage.access.revokeKey(planId, key.id, 11))).toEqual([true, true]);
      expect(await twice(() => storage.feeds.revoke(planId, feed.id, 12))).toEqual([true, true]);
      expect(await storage.log.read(plan.plan.id, 0)).toHaveLength(1);
      expect(await storage.access.keyByHash(key.hash)).toEqual({
        ...key,
        name: "Team",
        uses: 1,
        usedAt: 8,
        revokedAt: 11,
      });
      expect(await storage.feeds.ofPlan(planId)).toEqual([{ ...feed, revokedAt: 12 }]);
      const members = await storage.access.members(planId);
      expect(members.filter((member) => member.actor.id === actor.id)).toHaveLength(1);
      await twice(() => storage.access.deleteSession(visit.id));
      await twice(() => storage.plans.close(plan.plan.id, 1));
      await twice(() => storage.plans.erase(plan.plan.id, 2));
      expect(await storage.plans.wasErased(plan.plan.id, session.hash)).toBe(true);
      expect((await storage.plans.get(planId))?.title).toBe("Nieuw");
    });

    test("[S41] a plan that takes the place of an erased one has nothing of it, though erasing was reported as failed", async () => {
      const gone = newPlan();
      await storage.plans.create(gone.plan, gone.session);
      place.failNext();
      await expect(storage.plans.erase(gone.plan.plan.id, 2)).rejects.toThrow();
      await storage.probe();
      await storage.plans.erase(gone.plan.plan.id, 3);
      const next = newPlan();
      await storage.plans.create(next.plan, next.session);
      expect(await storage.log.read(gone.plan.plan.id, 0)).toEqual([]);
      expect(await storage.access.keysOf(gone.plan.plan.id)).toEqual([]);
    });
  });
}
