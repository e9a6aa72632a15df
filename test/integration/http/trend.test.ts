import { afterAll, beforeAll, expect, test } from "vitest";
import { createPlan, type RunningServer, startServer } from "../../builders/server.ts";

let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server.stop());

test("[API16] the days before today are for who may read the plan, and only by the clock of a zone that exists", async () => {
  const { plan, cookie } = await createPlan(server.url);
  const ask = (query: string, headers: Record<string, string> = { cookie }) =>
    fetch(`${server.url}/api/plans/${plan.id}/trend${query}`, { headers });
  const answer = await ask("?zone=Europe/Amsterdam");
  expect(answer.status).toBe(200);
  // Made just now: no day is over yet, unless this runs at midnight.
  expect(((await answer.json()) as { days: unknown[] }).days.length).toBeLessThanOrEqual(1);
  expect((await ask("")).status).toBe(200);
  expect((await ask("?zone=Nergens/Huizen")).status).toBe(400);
  expect((await ask("", {})).status).toBe(401);
});
