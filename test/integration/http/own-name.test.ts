import { ROLES } from "@planwand/shared/access/role.ts";
import { actorResponse, planInfoResponse } from "@planwand/shared/protocol/http.ts";
import { encodeAwareness } from "@planwand/shared/protocol/codec.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { freshId, giveCommand } from "../../builders/commands.ts";
import {
  type CreatedPlan,
  createPlan,
  join,
  type JoinedPlan,
  type RunningServer,
  startServer,
} from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

let server: RunningServer;
let plan: CreatedPlan;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server.stop());
beforeEach(async () => void (plan = await createPlan(server.url, { template: "blank" })));

const rename = (headers: Record<string, string>, as: unknown): Promise<Response> =>
  fetch(`${server.url}/api/plans/${plan.plan.id}/me`, {
    method: "PUT",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(as),
  });

const enter = (cookie: string) => WireClient.join({ url: server.url, planId: plan.plan.id, cookie });

const introductions = async (): Promise<{ seq: number; content: unknown }[]> => {
  const response = await fetch(`${server.url}/api/plans/${plan.plan.id}/journal`, {
    headers: { cookie: plan.cookie },
  });
  const { events } = (await response.json()) as { events: { seq: number; type: string; content: unknown }[] };
  return events
    .filter(({ type }) => type === "member.introduced")
    .map(({ seq, content }) => ({ seq, content }));
};

const says = ({ cookie }: JoinedPlan, text: string): Promise<unknown> =>
  giveCommand(
    { url: server.url, planId: plan.plan.id, cookie },
    { type: "comment.add", comment: freshId(), anchor: { kind: "plan", id: "plan" }, text },
  );

test("[A41] each role changes its own name and kring, and stays the same actor", async () => {
  for (const role of ROLES) {
    const somebody = await join(server.url, plan.keys[role], "Bram");
    const answer = await rename({ cookie: somebody.cookie }, { name: " Bram de Vries ", circle: "bestuur" });
    expect(answer.status, role).toBe(200);
    const actor = { ...somebody.actor, name: "Bram de Vries", circle: "bestuur" };
    expect(actorResponse.parse(await answer.json())).toEqual(actor);
    const info = await fetch(`${server.url}/api/plans/${plan.plan.id}`, {
      headers: { cookie: somebody.cookie },
    });
    expect(planInfoResponse.parse(await info.json())).toMatchObject({ role, actor });
  }
});

test("[A41][API4] nobody without access, no script, and nothing that is no name", async () => {
  const as = { name: "Mallory", circle: "ict" };
  const other = await createPlan(server.url, { template: "blank" });
  expect((await rename({}, as)).status).toBe(401);
  expect((await rename({ cookie: other.cookie }, as)).status).toBe(403);
  const script = { authorization: `Bearer ${plan.keys.editor}` };
  expect((await rename(script, as)).status).toBe(403);
  const info = await fetch(`${server.url}/api/plans/${plan.plan.id}`, { headers: script });
  expect(planInfoResponse.parse(await info.json()).actor.name).toBe("Script");
  for (const wrong of [
    { ...as, name: "  " },
    { ...as, name: "n".repeat(81) },
    { ...as, circle: "geen" },
    { name: "Bram" },
    [],
  ])
    expect((await rename({ cookie: plan.cookie }, wrong)).status).toBe(400);
});

test("[A41][R30] others who have the plan open see it at once, and no socket is closed", async () => {
  const bram = await join(server.url, plan.keys.editor, "Bram");
  const [own, watcher] = [await enter(bram.cookie), await enter(plan.cookie)];
  const seen = () => Buffer.concat(watcher.awareness).toString();
  const state = JSON.stringify({ focus: { activity: "activiteit-01", field: null } });
  own.send(encodeAwareness([{ client: own.doc.clientID, clock: 1, state }]));
  await watcher.until(() => seen().includes("Bram"));
  await rename({ cookie: bram.cookie }, { name: "Bram de Vries", circle: "bestuur" });
  await watcher.until(() => seen().includes("Bram de Vries"));
  const last = watcher.awareness.at(-1);
  expect(Buffer.from(last ?? []).toString()).toContain("activiteit-01");
  await own.until(() => own.hello?.actor.name === "Bram de Vries");
  expect(own.hello?.actor).toEqual({ ...bram.actor, name: "Bram de Vries", circle: "bestuur" });

  // Joining again is the same way.
  await join(server.url, plan.keys.editor, "Bram B.", bram.cookie);
  await own.until(() => own.hello?.actor.name === "Bram B.");
  await watcher.until(() => seen().includes("Bram B."));
  expect([own.closeCode, watcher.closeCode]).toEqual([null, null]);
  await Promise.all([own.close(), watcher.close()]);
});

test("[J41] the journal introduces whom it knows anew, keeps what it had, and learns of nobody else", async () => {
  const bram = await join(server.url, plan.keys.participant, "Bram");
  await rename({ cookie: bram.cookie }, { name: "Bram van Dam", circle: "ict" });
  expect(await introductions()).toEqual([]);
  await says(bram, "Ik ben er");
  const first = await introductions();
  expect(first.map(({ content }) => content)).toEqual([{ name: "Bram van Dam", circle: "ict" }]);
  const watcher = await enter(plan.cookie);
  await rename({ cookie: bram.cookie }, { name: "B. van Dam", circle: "bestuur" });
  const after = await introductions();
  expect(after[0]).toEqual(first[0]);
  expect(after.map(({ content }) => content)).toEqual([
    { name: "Bram van Dam", circle: "ict" },
    { name: "B. van Dam", circle: "bestuur" },
  ]);
  await rename({ cookie: bram.cookie }, { name: "B. van Dam", circle: "bestuur" });
  expect(await introductions()).toEqual(after);
  await watcher.close();
});
