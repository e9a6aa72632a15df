import { expect, test } from "vitest";
import { SEED, cases, seeded } from "../builders/run-length.ts";
import { type CreatedPlan, type RunningServer, createPlan, join, startServer } from "../builders/server.ts";
import { Typist } from "../builders/typist.ts";
import { WireClient } from "../builders/wire-client.ts";

/** Rounds on one plan, so that logs and checkpoints of some length are recovered too. */
const ROUNDS_A_PLAN = 20;

/** Three people typing; each mark that was called saved, or that somebody else saw, is what must survive. */
async function typeTogether(server: RunningServer, plan: CreatedPlan, round: string): Promise<Typist[]> {
  const cookies = [plan.cookie];
  for (const name of ["Bram", "Carla"]) cookies.push((await join(server.url, plan.keys.editor, name)).cookie);
  return Promise.all(
    cookies.map((cookie, index) =>
      Typist.start(`${round}-${index}`, { url: server.url, planId: plan.plan.id, cookie }),
    ),
  );
}

function mustSurvive(typists: readonly Typist[]): Set<string> {
  return new Set(typists.flatMap((typist) => [...typist.saved, ...typist.seen]));
}

async function lost(server: RunningServer, plan: CreatedPlan, marks: ReadonlySet<string>): Promise<string[]> {
  const fresh = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  const cells = fresh.doc.getMap("cells");
  expect(fresh.doc.store.pendingStructs).toBeNull();
  await fresh.close();
  return [...marks].filter((mark) => !cells.has(mark));
}

test("[R1] kill -9 under load loses nothing that was called saved or that anyone else saw", async () => {
  const random = seeded(SEED);
  const rounds = cases(200, 0.05);
  const server = await startServer();
  const marks = new Set<string>();
  let plan = await createPlan(server.url, { template: "example" });
  for (let round = 0; round < rounds; round++) {
    if (round % ROUNDS_A_PLAN === ROUNDS_A_PLAN - 1) {
      plan = await createPlan(server.url, { template: "blank" });
      marks.clear();
    }
    const typists = await typeTogether(server, plan, `r${String(round).padStart(4, "0")}`);
    const [first] = typists as [Typist];
    const enough = 6 + Math.floor(random() * 60);
    await first.client.until(() => first.saved.size >= enough);
    await server.kill();
    await Promise.all(typists.map((typist) => typist.client.until(() => typist.client.closeCode !== null)));
    for (const mark of mustSurvive(typists)) marks.add(mark);
    await server.restart();
    expect(await lost(server, plan, marks)).toEqual([]);
  }
  await server.stop();
});

test("[R42] SIGTERM under load commits what was admitted, says goodbye with 1012 and loses nothing", async () => {
  const server = await startServer();
  const plan = await createPlan(server.url, { template: "example" });
  const rounds = cases(50);
  const marks = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    const typists = await typeTogether(server, plan, `t${String(round).padStart(4, "0")}`);
    const [first] = typists as [Typist];
    await first.client.until(() => first.saved.size >= 30);
    expect(await server.stop()).toBe(0);
    await Promise.all(typists.map((typist) => typist.client.until(() => typist.client.closeCode !== null)));
    expect(typists.map((typist) => typist.client.closeCode)).toEqual([1012, 1012, 1012]);
    for (const mark of mustSurvive(typists)) marks.add(mark);
    await server.restart();
    expect(await lost(server, plan, marks)).toEqual([]);
  }
  await server.stop();
});
