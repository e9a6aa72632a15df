import { randomBytes } from "node:crypto";
import type { JournalWrite, NewKey, Storage, WorkshopWrite } from "@planwand/server/storage/port.ts";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import type { Hidden } from "@planwand/shared/workshop/hidden.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { event, newPlan, type Place } from "./storage-contract.ts";

const newId = () => idFrom(randomBytes);
const PLAN = { kind: "plan" } as const;

function idea(id: string, session: string, text: string): Hidden {
  const person = "member-000001";
  return { kind: "idea", session, step: "step-1", id, scope: PLAN, text, member: person, person, at: 7 };
}

function vote(id: string, session: string, dots: number): Hidden {
  const person = "member-000002";
  const said = { item: "idea-1", dots, member: person, person, circle: "ict", at: 8 } as const;
  return { kind: "vote", session, step: "step-2", id, ...said };
}

/** What the port promises of every adapter about workshops. */
export function workshopContract(adapter: string, newPlace: () => Place): void {
  describe(`storage of workshops: ${adapter}`, () => {
    let place: Place;
    let storage: Storage;

    beforeEach(() => {
      place = newPlace();
      storage = place.open();
    });
    afterEach(async () => {
      await storage.close();
      place.remove();
    });

    async function stored(): Promise<string> {
      const { plan, session } = newPlan();
      await storage.plans.create(plan, session);
      return plan.plan.id;
    }

    async function reopened(): Promise<void> {
      await storage.close();
      storage = place.open();
    }

    const write = (
      planId: string,
      workshop: Partial<WorkshopWrite>,
      events: JournalWrite["events"] = [],
    ): Promise<void> =>
      storage.events.append({
        planId,
        events,
        erase: [],
        anonymise: [],
        snapshots: [],
        workshop: { hidden: [], code: null, ended: null, ...workshop },
      });

    const codeFor = (planId: string, session: string, code: string) => {
      const made = { id: newId(), planId, role: "participant", hash: newId(), createdAt: 9 } as const;
      const key: NewKey = {
        ...made,
        expiresAt: null,
        maxUses: null,
        name: "",
        origin: "person",
        maker: null,
      };
      return { code, session, key };
    };

    test("[S19] what is hidden comes back in the order in which it came, each plan's its own, and goes by being removed", async () => {
      const [planId, other] = [await stored(), await stored()];
      const session = newId();
      const [first, second, third] = [
        idea("idea-1", session, "Eén 😀"),
        idea("idea-2", session, "Twee"),
        vote("vote-1", session, 2),
      ];
      await write(planId, { hidden: [first, second].map((entry) => ({ change: "put", entry })) });
      await write(planId, { hidden: [{ change: "put", entry: third }] });
      await write(other, { hidden: [{ change: "put", entry: idea("idea-1", session, "Elders") }] });
      const edited = idea("idea-1", session, "Eén, beter gezegd");
      await write(planId, { hidden: [{ change: "put", entry: edited }] });
      await reopened();
      expect(await storage.workshops.hidden(planId)).toEqual([edited, second, third]);
      expect(await storage.workshops.hidden(other)).toEqual([idea("idea-1", session, "Elders")]);
      expect(await storage.workshops.hidden("no-such-plan")).toEqual([]);

      const removed = { change: "remove", session, kind: "idea", id: "idea-1" } as const;
      // A vote of that name is another thing.
      await write(planId, { hidden: [removed, { ...removed, kind: "vote", id: "idea-2" }] });
      expect(await storage.workshops.hidden(planId)).toEqual([second, third]);
      expect(await storage.workshops.hidden(other)).toHaveLength(1);
    });

    test("[S19] what is hidden is kept with its events or not at all", async () => {
      const planId = await stored();
      const session = newId();
      const hidden = [{ change: "put", entry: idea("idea-1", session, "Half") }] as const;
      await expect(write(planId, { hidden }, [event(1), event(1)])).rejects.toThrow();
      expect(await storage.workshops.hidden(planId)).toEqual([]);
      expect(await storage.events.read(planId, 0)).toEqual([]);
    });

    test("[S20] a code opens one workshop until that ends, with a key of its own; one that is in use is refused whole", async () => {
      const [planId, other] = [await stored(), await stored()];
      const [session, later] = [newId(), newId()];
      const opened = codeFor(planId, session, "ABC234");
      await write(planId, { code: opened });
      await reopened();
      const row = { code: "ABC234", planId, session, keyId: opened.key.id };
      expect(await storage.workshops.byCode("ABC234")).toEqual(row);
      expect(await storage.workshops.codeOf(planId, session)).toBe("ABC234");
      expect(await storage.workshops.codeOf(other, session)).toBeNull();
      expect(await storage.workshops.byCode("ZZZ999")).toBeNull();
      expect((await storage.access.keysOf(planId)).map(({ id }) => id)).toContain(opened.key.id);

      const taken = codeFor(other, later, "ABC234");
      const hidden = [{ change: "put", entry: idea("idea-9", later, "Half") }] as const;
      await expect(write(other, { code: taken, hidden })).rejects.toThrow();
      expect(await storage.workshops.byCode("ABC234")).toEqual(row);
      expect(await storage.workshops.hidden(other)).toEqual([]);
      expect((await storage.access.keysOf(other)).map(({ id }) => id)).not.toContain(taken.key.id);

      await write(planId, { ended: session });
      expect(await storage.workshops.byCode("ABC234")).toBeNull();
      expect(await storage.workshops.codeOf(planId, session)).toBeNull();
      // Free again, for whoever comes next.
      await write(other, { code: taken });
      expect(await storage.workshops.byCode("ABC234")).toMatchObject({ planId: other, session: later });
    });

    test("[S31] erasing a plan takes what is hidden in it and its codes, and nothing of another", async () => {
      const [planId, other] = [await stored(), await stored()];
      const session = newId();
      for (const [plan, code] of [
        [planId, "ABC234"],
        [other, "DEF567"],
      ] as const)
        await write(plan, {
          code: codeFor(plan, session, code),
          hidden: [{ change: "put", entry: idea("idea-1", session, "Weg") }],
        });
      await storage.plans.close(planId, 10);
      await storage.plans.erase(planId, 11);
      expect(await storage.workshops.hidden(planId)).toEqual([]);
      expect(await storage.workshops.byCode("ABC234")).toBeNull();
      expect(await storage.workshops.hidden(other)).toHaveLength(1);
      expect(await storage.workshops.byCode("DEF567")).not.toBeNull();
    });
  });
}
