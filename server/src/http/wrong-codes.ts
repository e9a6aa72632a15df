import { setTimeout as after } from "node:timers/promises";
import type { Context } from "hono";
import { readCode } from "@planwand/shared/workshop/code.ts";
import type { AppParts, Env } from "./context.ts";
import { problem } from "./problem.ts";

/** Answers wrong codes: later as more come from a network, and with new codes for the workshops when it looks like guessing. */
export function createWrongCodes({
  budgets,
  codeSpace,
  journals,
  security,
  storage,
}: Pick<AppParts, "budgets" | "codeSpace" | "journals" | "security" | "storage">) {
  async function renew(length: number): Promise<void> {
    for (const { planId, session, code } of await storage.workshops.codesOfLength(length)) {
      if (await journals.renewCode(planId, code)) security.note("code-renewed", { plan: planId, session });
    }
  }

  return {
    async refuse(c: Context<Env>, typed: string) {
      const { network } = c.var.caller;
      security.note("code-wrong", { from: network });
      const code = readCode(typed);
      if (code !== null && codeSpace.wasWrong(code)) await renew(code.length);
      const release = budgets.hold("address-waiting-codes", network);
      if (release === null) return problem(c, "too-many-codes");
      await after(codeSpace.delayMs(network), undefined, { ref: false });
      release();
      return problem(c, "unknown-code");
    },
  };
}
