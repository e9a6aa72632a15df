import { sizeOf } from "@planwand/shared/views/progress.ts";
import { memo, type ReactNode, useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { useGoals, useParties } from "../../plan/hooks.ts";
import { type PlacedCard, usePlacedActivities } from "../../plan/placed.ts";
import { EmptyView, ViewPage } from "../../ui/view-page.tsx";
import { BurnUp, Trend } from "./charts.tsx";
import { HeatMap } from "./heat-map.tsx";
import { MissingSummary } from "./missing-summary.tsx";
import { PartsTable } from "./parts-table.tsx";
import styles from "./progress-view.module.css";
import { SteeringLists } from "./steering-lists.tsx";
import { Summary } from "./summary.tsx";
import { useProgress, useStands } from "./use-progress.ts";

type Show = (view: "activity" | "decisions" | "communication", id: string) => void;

/** Where the plan stands, to be read from the back of a room, and what asks for attention. */
export function ProgressView({ onShow }: { readonly onShow: Show }): ReactNode {
  // While many edits come in, whatever somebody does goes before drawing all of this anew.
  const activities = useDeferredValue(usePlacedActivities());
  return <Standing activities={activities} onShow={onShow} />;
}

const Standing = memo(function Standing({
  activities,
  onShow,
}: {
  readonly activities: readonly PlacedCard[];
  readonly onShow: Show;
}): ReactNode {
  const { t } = useTranslation();
  const { view, steering } = useProgress(activities);
  const { stands, past } = useStands(activities);
  const goals = useGoals();
  const parties = useParties();
  const goalName = (id: string): string => goals.find((goal) => goal.id === id)?.title || t("goals.untitled");
  const partyName = (id: string): string =>
    parties.find((party) => party.id === id)?.name || t("timeline.unnamedParty");
  return (
    <ViewPage title={t("progress.title")} intro={t("progress.intro")} isWide>
      {activities.length === 0 ? (
        <EmptyView text={t("progress.empty")} />
      ) : (
        <div className={styles.sections}>
          <Summary whole={view.whole} />
          <section className={styles.section} aria-labelledby="heat-map-head">
            <h3 id="heat-map-head" className={styles.heading}>
              {t("progress.heatMap")}
            </h3>
            <p className={styles.help}>{t("progress.heatMapHelp")}</p>
            <HeatMap view={view} onOpen={(id) => onShow("activity", id)} />
            {sizeOf(view.unplaced.rollUp) === 0 ? null : (
              <p className={styles.help}>{t("progress.unplaced", { count: sizeOf(view.unplaced.rollUp) })}</p>
            )}
          </section>
          <section className={styles.section} aria-labelledby="attention-head">
            <h3 id="attention-head" className={styles.heading}>
              {t("progress.attention")}
            </h3>
            <MissingSummary />
            <SteeringLists steering={steering} onShow={onShow} />
          </section>
          <div className={styles.pair}>
            <BurnUp stands={stands} activities={activities} />
            <Trend stands={stands} />
          </div>
          {past === "away" ? (
            <p className={styles.help} role="status">
              {t("progress.pastAway")}
            </p>
          ) : null}
          <div className={styles.pair}>
            <PartsTable
              kind="goal"
              title={t("progress.byGoal")}
              help={t("progress.byGoalHelp")}
              parts={view.goals}
              nameOf={goalName}
              none={t("progress.noGoal")}
            />
            <PartsTable
              kind="party"
              title={t("progress.byParty")}
              help={t("progress.byPartyHelp")}
              parts={view.parties}
              nameOf={partyName}
              none={t("timeline.nobody")}
            />
          </div>
        </div>
      )}
    </ViewPage>
  );
});
