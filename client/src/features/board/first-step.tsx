import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { cellKey } from "../../plan/cells.ts";
import { useDomains, useHasMoreThan, usePhases } from "../../plan/hooks.ts";
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
  const hasBegun = useHasMoreThan(0);
  const lacksImpact = useDomains().some(({ impact }) => impact === "");
  if (hasBegun || !canWrite || phase === undefined || domain === undefined) return null;
  return (
    <section className={styles.first} aria-labelledby="first-step" data-testid="first-step">
      <p>
        <strong id="first-step">{t(lacksImpact ? "board.first.impactTitle" : "board.first.title")}</strong>{" "}
        {t(lacksImpact ? "board.first.impactText" : "board.first.text")}
      </p>
      {lacksImpact ? (
        <Link href={`/plan/${planId}/goals`} className={buttonClass({ variant: "primary", size: "small" })}>
          {t("board.first.impactButton")}
        </Link>
      ) : null}
      <Button
        variant={lacksImpact ? "secondary" : "primary"}
        size="small"
        onClick={() => adding.set(cellKey(phase.id, domain.id))}
      >
        <Plus aria-hidden />
        {t("board.first.button")}
      </Button>
    </section>
  );
}
