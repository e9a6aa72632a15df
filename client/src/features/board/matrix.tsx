import type { Axis } from "@planwand/shared/plan/displaced.ts";
import { memo, type ReactNode, type RefObject, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useDomains, usePhases } from "../../plan/hooks.ts";
import { part } from "../../ui/part.ts";
import { AxisMenuButton } from "./axis-menu-button.tsx";
import { Cell } from "./cell.tsx";
import { DomainLabel } from "./domain-label.tsx";
import styles from "./matrix.module.css";
import { PhaseHeader } from "./phase-header.tsx";
import { useStore } from "./use-store.ts";
import { useWall } from "./wall-context.ts";

const EmptyWall = part(async () => (await import("./wall-parts.ts")).EmptyWall);

/** A column of the grid; how wide it is depends on the screen. */
const COLUMN = "var(--column)";
/** A folded one. */
const BAND = "var(--band)";

/** Phases × domains in one scroll container; it renders again only when a phase or domain comes, goes or changes. */
export const Matrix = memo(function Matrix({ ref }: { ref: RefObject<HTMLDivElement | null> }): ReactNode {
  const { t } = useTranslation();
  const phases = usePhases();
  const domains = useDomains();
  const folded = useStore(useWall().folds.folded, (ids) => ids);
  const axes: readonly Axis[] = ["phases", "domains"];
  const lacking = axes.filter((axis) => (axis === "phases" ? phases : domains).length === 0);
  const empty = (
    <Suspense fallback={null}>
      <EmptyWall lacking={lacking} />
    </Suspense>
  );
  if (lacking.length === 2) return empty;
  const grid = (
    <div
      ref={ref}
      role="grid"
      className={styles.matrix}
      style={{ "--columns": phases.map(({ id }) => (folded.has(id) ? BAND : COLUMN)).join(" ") }}
      data-testid="matrix"
      aria-label={t("board.matrix")}
      aria-rowcount={domains.length + 1}
      aria-colcount={phases.length + 1}
    >
      <div role="row" className={styles.row} data-row>
        <div role="columnheader" className={styles.corner} data-head>
          <span className={styles.cornerText}>{t("board.corner")}</span>
          <AxisMenuButton axis="phases" id={null} label={t("board.addAxis")} />
        </div>
        {phases.map((phase) => (
          <PhaseHeader key={phase.id} id={phase.id} />
        ))}
      </div>
      {domains.map((domain) => (
        <div key={domain.id} role="row" className={styles.row} data-row>
          <DomainLabel id={domain.id} />
          {phases.map((phase) => (
            <Cell key={phase.id} phase={phase.id} domain={domain.id} />
          ))}
        </div>
      ))}
    </div>
  );
  if (lacking.length === 0) return grid;
  return (
    <>
      {grid}
      {empty}
    </>
  );
});
