import { differencesBetween } from "@planwand/shared/diff/aligned-plan.ts";
import { differencesOf, type Differences, type Standing } from "@planwand/shared/diff/differences.ts";
import { useEffect, useMemo, useState } from "react";
import { standingNow } from "../../plan/standing-now.ts";
import { fetchMoment, standingOf } from "../../sync/moments.ts";
import type { PlanConnection } from "../../sync/plan-connection.ts";
import { usePlanSession } from "../../sync/session.tsx";

/** The plan of this page as it is now. */
export const NOW = "now";
/** Another plan that is still to be chosen. */
export const ANOTHER = "another";
const OTHER = "plan-";

/** What is compared: `now`, the id of a snapshot, or another plan as it is now. */
export type Side = string;

export const sideOfPlan = (planId: string): Side => `${OTHER}${planId}`;

/** The other plan that a side is; null when it is a moment of this one. */
export function planOfSide(side: Side): string | null {
  return side.startsWith(OTHER) ? side.slice(OTHER.length) : null;
}

type Known = readonly [Standing, Standing] | "loading" | "away";

/** What is different between two sides, told as what came and went from the first to the second. */
export function useDifferences(from: Side, to: Side): Differences | "loading" | "away" {
  const { connection } = usePlanSession();
  const [standings, setStandings] = useState<Known>("loading");
  useEffect(() => {
    let isOver = false;
    setStandings("loading");
    void Promise.all([standing(connection, from), standing(connection, to)]).then(([before, after]) => {
      if (!isOver) setStandings(before === null || after === null ? "away" : [before, after]);
    });
    return () => {
      isOver = true;
    };
  }, [connection, from, to]);
  const isOther = planOfSide(from) !== planOfSide(to);
  return useMemo(() => {
    if (typeof standings === "string") return standings;
    const [before, after] = standings;
    return isOther ? differencesBetween(before.plan, after.plan) : differencesOf(before, after);
  }, [standings, isOther]);
}

async function standing(connection: PlanConnection, side: Side): Promise<Standing | null> {
  if (side === NOW) return standingNow(connection);
  const other = planOfSide(side);
  const moment = await (other === null ? fetchMoment(connection.planId, side) : fetchMoment(other, NOW));
  return moment.ok ? standingOf(moment.value) : null;
}
