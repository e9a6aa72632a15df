import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { cellKey } from "../../plan/cells.ts";
import { useDomains, usePhases } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import styles from "./board.module.css";
import { useWall } from "./wall-context.ts";

/** On a wall without activities: what to do first. It goes with the first activity. */
export function FirstStep(): ReactNode {
  const { t } = useTranslation();
  const { adding, canWrite } = useWall();
  const [phase] = usePhases();
  const [domain] = useDomains();
  const { planId } = usePlanSession().connection;
  const lacksImpact = useDomains().some(({ impact }) => impact === "");
  if (!canWrite || phase === undefined || domain === undefined) return null;
  return (
    <section className={styles.first} aria-labelledby="first-step" data-testid="first-step">
      <p>
        <strong id="first-step">{t(lacksImpact ? "moving.first.impactTitle" : "moving.first.title")}</strong>{" "}
        {t(lacksImpact ? "moving.first.impactText" : "moving.first.text")}
      </p>
      {lacksImpact ? (
        <Link href={`/plan/${planId}/goals`} className={buttonClass({ variant: "primary", size: "small" })}>
          {t("moving.first.impactButton")}
        </Link>
      ) : null}
      <Button
        variant={lacksImpact ? "secondary" : "primary"}
        size="small"
        onClick={() => adding.set(cellKey(phase.id, domain.id))}
      >
        <Plus aria-hidden />
        {t("moving.first.button")}
      </Button>
    </section>
  );
}
