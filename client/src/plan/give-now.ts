import type { ApiResult } from "../sync/api.ts";
import { postCommand } from "../sync/api.ts";
import type { PlanConnection } from "../sync/plan-connection.ts";
import { newId } from "./clock.ts";
import type { Wish } from "./journal.ts";

/** How long to wait until what was typed is with the server. */
const SAVED_WITHIN_MS = 8_000;

/**
 * Gives a command that is about the plan as it reads now, and waits for the answer: first all that was typed must be with the server,
 * which reads the plan itself. `unsaved` when that does not come about.
 */
export async function giveNow(
  { planId, status }: PlanConnection,
  wish: Wish,
): Promise<ApiResult<{ readonly seq: number }> | "unsaved"> {
  const isSaved = await new Promise<boolean>((resolve) => {
    const look = (): void => {
      const { state, unsaved } = status.getSnapshot();
      if (state === "saved" && unsaved === 0) finish(true);
    };
    const stop = status.subscribe(look);
    const timer = setTimeout(() => finish(false), SAVED_WITHIN_MS);
    const finish = (is: boolean): void => {
      clearTimeout(timer);
      stop();
      resolve(is);
    };
    look();
  });
  return isSaved ? postCommand(planId, { ...wish, id: newId() }) : "unsaved";
}
