import { NO_LIMITS } from "./no-limits.ts";
import { createPlan, startServer } from "../builders/server.ts";
import { growPlan } from "../builders/plan-doc.ts";
import { WireClient } from "../builders/wire-client.ts";
import type { RoomAddress } from "./targets.ts";

/** A server with one plan of `activities` in it, started anew so that nothing of it is in memory. */
export async function largePlan(
  activities: number,
): Promise<{ readonly port: number; readonly room: RoomAddress; readonly stop: () => Promise<void> }> {
  const server = await startServer({ env: NO_LIMITS });
  const { plan, cookie } = await createPlan(server.url, { template: "example" });
  const writer = await WireClient.join({ url: server.url, planId: plan.id, cookie });
  growPlan(writer.doc, activities);
  await writer.saved();
  await writer.close();
  await server.stop();
  await server.restart();
  return {
    port: server.port,
    room: { path: `/sync/${plan.id}`, cookie },
    stop: async () => void (await server.stop()),
  };
}
