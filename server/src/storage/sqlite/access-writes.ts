import type { ActorRow, NewKey, SessionRow } from "../port.ts";
import type { Database } from "./database.ts";
import type { PlanNumbers } from "./plan-numbers.ts";

/** The writes on keys, sessions and actors that both making a plan and giving access need; call inside a transaction. */
export class AccessWrites {
  readonly #plans: PlanNumbers;
  readonly #insertKey;
  readonly #upsertSession;
  readonly #upsertActor;
  readonly #upsertMember;
  readonly #insertMemberKey;
  readonly #countUse;
  readonly #selectRoom;

  constructor(db: Database, plans: PlanNumbers) {
    this.#plans = plans;
    this.#insertKey = db.prepare(
      "INSERT INTO keys (id, plan, role, hash, created_at, expires_at, max_uses, name, origin, maker) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
    );
    this.#upsertSession = db.prepare(
      `INSERT INTO sessions (id, hash, spent_hash, host_bound, created_at, expires_at, used_at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET hash = excluded.hash, spent_hash = excluded.spent_hash, host_bound = excluded.host_bound,
         expires_at = excluded.expires_at, used_at = excluded.used_at`,
    );
    this.#upsertActor = db.prepare(
      "INSERT INTO actors (plan, id, name, circle, color, created_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name, circle = excluded.circle",
    );
    this.#upsertMember = db.prepare(
      "INSERT INTO members (session, plan, actor) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    );
    this.#insertMemberKey = db.prepare(
      "INSERT INTO member_keys (session, plan, key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    );
    this.#selectRoom = db.prepare(
      `SELECT 1 FROM keys WHERE id = ?1 AND (max_uses IS NULL OR uses < max_uses
         OR EXISTS (SELECT 1 FROM member_keys WHERE key = ?1 AND session = ?2))`,
    );
    this.#countUse = db.prepare(
      "UPDATE keys SET uses = uses + ?, used_at = max(coalesce(used_at, 0), ?) WHERE id = ?",
    );
  }

  key(key: NewKey): void {
    const plan = this.#plans.get(key.planId);
    const { id, role, hash, createdAt, expiresAt, maxUses, name, origin, maker } = key;
    this.#insertKey.run(id, plan, role, hash, createdAt, expiresAt, maxUses, name, origin, maker);
  }

  session({ id, hash, spentHash, isHostBound, createdAt, expiresAt, usedAt }: SessionRow): void {
    this.#upsertSession.run(id, hash, spentHash, Number(isHostBound), createdAt, expiresAt, usedAt);
  }

  actor(actor: ActorRow): void {
    const plan = this.#plans.get(actor.planId);
    this.#upsertActor.run(plan, actor.id, actor.name, actor.circle, actor.color, actor.createdAt);
  }

  /** Whether the session has this key already, or the key lets in one more. */
  mayJoin(sessionId: string, keyId: string): boolean {
    return this.#selectRoom.get(keyId, sessionId) !== undefined;
  }

  /** A key that the session has already is not counted again. */
  join({ id, usedAt }: Pick<SessionRow, "id" | "usedAt">, actor: ActorRow, keyId: string): void {
    const plan = this.#plans.get(actor.planId);
    this.actor(actor);
    this.#upsertMember.run(id, plan, actor.id);
    const added = this.#insertMemberKey.run(id, plan, keyId);
    this.#countUse.run(added.changes, usedAt, keyId);
  }
}
