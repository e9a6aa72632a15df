import { takeOut, writersOf } from "./plans/take-out-of-log.ts";
import { openSqlite } from "./storage/sqlite/open.ts";

/*
 * `pnpm take-out PLAN [ACTOR]`: takes out of a plan what one actor wrote in it, in DATA_DIR (else ./data), which no server may use
 * meanwhile. Without an actor it tells who wrote how much.
 */
const [planId, actorId] = process.argv.slice(2);
try {
  if (planId === undefined) throw new Error("Zeg van welk plan en van wie: pnpm take-out PLAN [ACTOR].");
  const storage = openSqlite({ directory: process.env["DATA_DIR"] ?? "data" });
  try {
    if (actorId === undefined) {
      for (const { actor, name, updates, bytes } of await writersOf(storage, planId))
        console.log(`${actor}  ${name}  ${String(updates)} wijzigingen, ${String(bytes)} bytes`);
    } else {
      const taken = await takeOut(storage, planId, actorId);
      console.log(
        `${String(taken)} wijzigingen van ${actorId} zijn uit het plan gehaald. Start de server weer.`,
      );
    }
  } finally {
    await storage.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
