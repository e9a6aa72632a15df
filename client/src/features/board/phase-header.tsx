import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { shortDays } from "../../i18n/short-days.ts";
import { useCount, usePhase } from "../../plan/hooks.ts";
import { countRender } from "../../plan/render-probe.ts";
import { AxisMenuButton } from "./axis-menu-button.tsx";
import { AxisName } from "./axis-name.tsx";
import { FoldButton } from "./fold-button.tsx";
import { OpenDecisions } from "./open-decisions.tsx";
import styles from "./headers.module.css";
import { useStore } from "./use-store.ts";
import { useWall } from "./wall-context.ts";

/** The head of a column: name, period and how many activities; lit while a card is dragged over the column. */
export const PhaseHeader = memo(function PhaseHeader({ id }: { id: string }): ReactNode {
  const { t, i18n } = useTranslation();
  const phase = usePhase(id);
  const count = useCount("phase", id);
  const wall = useWall();
  const isFolded = useStore(wall.folds.folded, (folded) => folded.has(id));
  const isLit = useStore(wall.drag, (drag) => drag?.target?.phase === id);
  countRender("phase", id);
  if (phase === null) return null;
  const name = phase.name === "" ? t("board.unnamedPhase") : phase.name;
  const period = shortDays(i18n.language, phase.start, phase.end);
  return (
    <div
      role="columnheader"
      className={styles.phase}
      data-head
      data-phase-header={id}
      data-lit={isLit || undefined}
      data-folded={isFolded || undefined}
    >
      <AxisName axis="phases" id={id} name={name} />
      <AxisMenuButton axis="phases" id={id} label={t("board.phaseMenu", { name })} />
      <FoldButton axis="phases" id={id} name={name} isFolded={isFolded} />
      <span className={styles.detail} title={period}>
        {period === "" ? (
          <span className={`${styles.period ?? ""} ${styles.noPeriod ?? ""}`}>{t("board.noPeriod")}</span>
        ) : (
          <span className={styles.period}>{period}</span>
        )}
        <OpenDecisions phase={id} domain={null} className={styles.decisions} />
        <span className={styles.count} title={t("board.count", { count })}>
          <span aria-hidden="true">{count}</span>
          <span className="visually-hidden">{t("board.count", { count })}</span>
        </span>
      </span>
      {isFolded ? null : <span className={styles.line}>{wall.phaseLine(id)}</span>}
    </div>
  );
});
