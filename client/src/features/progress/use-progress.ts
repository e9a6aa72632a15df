import { sealOf } from "@planwand/shared/journal/journal.ts";
import { standingOf } from "@planwand/shared/views/decisions.ts";
import { progressOf, type ProgressView } from "@planwand/shared/views/progress.ts";
import { type Steering, steeringOf } from "@planwand/shared/views/steering.ts";
import { type DayStand, standsUpTo } from "@planwand/shared/views/trend.ts";
import { useEffect, useMemo, useState } from "react";
import { useEntries } from "../../plan/entry-lists.ts";
import { useDomains, useGoals, useParties, usePhases } from "../../plan/hooks.ts";
import { useJournal } from "../../plan/journal.ts";
import type { PlacedCard } from "../../plan/placed.ts";
import { useToday } from "../../plan/today.ts";
import { fetchTrend } from "../../sync/past-api.ts";
import { usePlanSession } from "../../sync/session.tsx";

/** How far the open plan is with these activities, and what asks for attention. */
export function useProgress(activities: readonly PlacedCard[]): {
  readonly view: ProgressView<PlacedCard>;
  readonly steering: Steering<PlacedCard>;
} {
  const phases = usePhases();
  const domains = useDomains();
  const parties = useParties();
  const goals = useGoals();
  const cells = useEntries("cells");
  const decisions = useEntries("decisions");
  const communications = useEntries("communications");
  const journal = useJournal();
  const today = useToday();
  const view = useMemo(
    () => progressOf({ phases, domains, parties, goals, cells, activities }, today),
    [phases, domains, parties, goals, cells, activities, today],
  );
  const steering = useMemo(
    () =>
      steeringOf(
        { activities, decisions, communications, cells: view.cells },
        (decision) => standingOf(decision, sealOf(journal, decision.id)),
        today,
      ),
    [activities, decisions, communications, view.cells, journal, today],
  );
  return { view, steering };
}

/** How far the plan was on each day up to now; the past comes from the server, and is empty while that cannot be reached. */
export function useStands(activities: readonly PlacedCard[]): {
  readonly stands: readonly DayStand[];
  /** The past is on its way, there, or cannot be had. */
  readonly past: "loading" | "there" | "away";
} {
  const { planId } = usePlanSession().connection;
  const today = useToday();
  const [loaded, setLoaded] = useState<readonly DayStand[] | "loading" | "away">("loading");
  useEffect(() => {
    let isHere = true;
    const load = async (): Promise<void> => {
      const answer = await fetchTrend(planId, Intl.DateTimeFormat().resolvedOptions().timeZone);
      if (isHere) setLoaded(answer.ok ? answer.value : "away");
    };
    void load();
    const again = (): void => void load();
    window.addEventListener("online", again);
    return () => {
      isHere = false;
      window.removeEventListener("online", again);
    };
    // Each new day has one more behind it.
  }, [planId, today]);
  const stands = useMemo(
    () => standsUpTo(typeof loaded === "string" ? [] : loaded, activities, today),
    [loaded, activities, today],
  );
  return { stands, past: typeof loaded === "string" ? loaded : "there" };
}
