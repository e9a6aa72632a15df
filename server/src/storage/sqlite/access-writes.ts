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

  constructor(db: Database, plans: PlanNumbers) {
    this.#plans = plans;
    this.#insertKey = db.prepare(
      "INSERT INTO keys (id, plan, role, hash, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
    );
    this.#upsertSession = db.prepare(
      "INSERT INTO sessions (id, hash, created_at, expires_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET expires_at = excluded.expires_at",
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
    this.#countUse = db.prepare("UPDATE keys SET uses = uses + 1 WHERE id = ?");
  }

  key(key: NewKey): void {
    const plan = this.#plans.get(key.planId);
    this.#insertKey.run(key.id, plan, key.role, key.hash, key.createdAt, key.expiresAt);
  }

  session(session: SessionRow): void {
    this.#upsertSession.run(session.id, session.hash, session.createdAt, session.expiresAt);
  }

  actor(actor: ActorRow): void {
    const plan = this.#plans.get(actor.planId);
    this.#upsertActor.run(plan, actor.id, actor.name, actor.circle, actor.color, actor.createdAt);
  }

  /** A key that the session has already is not counted again. */
  join(sessionId: string, actor: ActorRow, keyId: string): void {
    const plan = this.#plans.get(actor.planId);
    this.actor(actor);
    this.#upsertMember.run(sessionId, plan, actor.id);
    const added = this.#insertMemberKey.run(sessionId, plan, keyId);
    if (added.changes > 0) this.#countUse.run(keyId);
  }
}
