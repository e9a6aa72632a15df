import {
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { RescueButton } from "../features/presence/rescue-button.tsx";
import { useMeta } from "../plan/hooks.ts";
import { nowMs } from "../plan/clock.ts";
import { rememberPlan } from "../sync/device-memory.ts";
import { PlanSessionProvider, usePlanSession, useSyncFact } from "../sync/session.tsx";
import { applyDensity, chosenDensity } from "../ui/density.ts";
import { useNarrow } from "../ui/narrow.ts";
import { page, part, prefetchParts } from "../ui/part.ts";
import { AmbitionStrip } from "./ambition-strip.tsx";
import { MatrixSkeleton } from "./matrix-skeleton.tsx";
import { PlanHeader } from "./plan-header.tsx";
import type { PastedInCell } from "../features/board/pasted-activity.ts";
import { offeredTable, openedWindow } from "./windows.ts";
import styles from "./plan-page.module.css";
import { ServerAway, Stale } from "./trouble-pages.tsx";
import type { FaceName, ViewName } from "./view-names.ts";
import { useArchive } from "./use-archive.ts";
import { usePlanConnection } from "./use-plan-connection.ts";
import { useWallAddress } from "./wall-address.ts";

const loadingBoard = import("../features/board/board.tsx");
const Board = lazy(async () => ({ default: (await loadingBoard).Board }));
const PrintHead = part(async () => (await import("../features/print/print-head.tsx")).PrintHead);
const PrintWall = part(async () => (await import("../features/print/print-wall.tsx")).PrintWall);
const ActivityPage = part(async () => (await import("./activity-page.tsx")).ActivityPage);
const PhaseMoments = part(async () => (await import("./page-parts.ts")).PhaseMoments);
const PlanView = part(async () => (await import("./plan-view.tsx")).PlanView);
const WallBars = part(async () => (await import("./page-parts.ts")).WallBars);
const PhoneBar = part(async () => (await import("./page-parts.ts")).PhoneBar);
const WhyBar = part(async () => (await import("./page-parts.ts")).WhyBar);
const PlanTools = part(async () => (await import("./page-parts.ts")).PlanTools);
const ParticipantFace = part(async () => (await import("./workshop-parts.ts")).ParticipantFace);
const BeamerFace = part(async () => (await import("./workshop-parts.ts")).BeamerFace);
const JoiningCards = part(async () => (await import("./workshop-parts.ts")).JoiningCards);
const SessionBar = part(async () => (await import("./workshop-parts.ts")).SessionBar);
const LeadAside = part(async () => (await import("./workshop-parts.ts")).LeadAside);
const NoAccess = page(async () => (await import("./start-pages.ts")).NoAccess);
const PlanNotFound = page(async () => (await import("./start-pages.ts")).PlanNotFound);
const PlanDeleted = page(async () => (await import("./start-pages.ts")).PlanDeleted);
const Revoked = page(async () => (await import("./start-pages.ts")).Revoked);

/** The wall of one plan, or the page that says why it is not there. */
export function PlanPage({
  planId,
  view,
  face,
  entryId,
}: {
  readonly planId: string;
  /** Null for the wall. */
  readonly view: ViewName | null;
  /** The screen of a work session that is shown instead of the plan. */
  readonly face: FaceName | null;
  /** What is open in it. */
  readonly entryId: string | null;
}): ReactNode {
  const { opening, reopen, restart } = usePlanConnection(planId);
  switch (opening.kind) {
    case "opening":
      return <PlanSkeleton />;
    case "open":
      return (
        <PlanSessionProvider key={opening.round} connection={opening.connection}>
          <OpenPlan
            planId={planId}
            view={view}
            face={face}
            entryId={entryId}
            onReopen={reopen}
            onRestart={restart}
          />
        </PlanSessionProvider>
      );
    case "away":
      return <ServerAway onRetry={reopen} />;
    case "noAccess":
      return <NoAccess />;
    case "notFound":
      return <PlanNotFound />;
    case "deleted":
      return <PlanDeleted planId={planId} />;
  }
}

function OpenPlan({
  planId,
  view,
  face,
  entryId,
  onReopen,
  onRestart,
}: {
  readonly planId: string;
  readonly view: ViewName | null;
  readonly face: FaceName | null;
  readonly entryId: string | null;
  readonly onReopen: () => void;
  readonly onRestart: () => void;
}): ReactNode {
  const { connection } = usePlanSession();
  const stopped = useSyncFact("stopped");
  const isLoaded = useSyncFact("isLoaded");
  const isAway = useSyncFact("state") === "offline";
  const hasUnsaved = useSyncFact("unsaved") > 0;
  useEffect(() => {
    if (stopped === "otherActor") onReopen();
    if (stopped === "discarded") onRestart();
  }, [stopped, onReopen, onRestart]);

  const rescue = hasUnsaved ? <RescueButton /> : null;
  if (stopped === "unauthorised") return <NoAccess rescue={rescue} />;
  if (stopped === "notFound") return <PlanNotFound />;
  if (stopped === "deleted") return <PlanDeleted planId={planId} connection={connection} />;
  if (stopped === "stale") return <Stale />;
  if (stopped === "revoked") return <Revoked rescue={rescue} />;
  if (isLoaded && face !== null) return <Face planId={planId} face={face} />;
  if (isLoaded) return <Stage planId={planId} view={view} entryId={entryId} />;
  return isAway ? <ServerAway onRetry={connection.retry} /> : <PlanSkeleton />;
}

const FACES = {
  beamer: BeamerFace,
  cards: JoiningCards,
  workshop: ParticipantFace,
} as const satisfies Record<FaceName, unknown>;

/** A page of a work session, with nothing of the plan around it. */
function Face({ planId, face }: { readonly planId: string; readonly face: FaceName }): ReactNode {
  useRememberedPlan(planId);
  useEffect(prefetchParts, []);
  const Screen = FACES[face];
  return (
    <Suspense fallback={null}>
      <Screen planId={planId} />
    </Suspense>
  );
}

/** Whether there is, or was, a work session in the plan of now; renders only when that changes. */
function useHasSessions(): boolean {
  const { connection, isPast } = usePlanSession();
  const { journal } = connection;
  return useSyncExternalStore(journal.subscribe, () => !isPast && journal.getSnapshot().sessions.size > 0);
}

/** The wall or a view of the open plan under its header; `banner` says what is particular about it. */
export function Stage({
  planId,
  view,
  entryId,
  banner = null,
}: {
  readonly planId: string;
  readonly view: ViewName | null;
  readonly entryId: string | null;
  readonly banner?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  useRememberedPlan(planId);
  useWarningBeforeLoss();
  useEffect(prefetchParts, []);
  useLayoutEffect(() => applyDensity(chosenDensity(planId)), [planId]);
  const address = useWallAddress(view);
  const hasSessions = useHasSessions();
  const isNarrow = useNarrow();
  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#wall">
        {t("app.skipToContent")}
      </a>
      <PlanHeader view={view} isFiltering={address.isFiltering} />
      {banner}
      {hasSessions && (
        <Suspense fallback={null}>
          <SessionBar planId={planId} />
        </Suspense>
      )}
      {(address.isFiltering || address.lens !== null) && (
        <Suspense fallback={null}>
          <WallBars planId={planId} view={view} address={address} />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <PlanTools planId={planId} view={view} hasPanel={entryId !== null} />
      </Suspense>
      <Suspense fallback={null}>{view === null ? <PrintWall /> : <PrintHead />}</Suspense>
      <div className={styles.stage} data-hide-filtered={address.isHiding || undefined}>
        {view === null ? (
          <Wall planId={planId} activityId={entryId} />
        ) : (
          <main id="wall" className={styles.wall} tabIndex={-1}>
            <Suspense fallback={null}>
              <PlanView planId={planId} view={view} entryId={entryId} isHiding={address.isHiding} />
            </Suspense>
          </main>
        )}
        {hasSessions && (
          <Suspense fallback={null}>
            <LeadAside planId={planId} openId={view === null ? entryId : null} />
          </Suspense>
        )}
      </div>
      <Suspense fallback={null}>
        <WhyBar openId={entryId} />
      </Suspense>
      {isNarrow && (
        <Suspense fallback={null}>
          <PhoneBar view={view} />
        </Suspense>
      )}
    </div>
  );
}

function Wall({
  planId,
  activityId,
}: {
  readonly planId: string;
  readonly activityId: string | null;
}): ReactNode {
  const [, navigate] = useLocation();
  const [moveId, askMove] = useState<string | null>(null);
  const onArchive = useArchive();
  const onOpen = useCallback(
    (id: string) => {
      const isOpen = location.pathname.includes("/activity/");
      // Back closes the panel, however many activities were looked at in it.
      navigate(`/plan/${planId}/activity/${id}${location.search}`, {
        replace: isOpen,
        state: isOpen ? history.state : FROM_WALL,
      });
    },
    [navigate, planId],
  );
  const onDiscuss = useCallback(
    (kind: "phase" | "domain", id: string) => navigate(`/plan/${planId}/discussion/${kind}:${id}`),
    [navigate, planId],
  );
  const onClose = useCallback(() => {
    if (history.state === FROM_WALL) history.back();
    else navigate(`/plan/${planId}${location.search}`, { replace: true });
  }, [navigate, planId]);
  return (
    <>
      <main id="wall" className={styles.wall} tabIndex={-1}>
        <AmbitionStrip />
        <Suspense fallback={<MatrixSkeleton />}>
          <Board
            openId={activityId}
            onOpen={onOpen}
            moveId={moveId}
            onAskMove={askMove}
            onArchive={onArchive}
            phaseLine={phaseLine}
            onDiscuss={onDiscuss}
            onPreview={offerTable}
          />
        </Suspense>
      </main>
      {activityId !== null && (
        <Suspense fallback={null}>
          <ActivityPage
            activityId={activityId}
            onClose={onClose}
            onOpen={onOpen}
            onAskMove={askMove}
            onArchive={onArchive}
          />
        </Suspense>
      )}
    </>
  );
}

/** Opens the import window with a table that was pasted. */
function offerTable(table: PastedInCell): void {
  offeredTable.set(table);
  openedWindow.set("import");
}

/** The moments of communication of a phase, under its name. */
function phaseLine(phase: string): ReactNode {
  return (
    <Suspense fallback={null}>
      <PhaseMoments phase={{ id: phase }} />
    </Suspense>
  );
}

/** Asks before the page goes while edits are neither with the server nor on this device. */
function useWarningBeforeLoss(): void {
  const unsaved = useSyncFact("unsaved");
  const keeping = useSyncFact("keeping");
  const wouldLose = unsaved > 0 && keeping !== "kept" && keeping !== "opening";
  useEffect(() => {
    if (!wouldLose) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [wouldLose]);
}

/** Marks a history entry that was made by opening an activity on the wall. */
const FROM_WALL = "from-wall";

/** Keeps the plan's name, and who we are in it, on this device for the next visit. */
function useRememberedPlan(planId: string): void {
  const { role, actor, isPast } = usePlanSession();
  const { title } = useMeta();
  useEffect(() => {
    if (!isPast) rememberPlan({ planId, role, actor, title, openedAt: nowMs() });
  }, [planId, role, actor, title, isPast]);
  useEffect(() => {
    document.title = title === "" ? "Planwand" : `${title} · Planwand`;
    return () => {
      document.title = "Planwand";
    };
  }, [title]);
}

/** What stands there until a plan is open. */
export function PlanSkeleton(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.page} aria-busy="true">
      <div className={styles.headerSkeleton} />
      <p className="visually-hidden" role="status">
        {t("app.loadingPlan")}
      </p>
      <MatrixSkeleton />
    </div>
  );
}
