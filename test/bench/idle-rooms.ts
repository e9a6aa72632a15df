import { NO_LIMITS } from "./no-limits.ts";
import { createPlan, startServer } from "../builders/server.ts";
import { WireClient } from "../builders/wire-client.ts";
import { residentBytesOf } from "./process-cost.ts";

/** Resident memory per room with the example plan and one silent person in it, in bytes: the mean over `count` rooms. */
export async function idleRooms(count: number): Promise<number> {
  const server = await startServer({ env: NO_LIMITS });
  const open = async () => {
    const { plan, cookie } = await createPlan(server.url, { template: "example" });
    return WireClient.join({ url: server.url, planId: plan.id, cookie });
  };
  const people = [await open()];
  const before = residentBytesOf(server.pid);
  while (people.length <= count) people.push(await open());
  const bytes = (residentBytesOf(server.pid) - before) / count;
  for (const person of people) await person.close();
  await server.stop();
  return Math.round(bytes);
}
