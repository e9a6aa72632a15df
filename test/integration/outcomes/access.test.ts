import { hashSecret } from "@planwand/server/access/secret.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { now } from "../../builders/clock.ts";
import { type ComposedServer, composedServer } from "../../builders/composed-server.ts";
import { type CreatedPlan, createPlan, join, type JoinedPlan, postJson } from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

let server: ComposedServer;
let plan: CreatedPlan;
let bram: JoinedPlan;
let socket: WireClient;

beforeEach(async () => {
  server = await composedServer();
  plan = await createPlan(server.url, { template: "blank" });
  bram = await join(server.url, plan.keys.editor, "Bram");
});
afterEach(() => server.stop());

const enter = (cookie: string): Promise<WireClient> =>
  WireClient.join({ url: server.url, planId: plan.plan.id, cookie });

/**
 * Does something in a session of Bram's that ends after `lifeMs`, or after longer on a machine that does not manage it in that time. Tells
 * when it ends.
 */
async function within(lifeMs: number, work: () => Promise<unknown>): Promise<number> {
  bram = await join(server.url, plan.keys.editor, "Bram");
  const endMs = now() + lifeMs;
  try {
    await endAt(endMs);
    await work();
    if (now() < endMs) return endMs;
  } catch (error) {
    if (now() < endMs) throw error;
  }
  return within(lifeMs * 2, work);
}

/** Moves the end of Bram's session on the disk. */
async function endAt(expiresAt: number): Promise<void> {
  const secret = decodeURIComponent(bram.cookie.slice(bram.cookie.indexOf("=") + 1));
  const row = await server.disk.access.sessionByHash(hashSecret(secret));
  if (row === null) throw new Error("there is a session");
  const membership = await server.disk.access.membership(plan.plan.id, row.id);
  const [key] = membership?.keys ?? [];
  if (membership === null || key === undefined) throw new Error("Bram came in by a key");
  await server.disk.access.join({ ...row, expiresAt }, membership.actor, key.id);
}

const isWritten = async (mark: string): Promise<boolean> => {
  const owner = await enter(plan.cookie);
  const has = owner.doc.getMap("cells").has(mark);
  await owner.close();
  return has;
};

describe("an open socket", () => {
  test("[A30] ends with its session, and nothing is written by it after that", async () => {
    await within(1_000, async () => {
      socket = await enter(bram.cookie);
      socket.doc.getMap("cells").set("ervoor", true);
      await socket.saved();
    });
    await socket.until(() => {
      if (socket.isOpen) socket.doc.getMap("cells").set("erna", Math.random());
      return socket.closeCode !== null;
    });
    expect(socket.closeCode).toBe(4401);
    expect(await isWritten("ervoor")).toBe(true);
    const answer = await fetch(`${server.url}/api/plans/${plan.plan.id}`, {
      headers: { cookie: bram.cookie },
    });
    expect(answer.status).toBe(401);
  });

  test("[A30] goes on when the session is moved on by joining again", async () => {
    const end = await within(1_000, async () => {
      socket = await enter(bram.cookie);
      await join(server.url, plan.keys.editor, "Bram", bram.cookie);
    });
    await expect.poll(() => now()).toBeGreaterThan(end + 300);
    socket.doc.getMap("cells").set("nog-steeds", true);
    await socket.saved();
    expect(await isWritten("nog-steeds")).toBe(true);
  });

  test("[A30] of somebody who joins with a stronger key comes back with that role", async () => {
    const vera = await join(server.url, plan.keys.viewer, "Vera");
    socket = await enter(vera.cookie);
    expect(socket.hello?.role).toBe("viewer");
    const again = await join(server.url, plan.keys.editor, "Vera", vera.cookie);
    await socket.until(() => socket.closeCode !== null);
    expect(socket.closeCode).toBe(1013);
    expect((await enter(again.cookie)).hello?.role).toBe("editor");
  });

  test("[A31][A8] of a key that was withdrawn though that was reported as failed is closed once storage is back", async () => {
    socket = await enter(bram.cookie);
    const keys = await server.disk.access.keysOf(plan.plan.id);
    const key = keys.find(({ role }) => role === "editor");
    server.faults.next("access.revokeKey", "after");
    server.faults.isOut = true;
    const answer = await fetch(`${server.url}/api/plans/${plan.plan.id}/keys/${key?.id ?? ""}`, {
      method: "DELETE",
      headers: { cookie: plan.cookie },
    });
    expect(answer.status).toBe(503);
    expect(socket.isOpen).toBe(true);
    server.faults.isOut = false;
    await socket.until(() => socket.closeCode !== null);
    expect(socket.closeCode).toBe(4403);
  });

  test("[A31][A11] of a session that left though that was reported as failed is closed once storage is back", async () => {
    socket = await enter(bram.cookie);
    const owner = await enter(plan.cookie);
    server.faults.next("access.deleteSession", "late");
    server.faults.isOut = true;
    expect((await postJson(`${server.url}/api/leave`, {}, bram.cookie)).status).toBe(503);
    expect(socket.isOpen).toBe(true);
    server.faults.isOut = false;
    await socket.until(() => socket.closeCode !== null);
    expect(socket.closeCode).toBe(4401);
    await owner.saved();
    expect(owner.isOpen).toBe(true);
  });
});
