import { type Grouping, type Timeline, timelineOf } from "@planwand/shared/views/timeline.ts";
import { useMemo } from "react";
import { useToday } from "../../plan/today.ts";
import { useEntries } from "../../plan/entry-lists.ts";
import { useDomains, useParties, usePhases } from "../../plan/hooks.ts";
import { type PlacedCard, usePlacedActivities } from "../../plan/placed.ts";

/** The open plan in time, as it stands now. */
export function useTimeline(by: Grouping): Timeline<PlacedCard> {
  const phases = usePhases();
  const domains = useDomains();
  const parties = useParties();
  const activities = usePlacedActivities();
  const blackouts = useEntries("blackouts");
  const communications = useEntries("communications");
  const decisions = useEntries("decisions");
  const today = useToday();
  return useMemo(
    () =>
      timelineOf({ phases, domains, parties, activities, blackouts, communications, decisions }, by, today),
    [phases, domains, parties, activities, blackouts, communications, decisions, by, today],
  );
}
