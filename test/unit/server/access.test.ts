import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CreatedPlan, createPlan as createPlanOn } from "@planwand/server/plans/create-plan.ts";
import { createKey, revokeKey } from "@planwand/server/access/keys.ts";
import { joinPlan } from "@planwand/server/access/join.ts";
import { SESSION_COOKIE, SESSION_LASTS_MS } from "@planwand/server/access/session.ts";
import { type ServerParts, serverParts } from "../../builders/app.ts";
import { now, onEveryDay } from "../../builders/clock.ts";

const NOBODY = () => {};

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
    const request = {
      title: "Plan",
      template: "blank",
      language: "nl",
      sessionSecret: null,
      isSharedDevice: false,
    } as const;
    return createPlanOn({ ...parts, clock }, { ...request, name: "Anja", circle: "onderwijs" }, "here");
  }

  async function join(key: string, sessionSecret: string | null = null, name = "Bram") {
    const joined = await joinPlan(parts.storage, clock, {
      key,
      sessionSecret,
      isSharedDevice: false,
      name,
      circle: "ict",
    });
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
  async function keyFor(role: "viewer" | "editor", expiresAt: number | null = null) {
    const created = await createKey(parts.storage.access, clock, await owner(), { role, expiresAt });
    if (!created.ok) throw new Error(created.refusal);
    return { id: created.value.key.id, secret: created.value.secret };
  }

  test("[A2] the strongest key that lives counts, as keys come and go", async () => {
    const brief = await keyFor("editor", nowMs + 1_000);
    const { session } = await join(plan.keys.viewer);
    expect((await join(brief.secret, session.secret)).role).toBe("editor");
    expect((await join(plan.keys.participant, session.secret)).role).toBe("editor");
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
    const late = {
      key: brief.secret,
      sessionSecret: null,
      isSharedDevice: false,
      name: "Laat",
      circle: "ict",
    } as const;
    expect(await joinPlan(parts.storage, clock, late)).toEqual({ ok: false, refusal: "key-ended" });
    const bearer = new Headers({ authorization: `Bearer ${brief.secret}` });
    expect(await parts.authenticate(bearer, plan.plan.id)).toEqual({ ok: false, refusal: "no-access" });
  });

  test("[A14] a session ends at its time, and joining moves that on", async () => {
    const first = await join(plan.keys.editor);
    nowMs += SESSION_LASTS_MS - 1;
    const again = await join(plan.keys.editor, first.session.secret);
    expect(again.actor.id).toBe(first.actor.id);
    nowMs += SESSION_LASTS_MS - 1;
    expect(await enter(first.session.secret)).toMatchObject({ ok: true });
    nowMs += 1;
    expect(await enter(first.session.secret)).toEqual({ ok: false, refusal: "unauthenticated" });
    expect((await join(plan.keys.editor, first.session.secret)).actor.id).not.toBe(first.actor.id);
  });

  test("[A17] on a shared device a session lasts twelve hours", async () => {
    const joined = await joinPlan(parts.storage, clock, {
      key: plan.keys.editor,
      sessionSecret: null,
      isSharedDevice: true,
      name: "Bram",
      circle: "ict",
    });
    if (!joined.ok) throw new Error(joined.refusal);
    nowMs += 12 * 3_600_000 - 1;
    expect(await enter(joined.value.session.secret)).toMatchObject({ ok: true });
    nowMs += 1;
    expect(await enter(joined.value.session.secret)).toEqual({ ok: false, refusal: "unauthenticated" });
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
