import { hashSecret } from "@planwand/server/access/secret.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { giveCommand } from "../../builders/commands.ts";
import { type ComposedServer, composedServer } from "../../builders/composed-server.ts";
import type { WriteName } from "../../builders/failing-storage.ts";
import { type CreatedPlan, createPlan, join, planOf, postJson } from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

let server: ComposedServer;
let plan: CreatedPlan;
let anja: WireClient;

beforeEach(async () => {
  server = await composedServer();
  plan = await createPlan(server.url, { template: "blank" });
  anja = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
});
afterEach(() => server.stop());

const address = (path: string): string => `${server.url}/api/plans/${plan.plan.id}${path}`;

const remove = (body: unknown): Promise<Response> =>
  fetch(address(""), {
    method: "DELETE",
    headers: { "content-type": "application/json", cookie: plan.cookie },
    body: JSON.stringify(body),
  });

test.each(["after", "late"] as const)(
  "[DOC30] what cleared away though it was reported as failed (%s) is in no answer to a newcomer",
  async (fault) => {
    const title = anja.doc.getMap("meta");
    title.set("ambition-draft", "Weggehaald");
    await anja.saved();
    title.delete("ambition-draft");
    await anja.saved();
    const { url } = server;
    await giveCommand({ url, planId: plan.plan.id, cookie: plan.cookie }, { type: "retention.set", days: 0 });
    server.faults.next("events.append", fault);
    server.faults.isOut = true;
    expect((await postJson(address("/clear"), {}, plan.cookie)).status).toBe(503);
    server.faults.isOut = false;
    const holds = async (): Promise<boolean> => {
      const newcomer = await WireClient.join({ url, planId: plan.plan.id, cookie: plan.cookie });
      const bytes = newcomer.frames.join("");
      await newcomer.close();
      return bytes.includes("Weggehaald");
    };
    await expect.poll(holds).toBe(false);
    // Nothing is left to clear, and clearing again scrubs what went.
    expect(await (await postJson(address("/clear"), {}, plan.cookie)).json()).toEqual({ cleared: false });
    const { plan: value } = await planOf(url, plan.plan.id, plan.cookie);
    expect(value.title).toBe("Activiteitenplan");
  },
);

test("[DOC30] whoever is in a plan that was erased though that was reported as failed is sent away, and it is erased", async () => {
  server.faults.next("plans.close", "after");
  server.faults.isOut = true;
  expect((await remove({ title: "Activiteitenplan" })).status).toBe(503);
  expect(anja.isOpen).toBe(true);
  server.faults.isOut = false;
  await anja.until(() => anja.closeCode !== null);
  expect(anja.closeCode).toBe(4410);
  await expect.poll(() => server.disk.plans.wasErased(plan.plan.id, hashSecret(plan.keys.owner))).toBe(true);
});

test.each(["plans.create", "access.join", "access.noteUse", "access.addKey", "feeds.add"] as const)(
  "[S42] whoever makes a plan, comes in, invites or follows gets what they asked for, once, when %s is reported as failed",
  async (call: WriteName) => {
    for (const fault of ["after", "late", "before"] as const) {
      server.faults.next(call, fault);
      const other = await createPlan(server.url, { template: "blank" });
      const bram = await join(server.url, other.keys.editor, "Bram");
      const key = await postJson(
        `${server.url}/api/plans/${other.plan.id}/keys`,
        { role: "viewer" },
        other.cookie,
      );
      const feed = await postJson(`${server.url}/api/plans/${other.plan.id}/feeds`, {}, other.cookie);
      expect([key.status, feed.status]).toEqual([201, 201]);
      const { secret } = (await key.json()) as { secret: string };
      expect((await join(server.url, secret, "Carla")).role).toBe("viewer");
      expect(await server.disk.access.members(other.plan.id)).toHaveLength(3);
      expect(await server.disk.feeds.ofPlan(other.plan.id)).toHaveLength(1);
      expect(bram.role).toBe("editor");
    }
  },
);
