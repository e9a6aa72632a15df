import { createHash, randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import type { ChainedEvent } from "@planwand/shared/journal/chain.ts";
import {
  type ActorRow,
  type Checkpoint,
  type NewKey,
  type NewPlan,
  type SessionRow,
  SnapshotDamaged,
  type SnapshotRow,
  type Storage,
  type UpdateRow,
} from "@planwand/server/storage/port.ts";

/** One place where an adapter keeps its data; opening it again finds what was stored. */
export interface Place {
  open(): Storage;
  remove(): void;
}

const newId = () => idFrom(randomBytes);

/** A plan that can be stored, with one key and an owner. */
export function newPlan(title = "Plan"): { readonly plan: NewPlan; readonly session: SessionRow } {
  const planId = newId();
  const session = newSession();
  const key: NewKey = {
    id: newId(),
    planId,
    role: "owner",
    hash: newId(),
    createdAt: 5,
    expiresAt: null,
    maxUses: null,
    name: "",
    origin: "person",
    maker: null,
  };
  return {
    plan: {
      plan: { id: planId, title, createdAt: 5, deletedAt: null },
      seed: { state: new Uint8Array([1, 2, 3]), clientIds: [7], actorId: "server-000000" },
      events: [],
      keys: [key],
      owner: { actor: newActor(planId), sessionId: session.id, keyId: key.id },
    },
    session,
  };
}

function newSession(): SessionRow {
  const times = { createdAt: 5, expiresAt: 50, usedAt: 5 };
  return { id: newId(), hash: newId(), spentHash: null, isHostBound: false, ...times };
}

function newActor(planId: string): ActorRow {
  return { planId, id: newId(), name: "Anja", circle: "ict", color: "#1d6f8a", createdAt: 6 };
}

export function update(planId: string, seq: number, bytes = randomBytes(40)): UpdateRow {
  return { planId, seq, actorId: "actor-000001", at: 1_000 + seq, bytes: new Uint8Array(bytes) };
}

function checkpoint(planId: string, seq: number): Checkpoint {
  const state = new Uint8Array(randomBytes(300));
  return { planId, seq, state, sha256: createHash("sha256").update(state).digest("hex") };
}

function snapshot(planSeq: number, journalSeq: number): SnapshotRow {
  const state = new Uint8Array(randomBytes(300));
  const sha256 = createHash("sha256").update(state).digest("hex");
  return { id: newId(), planSeq, journalSeq, at: 50, sha256, state };
}

/** An event of a journal as it is stored. */
export const event = (seq: number, command: string | null = null): ChainedEvent => ({
  seq,
  at: 1_000 + seq,
  actor: "actor-000001",
  command,
  type: "comment.added",
  body: `{"é":${String(seq)}}`,
  content: '{"text":"Één"}',
  salt: "zout",
  digest: "digest",
  prev: `hash-${String(seq - 1)}`,
  hash: `hash-${String(seq)}`,
});

/** What the port promises of every adapter. */
export function storageContract(adapter: string, newPlace: () => Place): void {
  describe(`storage: ${adapter}`, () => {
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

    async function stored(): Promise<{ planId: string; plan: NewPlan; session: SessionRow }> {
      const { plan, session } = newPlan();
      await storage.plans.create(plan, session);
      return { planId: plan.plan.id, plan, session };
    }

    async function reopened(): Promise<void> {
      await storage.close();
      storage = place.open();
    }

    test("[S1] everything is there after closing and opening again", async () => {
      const { planId, plan, session } = await stored();
      await storage.plans.setTitle(planId, "Andere titel");
      const row = update(planId, 2);
      await storage.log.append([row], [{ planId, clientId: 2 ** 32 - 1, actorId: row.actorId }]);
      const kept = checkpoint(planId, 2);
      await storage.log.saveCheckpoint(kept);
      await reopened();
      expect(await storage.plans.get(planId)).toEqual({ ...plan.plan, title: "Andere titel" });
      expect(await storage.log.read(planId, 1)).toEqual([row]);
      expect(await storage.log.bindings(planId)).toContainEqual({
        planId,
        clientId: 2 ** 32 - 1,
        actorId: row.actorId,
      });
      expect(await storage.log.checkpoint(planId)).toEqual(kept);
      expect(await storage.access.sessionByHash(session.hash)).toEqual(session);
      expect(await storage.access.session(session.id)).toEqual(session);
    });

    test("[S2] an append with a number that exists leaves nothing behind", async () => {
      const { planId } = await stored();
      await storage.log.append([update(planId, 2)], []);
      const other = await stored();
      await expect(storage.log.append([update(other.planId, 2), update(planId, 2)], [])).rejects.toThrow();
      expect(await storage.log.read(other.planId, 1)).toEqual([]);
      expect(await storage.log.read(planId, 1)).toHaveLength(1);
    });

    test("[S2] an append with a client id that is bound leaves nothing behind", async () => {
      const { planId } = await stored();
      const binding = { planId, clientId: 7, actorId: "actor-000001" };
      await expect(storage.log.append([update(planId, 2)], [binding])).rejects.toThrow();
      expect(await storage.log.read(planId, 1)).toEqual([]);
    });

    test("[S4] a plan comes with its seed, binding, keys, owner and session", async () => {
      const { planId, plan, session } = await stored();
      expect(await storage.log.read(planId, 0)).toEqual([
        { planId, seq: 1, actorId: "server-000000", at: 5, bytes: plan.seed.state },
      ]);
      expect(await storage.log.bindings(planId)).toEqual([{ planId, clientId: 7, actorId: "server-000000" }]);
      const key = { ...plan.keys[0], uses: 1, usedAt: session.usedAt, revokedAt: null };
      expect(await storage.access.keysOf(planId)).toEqual([key]);
      expect(await storage.access.membership(planId, session.id)).toEqual({
        actor: plan.owner.actor,
        keys: [key],
      });
    });

    test("[S4] a plan that cannot be stored whole is not there at all", async () => {
      const { plan, session } = newPlan();
      const [key] = plan.keys as [NewKey];
      // Two keys cannot have the same secret.
      const broken = { ...plan, keys: [key, { ...key, id: newId() }] };
      await expect(storage.plans.create(broken, session)).rejects.toThrow();
      expect(await storage.plans.get(plan.plan.id)).toBeNull();
      expect(await storage.log.read(plan.plan.id, 0)).toEqual([]);
      expect(await storage.access.sessionByHash(session.hash)).toBeNull();
      await storage.plans.create(plan, session);
      expect(await storage.log.read(plan.plan.id, 0)).toHaveLength(1);
    });

    test("[S4] a second plan goes on with the session that there is", async () => {
      const first = await stored();
      const { plan } = newPlan();
      const owner = { ...plan.owner, sessionId: first.session.id };
      await storage.plans.create({ ...plan, owner }, { ...first.session, expiresAt: 99 });
      expect((await storage.access.sessionByHash(first.session.hash))?.expiresAt).toBe(99);
      const mine = await storage.access.memberships(first.session.id);
      expect(mine.map((membership) => membership.plan.id)).toEqual([plan.plan.id, first.planId]);
    });

    test("[S5] updates come back in order and byte for byte, each plan's its own", async () => {
      const a = await stored();
      const b = await stored();
      const rows = [2, 3, 4, 5, 6].map((seq) => update(a.planId, seq, randomBytes(seq * 5_000)));
      await storage.log.append([update(b.planId, 2), ...rows.slice(0, 3)], []);
      await storage.log.append([...rows.slice(3), update(b.planId, 3)], []);
      expect(await storage.log.read(a.planId, 1)).toEqual(rows);
      expect(await storage.log.read(a.planId, 3)).toEqual(rows.slice(2));
      expect(await storage.log.read(a.planId, 6)).toEqual([]);
      expect(await storage.log.read(b.planId, 0)).toHaveLength(3);
    });

    test("[S6] the newest checkpoint whose hash is right; two are kept, and every update", async () => {
      const { planId } = await stored();
      await storage.log.append(
        [2, 3, 4].map((seq) => update(planId, seq)),
        [],
      );
      const [first, second] = [checkpoint(planId, 2), checkpoint(planId, 3)];
      await storage.log.saveCheckpoint(first);
      await storage.log.saveCheckpoint(second);
      expect(await storage.log.checkpoint(planId)).toEqual(second);
      await storage.log.saveCheckpoint({ ...checkpoint(planId, 4), sha256: "0".repeat(64) });
      expect(await storage.log.checkpoint(planId)).toEqual(second);
      await storage.log.saveCheckpoint({ ...second, sha256: "0".repeat(64) });
      expect(await storage.log.checkpoint(planId)).toBeNull();
      expect(await storage.log.read(planId, 0)).toHaveLength(4);
    });

    test("[S7] joining again is the same actor under a new name, and one use", async () => {
      const { planId, plan, session } = await stored();
      const keyId = plan.owner.keyId;
      const renamed: ActorRow = { ...plan.owner.actor, name: "Anja B.", circle: "bestuur" };
      expect(await storage.access.join(session, renamed, keyId)).toBe(true);
      const membership = await storage.access.membership(planId, session.id);
      expect(membership?.actor).toEqual(renamed);
      expect(membership?.keys.map(({ id, uses }) => ({ id, uses }))).toEqual([{ id: keyId, uses: 1 }]);
    });

    test("[S7] a second key is added to the first", async () => {
      const { planId, plan, session } = await stored();
      const key: NewKey = {
        id: newId(),
        planId,
        role: "viewer",
        hash: newId(),
        createdAt: 9,
        expiresAt: 77,
        maxUses: null,
        name: "",
        origin: "person",
        maker: null,
      };
      await storage.access.addKey(key);
      expect(await storage.access.keyByHash(key.hash)).toEqual({
        ...key,
        uses: 0,
        usedAt: null,
        revokedAt: null,
      });
      await storage.access.join(session, plan.owner.actor, key.id);
      const membership = await storage.access.membership(planId, session.id);
      expect(membership?.keys.map(({ role }) => role).sort()).toEqual(["owner", "viewer"]);
    });

    test("[S46] a key keeps its name, its maker, how it came to be and its last use", async () => {
      const { planId, plan, session } = await stored();
      const own = { id: newId(), planId, hash: newId(), role: "viewer", createdAt: 9 } as const;
      const key: NewKey = {
        ...own,
        expiresAt: null,
        maxUses: null,
        name: "Docenten 👩‍🏫",
        origin: "workshop",
        maker: plan.owner.actor.id,
      };
      await storage.access.addKey(key);
      const bram = { ...newSession(), usedAt: 20 };
      const actor = { ...newActor(planId), name: "Bram", createdAt: 7 };
      await storage.access.join(bram, actor, key.id);
      await storage.access.join({ ...session, usedAt: 12 }, plan.owner.actor, key.id);
      await reopened();
      const found = () => storage.access.keyByHash(key.hash);
      expect(await found()).toEqual({ ...key, uses: 2, usedAt: 20, revokedAt: null });
      const [first] = plan.keys;
      const users = await storage.access.keyUsers(planId);
      expect(users).toHaveLength(3);
      expect(users).toEqual(
        expect.arrayContaining([
          { keyId: key.id, actor },
          { keyId: key.id, actor: plan.owner.actor },
          { keyId: first?.id, actor: plan.owner.actor },
        ]),
      );
      await storage.access.noteKeyUse(key.id, 30);
      await storage.access.noteKeyUse(key.id, 25);
      expect(await storage.access.renameKey(planId, key.id, "")).toBe(true);
      expect(await storage.access.renameKey((await stored()).planId, key.id, "x")).toBe(false);
      expect(await found()).toMatchObject({ name: "", usedAt: 30 });
      await storage.access.deleteSession(bram.id);
      expect((await storage.access.keyUsers(planId)).map(({ actor: { name } }) => name)).toEqual([
        "Anja",
        "Anja",
      ]);
      expect((await found())?.uses).toBe(2);
    });

    test("[S47] a session renames the actor as which it acts, and no other", async () => {
      const [{ planId, plan, session }, other] = [await stored(), await stored()];
      const as = { name: "Anja de Vries", circle: "onderwijs" } as const;
      const actor = () => storage.access.actor(planId, plan.owner.actor.id);
      expect(await storage.access.introduce(planId, other.session.id, as)).toBe(false);
      expect(await actor()).toEqual(plan.owner.actor);
      expect(await storage.access.introduce(planId, session.id, as)).toBe(true);
      expect(await actor()).toEqual({ ...plan.owner.actor, ...as });
      const anonymise = [plan.owner.actor.id];
      await storage.events.append({ planId, events: [], erase: [], anonymise, snapshots: [], trim: null });
      expect(await storage.access.introduce(planId, session.id, as)).toBe(false);
      expect(await actor()).toMatchObject({ name: "", circle: null });
    });

    test("[S7] a key lets in as many as it may, and those again", async () => {
      const { planId, plan } = await stored();
      const limits = {
        role: "viewer",
        createdAt: 9,
        expiresAt: null,
        maxUses: 2,
        name: "",
        origin: "person",
        maker: null,
      } as const;
      const key: NewKey = { id: newId(), planId, hash: newId(), ...limits };
      await storage.access.addKey(key);
      const sessions = [newSession(), newSession(), newSession()];
      const [first] = sessions;
      const join = (session: SessionRow) => storage.access.join(session, plan.owner.actor, key.id);
      expect(await Promise.all(sessions.map(join))).toEqual([true, true, false]);
      expect(first === undefined || (await join(first))).toBe(true);
      expect((await storage.access.keyByHash(key.hash))?.uses).toBe(2);
      const refused = await storage.access.sessionByHash(sessions[2]?.hash ?? "");
      expect(refused).toBeNull();
    });

    test("[S7] a session is found by its secret and by the one before it", async () => {
      const { planId, plan, session } = await stored();
      const [key] = await storage.access.keysOf(planId);
      const renewed = { ...session, hash: newId(), spentHash: session.hash, isHostBound: true, usedAt: 8 };
      await storage.access.join(renewed, plan.owner.actor, key?.id ?? "");
      await reopened();
      for (const hash of [renewed.hash, session.hash])
        expect(await storage.access.sessionByHash(hash)).toEqual(renewed);
      await storage.access.noteUse({ ...renewed, spentHash: null, usedAt: 9 });
      expect(await storage.access.sessionByHash(session.hash)).toBeNull();
      expect(await storage.access.sessionByHash(renewed.hash)).toEqual({
        ...renewed,
        spentHash: null,
        usedAt: 9,
      });
    });

    test("[S7] the use of a session is not noted when it has another secret by now, or has ended", async () => {
      const { planId, plan, session } = await stored();
      const [key] = await storage.access.keysOf(planId);
      const renewed = { ...session, hash: newId(), spentHash: session.hash };
      await storage.access.join(renewed, plan.owner.actor, key?.id ?? "");
      await storage.access.noteUse({ ...session, spentHash: null, usedAt: 9 });
      expect(await storage.access.sessionByHash(renewed.hash)).toEqual(renewed);
      await storage.access.deleteSession(session.id);
      await storage.access.noteUse({ ...renewed, usedAt: 9 });
      expect(await storage.access.sessionByHash(renewed.hash)).toBeNull();
    });

    test("[S7] the people of a plan are those who came in by a key, with all their keys", async () => {
      const { planId, plan, session } = await stored();
      const key: NewKey = {
        id: newId(),
        planId,
        role: "viewer",
        hash: newId(),
        createdAt: 9,
        expiresAt: null,
        maxUses: null,
        name: "",
        origin: "person",
        maker: null,
      };
      await storage.access.addKey(key);
      const later = newSession();
      const bram: ActorRow = {
        ...plan.owner.actor,
        id: newId(),
        name: "Bram",
        createdAt: plan.owner.actor.createdAt + 1,
      };
      await storage.access.join(later, bram, key.id);
      const members = await storage.access.members(planId);
      expect(members.map(({ actor, keys }) => [actor.id, keys.map(({ role }) => role)])).toEqual([
        [plan.owner.actor.id, ["owner"]],
        [bram.id, ["viewer"]],
      ]);
      await storage.access.deleteSession(session.id);
      expect((await storage.access.members(planId)).map(({ actor }) => actor.id)).toEqual([bram.id]);
      expect(await storage.access.members(newId())).toEqual([]);
    });

    test("[S8] the sessions that a role opens a plan for are those that a live key of that role let in", async () => {
      const { planId, plan, session } = await stored();
      const sessionsOf = (role: "owner" | "viewer", at = 50) =>
        storage.access.sessionsWithRole(planId, role, at);
      expect(await sessionsOf("owner")).toEqual([{ id: session.id, expiresAt: session.expiresAt }]);
      expect(await sessionsOf("viewer")).toEqual([]);
      const second: SessionRow = { ...session, id: newId(), hash: newId(), createdAt: 5, expiresAt: 99 };
      const brief = {
        id: newId(),
        planId,
        role: "owner",
        hash: newId(),
        createdAt: 9,
        expiresAt: 60,
        maxUses: null,
        name: "",
        origin: "person",
        maker: null,
      } as const;
      await storage.access.addKey(brief);
      for (const keyId of [plan.owner.keyId, brief.id])
        await storage.access.join(second, { ...plan.owner.actor, id: newId() }, keyId);
      expect((await sessionsOf("owner")).map(({ id }) => id).sort()).toEqual([session.id, second.id].sort());
      await storage.access.revokeKey(planId, plan.owner.keyId, 55);
      expect((await sessionsOf("owner")).map(({ id }) => id)).toEqual([second.id]);
      expect(await sessionsOf("owner", 60)).toEqual([]);
      expect(await storage.access.sessionsWithRole(newId(), "owner", 50)).toEqual([]);
    });

    test("[S8] a key is withdrawn once, and only by its own plan; again is the same as once", async () => {
      const { planId, plan } = await stored();
      const other = await stored();
      const keyId = plan.owner.keyId;
      expect(await storage.access.revokeKey(other.planId, keyId, 8)).toBe(false);
      expect(await storage.access.revokeKey(planId, keyId, 9)).toBe(true);
      expect(await storage.access.revokeKey(planId, keyId, 10)).toBe(true);
      expect((await storage.access.keysOf(planId))[0]?.revokedAt).toBe(9);
    });

    test("[S10] a session that is deleted is a member nowhere; its actor stays", async () => {
      const { planId, plan, session } = await stored();
      await storage.access.deleteSession(session.id);
      expect(await storage.access.sessionByHash(session.hash)).toBeNull();
      expect(await storage.access.membership(planId, session.id)).toBeNull();
      expect(await storage.access.memberships(session.id)).toEqual([]);
      expect(await storage.access.actor(planId, plan.owner.actor.id)).toEqual(plan.owner.actor);
    });

    test("[S10] a script's actor needs no session", async () => {
      const { planId } = await stored();
      const script: ActorRow = { ...newActor(planId), name: "Script", circle: null };
      await storage.access.saveActor(script);
      expect(await storage.access.actor(planId, script.id)).toEqual(script);
    });

    test("[S11] what is not there reads as null or empty", async () => {
      const nowhere = newId();
      expect(await storage.plans.get(nowhere)).toBeNull();
      expect(await storage.log.read(nowhere, 0)).toEqual([]);
      expect(await storage.log.bindings(nowhere)).toEqual([]);
      expect(await storage.log.checkpoint(nowhere)).toBeNull();
      expect(await storage.access.keyByHash(nowhere)).toBeNull();
      expect(await storage.access.session(nowhere)).toBeNull();
      expect(await storage.access.keysOf(nowhere)).toEqual([]);
      expect(await storage.access.actor(nowhere, nowhere)).toBeNull();
      expect(await storage.access.membership(nowhere, nowhere)).toBeNull();
      expect(await storage.access.revokeKey(nowhere, nowhere, 1)).toBe(false);
    });

    test("[S12] a probe resolves, again and again, and leaves nothing", async () => {
      await storage.probe();
      await storage.probe();
      const { planId } = await stored();
      await storage.probe();
      expect(await storage.log.read(planId, 0)).toHaveLength(1);
    });

    const write = (planId: string, events: readonly ChainedEvent[]) =>
      storage.events.append({ planId, events, erase: [], anonymise: [], snapshots: [], trim: null });

    test("[S13] events come back in order, after the number asked for, each plan's its own, with the head apart", async () => {
      const { planId } = await stored();
      const other = await stored();
      expect(await storage.events.head(planId)).toEqual({ seq: 0, hash: "" });
      await write(planId, [event(1, "command-01"), event(2)]);
      await write(planId, [event(3)]);
      await write(other.planId, [event(1, "command-01")]);
      await reopened();
      expect(await storage.events.read(planId, 0)).toEqual([event(1, "command-01"), event(2), event(3)]);
      expect(await storage.events.read(planId, 2)).toEqual([event(3)]);
      expect(await storage.events.read("no-such-plan", 0)).toEqual([]);
      expect(await storage.events.head(planId)).toEqual({ seq: 3, hash: "hash-3" });
    });

    test("[S13] a number or a command that is stored already is refused, and nothing of that call stays", async () => {
      const { planId } = await stored();
      await write(planId, [event(1, "command-01")]);
      await expect(write(planId, [event(2), event(1)])).rejects.toThrow();
      await expect(write(planId, [event(2, "command-01")])).rejects.toThrow();
      expect(await storage.events.read(planId, 0)).toEqual([event(1, "command-01")]);
      expect(await storage.events.head(planId)).toEqual({ seq: 1, hash: "hash-1" });
    });

    test("[S14] erasing takes the content, its salt and the name, and nothing else", async () => {
      const { planId, plan } = await stored();
      await write(planId, [event(1), event(2)]);
      const { actor } = plan.owner;
      const [owned] = plan.keys;
      const key: NewKey = {
        id: newId(),
        planId,
        role: "viewer",
        hash: newId(),
        createdAt: 9,
        expiresAt: null,
        maxUses: null,
        name: "Van Anja",
        origin: "person",
        maker: actor.id,
      };
      await storage.access.addKey(key);
      await storage.access.renameKey(planId, owned?.id ?? "", "Blijft");
      const gone = { erase: [1], anonymise: [actor.id] };
      await storage.events.append({ planId, events: [event(3)], ...gone, snapshots: [], trim: null });
      const rows = await storage.events.read(planId, 0);
      expect(rows).toEqual([{ ...event(1), content: null, salt: null }, event(2), event(3)]);
      expect(await storage.access.actor(planId, actor.id)).toEqual({ ...actor, name: "", circle: null });
      const names = (await storage.access.keysOf(planId)).map(({ name }) => name);
      expect(names.toSorted()).toEqual(["", "Blijft"]);
    });

    test("[S30] trimming puts one update for the oldest and keeps younger ones, also of the same commit, byte for byte", async () => {
      const { planId } = await stored();
      const other = await stored();
      const rows = [2, 3, 4, 5].map((seq) => update(planId, seq));
      await storage.log.append(rows.slice(0, 3), []);
      await storage.log.append(rows.slice(3), []);
      await storage.log.saveCheckpoint(checkpoint(planId, 2));
      await write(planId, [event(1)]);
      const [goes, stays] = [snapshot(2, 1), snapshot(3, 1)];
      const took = { planId, erase: [], anonymise: [], trim: null };
      await storage.events.append({ ...took, events: [event(2)], snapshots: [goes, stays] });
      const base = { ...update(planId, 3), bytes: new Uint8Array([9, 9, 9]) };
      const newest = checkpoint(planId, 5);
      const trim = { base, checkpoint: newest, snapshots: [goes.id] };
      await storage.events.append({ ...took, events: [event(3)], snapshots: [], trim });
      await reopened();
      expect(await storage.log.read(planId, 0)).toEqual([base, ...rows.slice(2)]);
      expect(await storage.log.read(planId, 4)).toEqual(rows.slice(3));
      expect(await storage.log.checkpoint(planId)).toEqual(newest);
      expect([
        await storage.snapshots.get(planId, goes.id),
        await storage.snapshots.get(planId, stays.id),
      ]).toEqual([null, stays]);
      expect(await storage.log.read(other.planId, 0)).toHaveLength(1);
      await storage.log.append([update(planId, 6)], []);
      expect((await storage.log.read(planId, 5)).map(({ seq }) => seq)).toEqual([6]);
      const nothing = { ...trim, base: update(planId, 99) };
      await expect(
        storage.events.append({ ...took, events: [event(4)], snapshots: [], trim: nothing }),
      ).rejects.toThrow();
      expect(await storage.events.read(planId, 3)).toEqual([]);
    });

    test("[S31] erasing a plan takes its rows and the sessions that opened nothing else, and nothing of another", async () => {
      const [gone, stays] = [await stored(), await stored()];
      await write(gone.planId, [event(1)]);
      await write(stays.planId, [event(1)]);
      const { sessionId } = gone.plan.owner;
      await storage.plans.close(gone.planId, 7);
      expect(await storage.plans.closed()).toContain(gone.planId);
      expect(await storage.plans.ids()).not.toContain(gone.planId);
      await storage.plans.erase(gone.planId, 8);
      await storage.plans.erase(gone.planId, 9);
      await storage.scrub();
      await reopened();
      expect(await storage.plans.get(gone.planId)).toBeNull();
      for (const hash of [gone.session.hash, gone.plan.keys[0]?.hash ?? ""])
        expect(await storage.plans.wasErased(gone.planId, hash)).toBe(true);
      expect(await storage.plans.wasErased(gone.planId, stays.session.hash)).toBe(false);
      expect(await storage.plans.wasErased(stays.planId, stays.session.hash)).toBe(false);
      expect(await storage.plans.closed()).not.toContain(gone.planId);
      expect(await storage.log.read(gone.planId, 0)).toEqual([]);
      expect(await storage.events.read(gone.planId, 0)).toEqual([]);
      expect(await storage.access.keysOf(gone.planId)).toEqual([]);
      expect(await storage.access.memberships(sessionId)).toEqual([]);
      expect(await storage.events.read(stays.planId, 0)).toEqual([event(1)]);
      expect(await storage.access.members(stays.planId)).toHaveLength(1);
    });

    test("[S15] a snapshot is kept with its event, byte for byte, each plan's its own, and never written over", async () => {
      const { planId } = await stored();
      const other = await stored();
      const kept = snapshot(3, 1);
      const take = (events: ChainedEvent[], snapshots: readonly SnapshotRow[]) =>
        storage.events.append({ planId, events, erase: [], anonymise: [], snapshots, trim: null });
      await take([event(1)], [kept]);
      await reopened();
      expect(await storage.snapshots.get(planId, kept.id)).toEqual(kept);
      expect(await storage.snapshots.get(other.planId, kept.id)).toBeNull();
      expect(await storage.snapshots.get(planId, newId())).toBeNull();
      await expect(take([event(2)], [{ ...snapshot(4, 2), id: kept.id }])).rejects.toThrow();
      expect(await storage.events.read(planId, 1)).toEqual([]);
      expect(await storage.snapshots.get(planId, kept.id)).toEqual(kept);
      const lying = { ...snapshot(5, 2), sha256: "0".repeat(64) };
      await take([event(2)], [lying]);
      await expect(storage.snapshots.get(planId, lying.id)).rejects.toBeInstanceOf(SnapshotDamaged);
    });

    test("[S17] a calendar address is found by its hash, listed with its plan, and withdrawn once", async () => {
      const [{ planId }, other] = [await stored(), await stored()];
      const feed = { id: newId(), planId, hash: newId(), createdAt: 7, revokedAt: null };
      await storage.feeds.add(feed);
      await reopened();
      expect(await storage.feeds.byHash(feed.hash)).toEqual(feed);
      expect(await storage.feeds.byHash("none")).toBeNull();
      expect([await storage.feeds.ofPlan(planId), await storage.feeds.ofPlan(other.planId)]).toEqual([
        [feed],
        [],
      ]);
      expect(await storage.feeds.revoke(other.planId, feed.id, 9)).toBe(false);
      expect(await storage.feeds.revoke(planId, feed.id, 9)).toBe(true);
      expect(await storage.feeds.revoke(planId, feed.id, 10)).toBe(true);
      expect(await storage.feeds.byHash(feed.hash)).toEqual({ ...feed, revokedAt: 9 });
    });

    test("[S16] plans that changed since their last snapshot are named, and no others", async () => {
      const { planId } = await stored();
      await stored();
      const due = () => storage.snapshots.changedSince(100);
      expect(await due()).toEqual([]);
      await storage.log.append([update(planId, 2), update(planId, 3)], []);
      expect(await due()).toEqual([planId]);
      expect(await storage.snapshots.changedSince(5)).toEqual([]);
      const write = { planId, erase: [], anonymise: [], trim: null };
      await storage.events.append({ ...write, events: [event(1)], snapshots: [snapshot(2, 1)] });
      expect(await due()).toEqual([planId]);
      await storage.events.append({ ...write, events: [event(2)], snapshots: [snapshot(3, 2)] });
      expect(await due()).toEqual([]);
      await storage.log.append([update(planId, 4)], []);
      expect(await storage.snapshots.changedSince(50)).toEqual([]);
      expect(await due()).toEqual([planId]);
    });
  });
}
