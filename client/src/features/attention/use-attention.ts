import { CIRCLES, type Circle } from "@planwand/shared/access/role.ts";
import { sealOf } from "@planwand/shared/journal/journal.ts";
import { isTaken } from "@planwand/shared/views/decisions.ts";
import { type Need, needsOf } from "@planwand/shared/views/needs.ts";
import { type CardNews, newsOf, type Said, saidSince } from "@planwand/shared/views/news.ts";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useEntries } from "../../plan/entry-lists.ts";
import { useActivities, useParties } from "../../plan/hooks.ts";
import { useJournal } from "../../plan/journal.ts";
import { historyOf, loadHistory, type LoadedHistory } from "../../plan/news.ts";
import { useToday } from "../../plan/today.ts";
import { seenUntil } from "../../plan/visits.ts";
import { usePlanSession } from "../../sync/session.tsx";

/** From when on something is new: the last visit, or a while ago. */
export const SINCE = ["visit", "day", "week"] as const;
export type Since = (typeof SINCE)[number];

const DAY_MS = 86_400_000;

/** For whom: some parties of the plan, or all of a circle. As `party:ID` or `circle:NAME`. */
export function partiesOf(
  whom: readonly string[],
  parties: readonly { readonly id: string; readonly circle: Circle }[],
): ReadonlySet<string> {
  const circles = CIRCLES.filter((circle) => whom.includes(`circle:${circle}`));
  return new Set(
    parties.flatMap(({ id, circle }) =>
      circles.includes(circle) || whom.includes(`party:${id}`) ? [id] : [],
    ),
  );
}

/** What is new since then, and what waits for these people; `isSelf` adds where this person was called in by name. */
export function useAttention(
  whom: readonly string[],
  isSelf: boolean,
  since: Since,
): {
  readonly needs: readonly Need[];
  readonly news: readonly CardNews[];
  readonly said: readonly Said[];
  readonly loaded: LoadedHistory;
  /** Milliseconds since 1970. */
  readonly from: number;
} {
  const { connection, actor } = usePlanSession();
  const { planId } = connection;
  const store = historyOf(planId);
  const loaded = useSyncExternalStore(store.subscribe, store.getSnapshot);
  useEffect(() => void loadHistory(planId), [planId]);
  const seen = seenUntil(planId);
  const lastVisit = useSyncExternalStore(seen.subscribe, seen.getSnapshot);
  const [opened] = useState(connection.workshop.serverTimeMs);
  const from = since === "visit" ? lastVisit : opened - (since === "day" ? DAY_MS : 7 * DAY_MS);
  const journal = useJournal();
  const cards = useActivities();
  const parties = useParties();
  const decisions = useEntries("decisions");
  const communications = useEntries("communications");
  const today = useToday();
  const needs = useMemo(
    () =>
      needsOf(
        { parties: partiesOf(whom, parties), me: isSelf ? actor.id : null },
        { activities: cards, decisions, communications },
        journal,
        (decision) => isTaken(decision, sealOf(journal, decision.id)),
        today,
      ),
    [whom, isSelf, actor.id, parties, cards, decisions, communications, journal, today],
  );
  const news = useMemo(
    () => (loaded.kind === "there" ? newsOf(loaded.entries, from, actor.id) : []),
    [loaded, from, actor.id],
  );
  const said = useMemo(() => saidSince(journal, from, actor.id), [journal, from, actor.id]);
  return { needs, news, said, loaded, from };
}
