import type { Role } from "@planwand/shared/access/role.ts";
import type {
  AccessStore,
  ActorRow,
  KeyRow,
  KeyUser,
  Membership,
  NewKey,
  PlanMembership,
  SessionRow,
} from "../port.ts";
import { integer, text } from "./row.ts";
import { actorRow, keyRow, planRow, sessionRow } from "./rows.ts";
import type { AccessWrites } from "./access-writes.ts";
import type { Database } from "./database.ts";
import type { PlanNumbers } from "./plan-numbers.ts";

const KEYS = "SELECT keys.*, plans.id AS plan_id FROM keys JOIN plans ON plans.number = keys.plan";

/** Keys, sessions and actors, in SQLite. */
export class SqliteAccessStore implements AccessStore {
  readonly #db: Database;
  readonly #plans: PlanNumbers;
  readonly #writes: AccessWrites;
  readonly #keyByHash;
  readonly #keysOfPlan;
  readonly #usersOfKeys;
  readonly #renameKey;
  readonly #noteKeyUse;
  readonly #revokeKey;
  readonly #sessionById;
  readonly #sessionByHash;
  readonly #noteUse;
  readonly #deleteSession;
  readonly #memberActor;
  readonly #memberKeys;
  readonly #plansOfSession;
  readonly #sessionsOfPlan;
  readonly #sessionsWithRole;
  readonly #actor;
  readonly #introduce;

  constructor(db: Database, plans: PlanNumbers, writes: AccessWrites) {
    this.#db = db;
    this.#plans = plans;
    this.#writes = writes;
    this.#keyByHash = db.prepare(`${KEYS} WHERE keys.hash = ?`);
    this.#keysOfPlan = db.prepare(`${KEYS} WHERE keys.plan = ? ORDER BY keys.created_at, keys.id`);
    this.#usersOfKeys = db.prepare(
      `SELECT member_keys.key AS key, actors.* FROM member_keys
       JOIN members ON members.session = member_keys.session AND members.plan = member_keys.plan
       JOIN actors ON actors.plan = members.plan AND actors.id = members.actor
       WHERE member_keys.plan = ? ORDER BY actors.created_at, actors.id`,
    );
    this.#renameKey = db.prepare("UPDATE keys SET name = ? WHERE plan = ? AND id = ?");
    this.#noteKeyUse = db.prepare("UPDATE keys SET used_at = max(coalesce(used_at, 0), ?) WHERE id = ?");
    this.#revokeKey = db.prepare(
      "UPDATE keys SET revoked_at = coalesce(revoked_at, ?) WHERE plan = ? AND id = ?",
    );
    this.#sessionById = db.prepare("SELECT * FROM sessions WHERE id = ?");
    this.#sessionByHash = db.prepare("SELECT * FROM sessions WHERE hash = ?1 OR spent_hash = ?1");
    this.#noteUse = db.prepare(
      "UPDATE sessions SET spent_hash = ?, host_bound = ?, used_at = ? WHERE id = ? AND hash = ?",
    );
    this.#deleteSession = db.prepare("DELETE FROM sessions WHERE id = ?");
    this.#memberActor = db.prepare(
      "SELECT actors.* FROM members JOIN actors ON actors.plan = members.plan AND actors.id = members.actor WHERE members.session = ? AND members.plan = ?",
    );
    this.#memberKeys = db.prepare(
      `${KEYS} JOIN member_keys ON member_keys.key = keys.id WHERE member_keys.session = ? AND member_keys.plan = ?`,
    );
    this.#plansOfSession = db.prepare(
      "SELECT plans.* FROM members JOIN plans ON plans.number = members.plan WHERE members.session = ? ORDER BY plans.number DESC",
    );
    this.#sessionsOfPlan = db.prepare(
      "SELECT members.session AS session FROM members JOIN actors ON actors.plan = members.plan AND actors.id = members.actor WHERE members.plan = ? ORDER BY actors.created_at, actors.id",
    );
    this.#sessionsWithRole = db.prepare(
      `SELECT DISTINCT sessions.id AS id, sessions.expires_at AS expires_at FROM keys
       JOIN member_keys ON member_keys.key = keys.id JOIN sessions ON sessions.id = member_keys.session
       WHERE keys.plan = ? AND keys.role = ? AND keys.revoked_at IS NULL
       AND (keys.expires_at IS NULL OR keys.expires_at > ?) ORDER BY sessions.id`,
    );
    this.#introduce = db.prepare(
      `UPDATE actors SET name = ?1, circle = ?2
       WHERE plan = ?3 AND id = (SELECT actor FROM members WHERE plan = ?3 AND session = ?4)`,
    );
    this.#actor = db.prepare("SELECT * FROM actors WHERE plan = ? AND id = ?");
  }

  keyByHash(hash: string): Promise<KeyRow | null> {
    return this.#db.read(() => {
      const row = this.#keyByHash.get(hash);
      return row === undefined ? null : keyRow(row);
    });
  }

  keysOf(planId: string): Promise<KeyRow[]> {
    return this.#db.read(() => {
      const plan = this.#plans.find(planId);
      return plan === null ? [] : this.#keysOfPlan.all(plan).map(keyRow);
    });
  }

  addKey(key: NewKey): Promise<void> {
    return this.#db.write(() => this.#writes.key(key));
  }

  keyUsers(planId: string): Promise<KeyUser[]> {
    return this.#db.read(() => {
      const plan = this.#plans.find(planId);
      const rows = plan === null ? [] : this.#usersOfKeys.all(plan);
      return rows.map((row) => ({ keyId: text(row, "key"), actor: actorRow(planId, row) }));
    });
  }

  renameKey(planId: string, keyId: string, name: string): Promise<boolean> {
    return this.#db.write(() => {
      const plan = this.#plans.find(planId);
      return plan !== null && this.#renameKey.run(name, plan, keyId).changes > 0;
    });
  }

  noteKeyUse(keyId: string, at: number): Promise<void> {
    return this.#db.write(() => void this.#noteKeyUse.run(at, keyId));
  }

  revokeKey(planId: string, keyId: string, at: number): Promise<boolean> {
    return this.#db.write(() => {
      const plan = this.#plans.find(planId);
      return plan !== null && this.#revokeKey.run(at, plan, keyId).changes > 0;
    });
  }

  session(sessionId: string): Promise<SessionRow | null> {
    return this.#db.read(() => {
      const row = this.#sessionById.get(sessionId);
      return row === undefined ? null : sessionRow(row);
    });
  }

  sessionByHash(hash: string): Promise<SessionRow | null> {
    return this.#db.read(() => {
      const row = this.#sessionByHash.get(hash);
      return row === undefined ? null : sessionRow(row);
    });
  }

  noteUse({ id, hash, spentHash, isHostBound, usedAt }: SessionRow): Promise<void> {
    return this.#db.write(() => void this.#noteUse.run(spentHash, Number(isHostBound), usedAt, id, hash));
  }

  deleteSession(sessionId: string): Promise<void> {
    return this.#db.write(() => void this.#deleteSession.run(sessionId));
  }

  membership(planId: string, sessionId: string): Promise<Membership | null> {
    return this.#db.read(() => this.#membership(planId, sessionId));
  }

  memberships(sessionId: string): Promise<PlanMembership[]> {
    return this.#db.read(() =>
      this.#plansOfSession.all(sessionId).flatMap((row) => {
        const plan = planRow(row);
        const membership = this.#membership(plan.id, sessionId);
        return membership === null ? [] : [{ plan, ...membership }];
      }),
    );
  }

  members(planId: string): Promise<Membership[]> {
    return this.#db.read(() => {
      const plan = this.#plans.find(planId);
      const sessions = plan === null ? [] : this.#sessionsOfPlan.all(plan);
      return sessions.flatMap((row) => this.#membership(planId, text(row, "session")) ?? []);
    });
  }

  sessionsWithRole(planId: string, role: Role, at: number): Promise<Pick<SessionRow, "id" | "expiresAt">[]> {
    return this.#db.read(() => {
      const plan = this.#plans.find(planId);
      const rows = plan === null ? [] : this.#sessionsWithRole.all(plan, role, at);
      return rows.map((row) => ({ id: text(row, "id"), expiresAt: integer(row, "expires_at") }));
    });
  }

  actor(planId: string, actorId: string): Promise<ActorRow | null> {
    return this.#db.read(() => {
      const plan = this.#plans.find(planId);
      const row = plan === null ? undefined : this.#actor.get(plan, actorId);
      return row === undefined ? null : actorRow(planId, row);
    });
  }

  join(session: SessionRow, actor: ActorRow, keyId: string): Promise<boolean> {
    return this.#db.write(() => {
      if (!this.#writes.mayJoin(session.id, keyId)) return false;
      this.#writes.session(session);
      this.#writes.join(session, actor, keyId);
      return true;
    });
  }

  introduce(
    planId: string,
    sessionId: string,
    { name, circle }: Pick<ActorRow, "name" | "circle">,
  ): Promise<boolean> {
    return this.#db.write(() => {
      const plan = this.#plans.find(planId);
      return plan !== null && this.#introduce.run(name, circle, plan, sessionId).changes > 0;
    });
  }

  saveActor(actor: ActorRow): Promise<void> {
    return this.#db.write(() => this.#writes.actor(actor));
  }

  #membership(planId: string, sessionId: string): Membership | null {
    const plan = this.#plans.find(planId);
    const row = plan === null ? undefined : this.#memberActor.get(sessionId, plan);
    if (row === undefined) return null;
    return { actor: actorRow(planId, row), keys: this.#memberKeys.all(sessionId, plan).map(keyRow) };
  }
}
