import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CreatedPlan, createPlan as createPlanOn } from "@planwand/server/plans/create-plan.ts";
import { createKey, revokeKey } from "@planwand/server/access/keys.ts";
import { type Arrival, findInvitation, joinPlan } from "@planwand/server/access/join.ts";
import { HOST_SESSION_COOKIE, SESSION_COOKIE, SESSION_LASTS_MS } from "@planwand/server/access/session.ts";
import { type ServerParts, serverParts } from "../../builders/app.ts";
import { now, onEveryDay } from "../../builders/clock.ts";

const NOBODY = () => {};
const PLAN = {
  title: "Plan",
  template: "blank",
  language: "nl",
  session: null,
  isHostBound: false,
  isSharedDevice: false,
} as const;

onEveryDay();

describe("access", () => {
  let nowMs: number;
  let parts: ServerParts;
  let plan: CreatedPlan;
  const clock = () => nowMs;

  beforeEach(async () => {
    nowMs = now();
    parts = serverParts({ clock });
    plan = await newPlan();
  });
  afterEach(() => parts.close());

  function newPlan(): Promise<CreatedPlan> {
    return createPlanOn(parts, { ...PLAN, name: "Anja", circle: "onderwijs" }, "here");
  }

  async function joining(key: string, secret: string | null = null, arrival: Partial<Arrival> = {}) {
    const invited = await findInvitation(parts.storage, clock, { key });
    if (!invited.ok) throw new Error(invited.refusal);
    const session = secret === null ? null : { secret, isHostBound: false };
    const who = { name: "Bram", circle: "ict", isSharedDevice: false, isHostBound: false, session } as const;
    return joinPlan(parts, invited.value, { ...who, ...arrival });
  }

  async function join(...how: Parameters<typeof joining>) {
    const joined = await joining(...how);
    if (!joined.ok) throw new Error(joined.refusal);
    return joined.value;
  }

  function enter(secret: string, planId = plan.plan.id) {
    return parts.authenticate(new Headers({ cookie: `${SESSION_COOKIE}=${secret}` }), planId);
  }

  async function owner() {
    const admitted = await enter(plan.session.secret);
    if (!admitted.ok) throw new Error(admitted.refusal);
    return admitted.value.who;
  }

  /** A key that the owner makes, with its id. */
  async function keyFor(
    role: "viewer" | "editor",
    expiresAt: number | null = null,
    maxUses: number | null = null,
  ) {
    const wanted = { role, expiresAt, maxUses, name: "" };
    const created = await createKey(parts.storage.access, clock, await owner(), wanted);
    if (!created.ok) throw new Error(created.refusal);
    return { id: created.value.known.key.id, secret: created.value.secret };
  }

  test("[A2] the strongest key that lives counts, as keys come and go", async () => {
    const brief = await keyFor("editor", nowMs + 1_000);
    const first = await join(plan.keys.viewer);
    const second = await join(brief.secret, first.session.secret);
    expect(second.role).toBe("editor");
    const { role, session } = await join(plan.keys.participant, second.session.secret);
    expect(role).toBe("editor");
    const roleNow = async () => {
      const admitted = await enter(session.secret);
      return admitted.ok ? admitted.value.who.role : admitted.refusal;
    };
    expect(await roleNow()).toBe("editor");
    nowMs += 1_000;
    expect(await roleNow()).toBe("participant");
    const keys = await parts.storage.access.keysOf(plan.plan.id);
    for (const { id, role } of keys) {
      if (role === "participant") await revokeKey(parts.storage.access, clock, NOBODY, await owner(), id);
    }
    expect(await roleNow()).toBe("viewer");
  });

  test("[A3] without a key that lives there is no access", async () => {
    const only = await keyFor("editor");
    const { session } = await join(only.secret);
    expect(await enter(session.secret)).toMatchObject({ ok: true });
    await revokeKey(parts.storage.access, clock, NOBODY, await owner(), only.id);
    expect(await enter(session.secret)).toEqual({ ok: false, refusal: "no-access" });
  });

  test("[A9] an expired key lets nobody in, and says until when it did", async () => {
    const brief = await keyFor("editor", nowMs + 500);
    const { session } = await join(brief.secret);
    expect(await enter(session.secret)).toMatchObject({ value: { validUntilMs: nowMs + 500 } });
    nowMs += 500;
    expect(await enter(session.secret)).toEqual({ ok: false, refusal: "no-access" });
    expect(await findInvitation(parts.storage, clock, { key: brief.secret })).toEqual({
      ok: false,
      refusal: "key-ended",
    });
    const bearer = new Headers({ authorization: `Bearer ${brief.secret}` });
    expect(await parts.authenticate(bearer, plan.plan.id)).toEqual({ ok: false, refusal: "no-access" });
  });

  test("[A14] a session ends at its time, and joining moves that on", async () => {
    const first = await join(plan.keys.editor);
    nowMs += SESSION_LASTS_MS - 1;
    const again = await join(plan.keys.editor, first.session.secret);
    expect(again.actor.id).toBe(first.actor.id);
    nowMs += SESSION_LASTS_MS - 1;
    expect(await enter(again.session.secret)).toMatchObject({ ok: true });
    nowMs += 1;
    expect(await enter(again.session.secret)).toEqual({ ok: false, refusal: "unauthenticated" });
    expect((await join(plan.keys.editor, again.session.secret)).actor.id).not.toBe(first.actor.id);
  });

  test("[A14] whoever comes in is told until when, by key or session, whichever ends first", async () => {
    const lasting = await join(plan.keys.editor);
    const end = lasting.session.row.expiresAt;
    expect(await enter(lasting.session.secret)).toMatchObject({ value: { validUntilMs: end } });
    const brief = await keyFor("editor", nowMs + 500);
    const { session } = await join(brief.secret);
    expect(await enter(session.secret)).toMatchObject({ value: { validUntilMs: nowMs + 500 } });
  });

  test("[A25] each joining gives a new secret, and the one before it opens nothing", async () => {
    const first = await join(plan.keys.viewer);
    expect(await enter(first.session.secret)).toMatchObject({ ok: true });
    const second = await join(plan.keys.editor, first.session.secret);
    expect(second.session.secret).not.toBe(first.session.secret);
    expect(await enter(first.session.secret)).toMatchObject({ refusal: "unauthenticated" });
    expect(await enter(second.session.secret)).toMatchObject({ value: { who: { role: "editor" } } });
    // Whoever planted the first one has nothing, now that the second was seen.
    const planted = await join(plan.keys.viewer, first.session.secret);
    expect(planted.actor.id).not.toBe(first.actor.id);
    expect(planted.role).toBe("viewer");
  });

  test("[A25] whose answer was lost joins again and is the same person, and two tabs that join at once go on together", async () => {
    const first = await join(plan.keys.viewer);
    const { secret } = first.session;
    const lost = await join(plan.keys.editor, secret);
    const again = await join(plan.keys.editor, secret);
    expect(again.actor.id).toBe(first.actor.id);
    expect(again.session.secret).toBe(lost.session.secret);
    expect(await enter(again.session.secret)).toMatchObject({ value: { who: { role: "editor" } } });
    expect(await enter(secret)).toMatchObject({ refusal: "unauthenticated" });
  });

  test("[A26] what was given over https is worth nothing in the cookie of http, and what was given before moves once", async () => {
    const bound = await join(plan.keys.editor, null, { isHostBound: true });
    const enterBound = (secret: string) =>
      parts.authenticate(new Headers({ cookie: `${HOST_SESSION_COOKIE}=${secret}` }), plan.plan.id);
    expect(await enterBound(bound.session.secret)).toMatchObject({ ok: true });
    expect(await enter(bound.session.secret)).toMatchObject({ refusal: "unauthenticated" });
    expect((await join(plan.keys.editor, bound.session.secret)).actor.id).not.toBe(bound.actor.id);
    const old = await join(plan.keys.editor);
    expect(await enter(old.session.secret)).toMatchObject({ ok: true });
    expect(await enterBound(old.session.secret)).toMatchObject({ ok: true });
    expect(await enter(old.session.secret)).toMatchObject({ refusal: "unauthenticated" });
  });

  test("[A27] a session that nobody used for as long as the setting says has ended; using it keeps it", async () => {
    const day = 86_400_000;
    const brief = serverParts({ clock, env: { SESSION_IDLE_DAYS: "30" } });
    const made = await createPlanOn(brief, { ...PLAN, name: "Anja", circle: "onderwijs" }, "here");
    const enterBrief = () =>
      brief.authenticate(new Headers({ cookie: `${SESSION_COOKIE}=${made.session.secret}` }), made.plan.id);
    for (let month = 0; month < 5; month++) {
      nowMs += 29 * day;
      expect(await enterBrief()).toMatchObject({ ok: true });
    }
    nowMs += 30 * day;
    expect(await enterBrief()).toMatchObject({ refusal: "unauthenticated" });
    await brief.close();
  });

  test("[A28] a key lets in as many people as it may, those again and again, and no script", async () => {
    const two = await keyFor("editor", null, 2);
    const [first] = [await join(two.secret), await join(two.secret)];
    expect(await joining(two.secret)).toEqual({ ok: false, refusal: "key-used-up" });
    expect((await join(two.secret, first.session.secret)).actor.id).toBe(first.actor.id);
    const bearer = new Headers({ authorization: `Bearer ${two.secret}` });
    expect(await parts.authenticate(bearer, plan.plan.id)).toMatchObject({ refusal: "unauthenticated" });
  });

  test("[A17] on a shared device a session lasts twelve hours", async () => {
    const joined = await join(plan.keys.editor, null, { isSharedDevice: true });
    nowMs += 12 * 3_600_000 - 1;
    expect(await enter(joined.session.secret)).toMatchObject({ ok: true });
    nowMs += 1;
    expect(await enter(joined.session.secret)).toEqual({ ok: false, refusal: "unauthenticated" });
  });

  test("[A1] storage knows the hash of a secret, never the secret", async () => {
    const keys = await parts.storage.access.keysOf(plan.plan.id);
    expect(keys.map(({ hash }) => hash)).not.toContain(plan.keys.owner);
    for (const { hash } of keys) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    for (const secret of Object.values(plan.keys)) expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  test("[A13] who comes without, with nonsense, or for another plan", async () => {
    const other = await newPlan();
    expect(await parts.authenticate(new Headers(), plan.plan.id)).toMatchObject({
      refusal: "unauthenticated",
    });
    expect(await enter("onzin")).toMatchObject({ refusal: "unauthenticated" });
    expect(await enter(other.session.secret)).toMatchObject({ refusal: "no-access" });
    for (const nowhere of ["onbekend-plan", "x", "../../etc/passwd", "__proto__"]) {
      expect(await enter(plan.session.secret, nowhere)).toMatchObject({ refusal: "not-found" });
    }
    const wrongKey = new Headers({
      authorization: `Bearer ${other.keys.owner}`,
      cookie: `${SESSION_COOKIE}=${plan.session.secret}`,
    });
    expect(await parts.authenticate(wrongKey, plan.plan.id)).toMatchObject({ refusal: "no-access" });
    const basic = new Headers({ authorization: "Basic eDp5" });
    expect(await parts.authenticate(basic, plan.plan.id)).toMatchObject({ refusal: "unauthenticated" });
  });
});
