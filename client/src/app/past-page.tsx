import { Eye } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { dateFormat } from "../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../i18n/setup.ts";
import { may } from "@planwand/shared/access/policy.ts";
import { fetchPlanInfo } from "../sync/api.ts";
import { fetchMoment } from "../sync/moments.ts";
import { GoneNowButton } from "../features/bin/gone-now.tsx";
import { steadyMs } from "../plan/clock.ts";
import { NowProvider } from "../plan/now.tsx";
import { openPlan } from "../sync/connection.ts";
import { pastName } from "../sync/past-name.ts";
import { openPast } from "../sync/past-connection.ts";
import type { Seat } from "../sync/seat.ts";
import type { PlanConnection } from "../sync/plan-connection.ts";
import { PlanSessionProvider } from "../sync/session.tsx";
import { buttonClass } from "../ui/button.tsx";
import { NoAccess, PlanNotFound } from "./pages.tsx";
import styles from "./past-page.module.css";
import { PlanSkeleton, Stage } from "./plan-page.tsx";
import { ServerAway } from "./trouble-pages.tsx";
import { isViewOf, type ViewName } from "./view-names.ts";

type Opening =
  | { readonly kind: "opening" | "away" | "noAccess" | "notFound" }
  | {
      readonly kind: "open";
      readonly connection: PlanConnection;
      readonly seat: Seat;
      readonly said: Said;
    };

/** What the banner says: when it was, and what it was taken or adopted as. */
interface Said {
  readonly at: number;
  readonly name: string;
  readonly version: string | null;
}

/** A plan as it stood at a moment, on the same wall and views, where nothing can be changed. */
export function PastPage({
  planId,
  moment,
  view,
  entryId,
}: {
  readonly planId: string;
  readonly moment: string;
  readonly view: ViewName | null;
  readonly entryId: string | null;
}): ReactNode {
  const { opening, retry } = usePast(planId, moment);
  const now = useNowFor(planId, opening.kind === "open" ? opening.seat : null);
  switch (opening.kind) {
    case "opening":
      return <PlanSkeleton />;
    case "away":
      return <ServerAway onRetry={retry} />;
    case "noAccess":
      return <NoAccess />;
    case "notFound":
      return <PlanNotFound />;
    case "open":
      return (
        <PlanSessionProvider connection={opening.connection}>
          <NowProvider now={now}>
            <Stage
              planId={pastName(planId, moment)}
              view={view !== null && isViewOf(view, true) ? view : null}
              entryId={entryId}
              banner={<Banner planId={planId} said={opening.said} />}
            />
          </NowProvider>
        </PlanSessionProvider>
      );
  }
}

/** The plan as it is now beside that of then, for who may write in it: what is gone is put back there. */
function useNowFor(planId: string, seat: Seat | null): PlanConnection | null {
  const [now, setNow] = useState<PlanConnection | null>(null);
  useEffect(() => {
    if (seat === null || !may(seat.role, "plan.write")) return undefined;
    const connection = openPlan(planId, seat, steadyMs);
    setNow(connection);
    return () => {
      connection.close();
      setNow(null);
    };
  }, [planId, seat]);
  return now;
}

function usePast(planId: string, moment: string): { readonly opening: Opening; readonly retry: () => void } {
  const [opening, setOpening] = useState<Opening>({ kind: "opening" });
  const [round, setRound] = useState(0);
  const retry = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    let isOver = false;
    let connection: PlanConnection | null = null;
    async function open(): Promise<void> {
      const [info, past] = await Promise.all([fetchPlanInfo(planId), fetchMoment(planId, moment)]);
      if (isOver) return;
      const failed = info.ok ? (past.ok ? null : past.failure) : info.failure;
      if (failed?.status === 404) return setOpening({ kind: "notFound" });
      if (failed?.status === 401 || failed?.status === 403) return setOpening({ kind: "noAccess" });
      if (!info.ok || !past.ok) return setOpening({ kind: "away" });
      const { role, actor } = info.value;
      connection = openPast(planId, moment, { role, actor }, past.value);
      const snapshot = past.value.journalNow.snapshots.get(moment);
      const { at } = past.value;
      const said = { at, name: snapshot?.name ?? "", version: snapshot?.adopted?.version ?? null };
      setOpening({ kind: "open", connection, seat: { role, actor }, said });
    }
    void open();
    return () => {
      isOver = true;
      connection?.close();
    };
  }, [planId, moment, round]);
  return { opening, retry };
}

function Banner({
  planId,
  said: { at, name, version },
}: {
  readonly planId: string;
  readonly said: Said;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const [, navigate] = useLocation();
  const when = dateFormat(DATE_LOCALES[languageOf(i18n.language)], {
    dateStyle: "long",
    timeStyle: "short",
  }).format(at);
  const what =
    version === null
      ? t(name === "" ? "versions.past.moment" : "versions.past.snapshot", { name, when })
      : t("versions.past.version", { version, name, when });
  return (
    <aside className={styles.banner} aria-label={t("versions.past.label")} data-testid="past-banner">
      <Eye size={18} aria-hidden />
      <p className={styles.words}>
        <strong>{what}</strong> {t("versions.past.readOnly")}
      </p>
      <GoneNowButton
        onShow={(where, id) => navigate(`/plan/${planId}/${where}${id === null ? "" : `/${id}`}`)}
      />
      <Link href={`/plan/${planId}`} className={buttonClass({ size: "small" })}>
        {t("versions.past.back")}
      </Link>
    </aside>
  );
}
