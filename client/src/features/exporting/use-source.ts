import type { Version } from "@planwand/shared/journal/journal.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { ReportSince, ReportSource } from "@planwand/shared/report/report.ts";
import { comparedWith, versionAt, versionNow, versionOf } from "@planwand/shared/report/version.ts";
import { useEffect, useMemo, useState } from "react";
import { useToday } from "../../plan/today.ts";
import { useJournal } from "../../plan/journal.ts";
import { fetchMoment, standingOf } from "../../sync/moments.ts";
import { readPastName } from "../../sync/past-name.ts";
import { usePlanSession } from "../../sync/session.tsx";

/** What a preview is made of, once it is there; `away` when the server cannot be asked for a moment of the past. */
export type Source = ReportSource | "loading" | "away";

/** The state of the plan that is exported: at a moment (a snapshot's id or the number of an update), or as it is now for null. */
export function useSource(moment: string | null): Source {
  const past = usePast(moment);
  const now = useNow(moment === null);
  return moment === null ? now : past;
}

/** Browsers get events without the hashes that prove them. */
const NO_HASHES = { contentHash: "", journalHead: "" };

/** Nothing is fetched of a plan while another moment is shown. */
function useNow(isWanted: boolean): Source {
  const { connection, doc } = usePlanSession();
  const journal = useJournal();
  const version = isWanted ? comparedWith(journal.versions, { seq: journal.seq, snapshot: null }) : null;
  const since = useSince(connection.planId, version);
  const today = useToday();
  return useMemo(
    () => ({ plan: toPlan(doc), journal, version: versionNow(NO_HASHES, today), since }),
    [doc, journal, since, today],
  );
}

/** The version that is compared with, when it is there: a preview without it is one without that chapter. */
function useSince(planId: string, version: Version | null): ReportSince | null {
  const [since, setSince] = useState<ReportSince | null>(null);
  useEffect(() => {
    let isOver = false;
    setSince(null);
    void readSince(planId, version).then((read) => {
      if (!isOver) setSince(read);
    });
    return () => {
      isOver = true;
    };
  }, [planId, version]);
  return since;
}

function usePast(moment: string | null): Source {
  const { planId } = readPastName(usePlanSession().connection.planId);
  const [source, setSource] = useState<Source>("loading");
  useEffect(() => {
    let isOver = false;
    setSource("loading");
    if (moment === null) return undefined;
    void readPast(planId, moment).then((read) => {
      if (!isOver) setSource(read ?? "away");
    });
    return () => {
      isOver = true;
    };
  }, [planId, moment]);
  return source;
}

async function readPast(planId: string, moment: string): Promise<ReportSource | null> {
  const fetched = await fetchMoment(planId, moment);
  if (!fetched.ok) return null;
  const { journalNow, at } = fetched.value;
  const { plan, journal } = standingOf(fetched.value);
  const snapshot = journalNow.snapshots.get(moment) ?? null;
  const version =
    snapshot === null
      ? versionAt(NO_HASHES, at, plan.language)
      : versionOf(snapshot, { ...NO_HASHES, contentHash: snapshot.contentHash }, plan.language);
  const seq = snapshot?.seq ?? journal.seq;
  const since = await readSince(planId, comparedWith(journalNow.versions, { seq, snapshot }));
  return { plan, journal, version, since };
}

async function readSince(planId: string, version: Version | null): Promise<ReportSince | null> {
  const fetched = version === null ? null : await fetchMoment(planId, version.snapshot);
  if (version === null || fetched?.ok !== true) return null;
  const { version: number, partyName: adoptedBy, adoptedOn } = version;
  return { version: number, adoptedBy, adoptedOn, ...standingOf(fetched.value) };
}
