import { cardsByPhase, circlesMissing } from "@planwand/shared/views/roles.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useActivities, useDomains, useParties, usePhases } from "../../plan/hooks.ts";
import styles from "./people.module.css";

/** Which circles take part nowhere, and which are left out of a phase that has activities; nothing when all take part. */
export function MissingCircles(): ReactNode {
  const { t } = useTranslation();
  const parties = useParties();
  const activities = useActivities();
  const phases = usePhases();
  const domains = useDomains();
  const namesOf = (circles: readonly (typeof inPlan)[number][]): string =>
    circles.map((circle) => t(`people.circles.${circle}`)).join(", ");
  const inPlan = circlesMissing(activities, parties);
  const inPhases = cardsByPhase(activities, phases, domains).flatMap(({ phase, cards }) => {
    // Who takes part nowhere was named already.
    const circles = circlesMissing(cards, parties).filter((circle) => !inPlan.includes(circle));
    return phase === null || circles.length === 0 ? [] : [{ phase, circles }];
  });
  if (inPlan.length === 0 && inPhases.length === 0) return null;
  return (
    <div className={styles.missing} data-testid="missing-circles">
      {inPlan.length === 0 ? null : <p>{t("parties.missing", { names: namesOf(inPlan) })}</p>}
      {inPhases.map(({ phase, circles }) => (
        <p key={phase.id}>
          {t("parties.missingIn", {
            phase: phase.name || t("board.unnamedPhase"),
            names: namesOf(circles),
          })}
        </p>
      ))}
    </div>
  );
}
