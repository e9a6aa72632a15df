import { randomBytes } from "node:crypto";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { codeFrom } from "@planwand/shared/workshop/code.ts";
import { newKey } from "../access/keys.ts";
import type { WorkshopStore, WorkshopWrite } from "../storage/port.ts";

/** Enough that hardly ever too few of them are fair. */
const BYTES = 32;

/**
 * A joining code that no other workshop has now, and the key behind it: participants come in with that and stay in when the code is
 * gone. Nobody is told the key's secret.
 */
export async function newJoinCode(
  planId: string,
  session: string,
  workshops: Pick<WorkshopStore, "byCode">,
  clock: Clock,
): Promise<NonNullable<WorkshopWrite["code"]>> {
  for (;;) {
    const code = codeFrom(randomBytes(BYTES));
    if (code === null || (await workshops.byCode(code)) !== null) continue;
    return { code, session, key: newKey(planId, "participant", null, clock).key };
  }
}
