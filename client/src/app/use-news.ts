import { newsOf, saidSince } from "@planwand/shared/views/news.ts";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useJournal } from "../plan/journal.ts";
import { historyOf, loadHistory } from "../plan/news.ts";
import { beginVisit, seenUntil } from "../plan/visits.ts";
import { usePlanSession } from "../sync/session.tsx";

/** A visit before this long ago is worth asking the server what happened since, in milliseconds. */
const WORTH_ASKING_MS = 30 * 60_000;

/** Keeps when somebody was here, so that the next visit can tell what is new; not while the plan of then is looked at. */
export function useVisit(): void {
  const { connection, isPast } = usePlanSession();
  const { planId, journalAtEntry, workshop } = connection;
  const isTold = useSyncExternalStore(journalAtEntry.subscribe, () => journalAtEntry.getSnapshot() !== null);
  useEffect(() => {
    // What others do is dated by the server: a visit is as well, and begins when the server told its time.
    if (!isTold || isPast) return undefined;
    const now = workshop.serverTimeMs;
    const leave = beginVisit(planId, now);
    // A room that comes in together does not make the server tell the same story to each.
    if (now() - seenUntil(planId).getSnapshot() > WORTH_ASKING_MS) void loadHistory(planId);
    return leave;
  }, [planId, isTold, isPast, workshop]);
}

/** Whether anything happened or was said by others since the last visit, and the name that says how much, for the way there. */
export function useNews(): { readonly isNew: boolean; readonly label: string } {
  const { t } = useTranslation();
  const { connection, actor } = usePlanSession();
  const { planId } = connection;
  const seen = seenUntil(planId);
  const since = useSyncExternalStore(seen.subscribe, seen.getSnapshot);
  const store = historyOf(planId);
  const loaded = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const journal = useJournal();
  const count = useMemo(() => {
    const cards = loaded.kind === "there" ? newsOf(loaded.entries, since, actor.id).length : 0;
    return cards + saidSince(journal, since, actor.id).length;
  }, [loaded, journal, since, actor.id]);
  return {
    isNew: count > 0,
    label: count === 0 ? t("attention.mark.none") : t("attention.mark.some", { count }),
  };
}
