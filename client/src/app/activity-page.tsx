import { type ComponentProps, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { ActivityPanel } from "../features/activity/activity-panel.tsx";
import { ActivityMoments } from "../features/communication/activity-moments.tsx";
import { ActivityDecisions } from "../features/decisions/activity-decisions.tsx";
import { Agreements } from "../features/agreement/agreements.tsx";
import { Discussion } from "../features/discussion/discussion.tsx";
import { useActivity } from "../plan/hooks.ts";
import { usePlanSession } from "../sync/session.tsx";
import { part } from "../ui/part.ts";

const CardHistory = part(async () => (await import("../features/history/card-history.tsx")).CardHistory);
const GoneNowNote = part(async () => (await import("../features/bin/gone-now.tsx")).GoneNowNote);
const MissingInPanel = part(async () => (await import("./missing-page.tsx")).MissingInPanel);

/** The panel of an activity with all that hangs on it: the features of which it is made know nothing of each other. */
export function ActivityPage(
  props: Omit<
    ComponentProps<typeof ActivityPanel>,
    "missing" | "decisions" | "moments" | "agreements" | "discussion" | "history"
  >,
): ReactNode {
  const { t } = useTranslation();
  const { activityId } = props;
  const { connection, isPast } = usePlanSession();
  const { planId } = connection;
  const [, navigate] = useLocation();
  const activity = useActivity(activityId);
  return (
    <ActivityPanel
      {...props}
      missing={
        <Suspense fallback={null}>
          {isPast ? <GoneNowNote root="activities" id={activityId} /> : null}
          <MissingInPanel activityId={activityId} />
        </Suspense>
      }
      decisions={
        <ActivityDecisions
          activityId={activityId}
          onOpen={(id) => navigate(`/plan/${planId}/decisions/${id}`)}
        />
      }
      moments={
        <ActivityMoments
          activityId={activityId}
          onOpen={(id) => navigate(`/plan/${planId}/communication/${id}`)}
        />
      }
      agreements={<Agreements key={activityId} activityId={activityId} />}
      discussion={
        <Discussion
          key={activityId}
          anchor={{ kind: "activity", id: activityId }}
          subject={activity?.title || t("board.untitled")}
        />
      }
      history={
        isPast ? null : (
          <Suspense fallback={null}>
            <CardHistory key={activityId} activityId={activityId} />
          </Suspense>
        )
      }
    />
  );
}
