import { useCallback, useEffect, useState } from "react";
import { nowMs, steadyMs } from "../plan/clock.ts";
import { fetchPlanInfo } from "../sync/api.ts";
import { openPlan } from "../sync/connection.ts";
import { forgetPlan, rememberedPlan, rememberPlan } from "../sync/device-memory.ts";
import type { PlanConnection } from "../sync/plan-connection.ts";
import type { Seat } from "../sync/seat.ts";

/** How a plan page stands with its plan. */
export type Opening =
  | { readonly kind: "opening" }
  | { readonly kind: "open"; readonly connection: PlanConnection; readonly round: number }
  | { readonly kind: "away" | "noAccess" | "notFound" | "deleted" };

const RETRY_MS = 5_000;

/**
 * Opens a plan and closes it with the page. A plan that was open here before opens at once, also without a network;
 * otherwise the server first says who we are in it. `reopen` starts over, with the server's word; `restart` as who we were.
 */
export function usePlanConnection(planId: string): {
  readonly opening: Opening;
  readonly reopen: () => void;
  readonly restart: () => void;
} {
  const [opening, setOpening] = useState<Opening>({ kind: "opening" });
  const [round, setRound] = useState(0);
  const restart = useCallback(() => setRound((before) => before + 1), []);
  const reopen = useCallback(() => {
    forgetPlan(planId);
    restart();
  }, [planId, restart]);

  useEffect(() => {
    let isOver = false;
    let connection: PlanConnection | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function open(seat: Seat): void {
      connection = openPlan(planId, seat, steadyMs);
      setOpening({ kind: "open", connection, round });
    }

    async function ask(): Promise<void> {
      clearTimeout(timer);
      if (connection !== null) return;
      const info = await fetchPlanInfo(planId);
      if (isOver || connection !== null) return;
      if (info.ok) {
        const { role, actor, title } = info.value;
        rememberPlan({ planId, role, actor, title, openedAt: nowMs() });
        open({ role, actor });
      } else if (info.failure.status === 410) setOpening({ kind: "deleted" });
      else if (info.failure.status === 404) setOpening({ kind: "notFound" });
      else if (info.failure.status === 401 || info.failure.status === 403) setOpening({ kind: "noAccess" });
      else {
        setOpening({ kind: "away" });
        timer = setTimeout(askAgain, RETRY_MS);
      }
    }

    function askAgain(): void {
      void ask();
    }

    const known = rememberedPlan(planId);
    if (known === null) askAgain();
    else open(known);
    window.addEventListener("online", askAgain);
    return () => {
      isOver = true;
      clearTimeout(timer);
      window.removeEventListener("online", askAgain);
      connection?.close();
    };
  }, [planId, round]);

  return { opening, reopen, restart };
}
