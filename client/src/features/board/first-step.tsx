import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cellKey } from "../../plan/cells.ts";
import { useDomains, useHasMoreThan, usePhases } from "../../plan/hooks.ts";
import { Button } from "../../ui/button.tsx";
import styles from "./board.module.css";
import { useWall } from "./wall-context.ts";

/** On a wall without activities: what to do first. It goes with the first activity. */
export function FirstStep(): ReactNode {
  const { t } = useTranslation();
  const { adding, canWrite } = useWall();
  const [phase] = usePhases();
  const [domain] = useDomains();
  const hasBegun = useHasMoreThan(0);
  if (hasBegun || !canWrite || phase === undefined || domain === undefined) return null;
  return (
    <section className={styles.first} aria-labelledby="first-step" data-testid="first-step">
      <p>
        <strong id="first-step">{t("board.first.title")}</strong> {t("board.first.text")}
      </p>
      <Button variant="primary" size="small" onClick={() => adding.set(cellKey(phase.id, domain.id))}>
        <Plus aria-hidden />
        {t("board.first.button")}
      </Button>
    </section>
  );
}
