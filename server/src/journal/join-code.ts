import { randomBytes } from "node:crypto";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { codeFrom } from "@planwand/shared/workshop/code.ts";
import { newKey } from "../access/keys.ts";
import type { NewKey, WorkshopStore } from "../storage/port.ts";

/** Enough that hardly ever too few of them are fair. */
const BYTES = 32;

/** The key behind a joining code: participants come in with it and stay in when the code is gone. Nobody is told its secret. */
export function newJoinKey(planId: string, clock: Clock): NewKey {
  return newKey(planId, { role: "participant", origin: "workshop" }, clock).key;
}

/** A joining code of so many characters that no other workshop has now. */
export async function newJoinCode(workshops: Pick<WorkshopStore, "byCode">, length: number): Promise<string> {
  for (;;) {
    const code = codeFrom(randomBytes(BYTES), length);
    if (code !== null && (await workshops.byCode(code)) === null) return code;
  }
}
