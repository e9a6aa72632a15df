import { newsOf, saidSince } from "@planwand/shared/views/news.ts";
import { Bell } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useJournal } from "../plan/journal.ts";
import { historyOf, loadHistory } from "../plan/news.ts";
import { beginVisit, seenUntil } from "../plan/visits.ts";
import { usePlanSession } from "../sync/session.tsx";
import { buttonClass } from "../ui/button.tsx";
import styles from "./attention-mark.module.css";

/** A visit before this long ago is worth asking the server what happened since, in milliseconds. */
const WORTH_ASKING_MS = 30 * 60_000;

/** The way to what is new, with a dot when something is. */
export function AttentionMark(): ReactNode {
  const { t } = useTranslation();
  const { connection, actor } = usePlanSession();
  const { planId } = connection;
  const seen = seenUntil(planId);
  const since = useSyncExternalStore(seen.subscribe, seen.getSnapshot);
  const store = historyOf(planId);
  const loaded = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const journal = useJournal();
  const { journalAtEntry, workshop } = connection;
  const isTold = useSyncExternalStore(journalAtEntry.subscribe, () => journalAtEntry.getSnapshot() !== null);
  useEffect(() => {
    // What others do is dated by the server: a visit is as well, and begins when the server told its time.
    if (!isTold) return undefined;
    const now = workshop.serverTimeMs;
    const leave = beginVisit(planId, now);
    // A room that comes in together does not make the server tell the same story to each.
    if (now() - seenUntil(planId).getSnapshot() > WORTH_ASKING_MS) void loadHistory(planId);
    return leave;
  }, [planId, isTold, workshop]);
  const count = useMemo(() => {
    const cards = loaded.kind === "there" ? newsOf(loaded.entries, since, actor.id).length : 0;
    return cards + saidSince(journal, since, actor.id).length;
  }, [loaded, journal, since, actor.id]);
  const label = count === 0 ? t("attention.mark.none") : t("attention.mark.some", { count });
  return (
    <Link
      href={`/plan/${planId}/attention`}
      className={`${buttonClass({ variant: "ghost" })} ${styles.mark ?? ""}`}
      aria-label={label}
      title={label}
      data-testid="attention-mark"
      data-new={count > 0 || undefined}
    >
      <Bell aria-hidden />
    </Link>
  );
}
