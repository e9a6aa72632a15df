import type { CoverageCell, CoverageRow } from "@planwand/shared/views/coverage.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePhases } from "../../plan/hooks.ts";
import { useNarrow } from "../../ui/narrow.ts";
import { EmptyView } from "../../ui/view-page.tsx";
import { CellMenu } from "./cell-menu.tsx";
import { CoverageGrid } from "./coverage-grid.tsx";
import { CoverageList } from "./coverage-list.tsx";
import styles from "./coverage.module.css";
import type { CoverageShape, FormProps } from "./form-props.ts";
import { useCoverage } from "./use-coverage.ts";

interface PressedCell {
  readonly row: CoverageRow;
  readonly cell: CoverageCell;
  readonly at: HTMLElement;
}

/** Which party hears something in which phase, and who works there without hearing anything. */
export function Coverage({ onOpen, onAdd }: FormProps): ReactNode {
  const { t } = useTranslation();
  const isNarrow = useNarrow();
  const phases = usePhases();
  const rows = useCoverage();
  const [onlyLeftOut, showOnlyLeftOut] = useState(false);
  const [pressed, press] = useState<PressedCell | null>(null);
  if (rows.length === 0) return <EmptyView text={t("communication.coverage.noParties")} />;
  if (phases.length === 0) return <EmptyView text={t("communication.coverage.noPhases")} />;
  const shape: CoverageShape = {
    rows,
    onlyLeftOut,
    onCell: (row, cell, at) => press({ row, cell, at }),
    canPress: ({ hears }) => onAdd !== null || hears.length > 0,
  };
  return (
    <div className={styles.coverage}>
      <div className={styles.bar}>
        <p className={styles.intro}>
          {t(onAdd === null ? "communication.coverage.introRead" : "communication.coverage.intro")}
        </p>
        <label className={styles.only}>
          <input
            type="checkbox"
            checked={onlyLeftOut}
            onChange={(event) => showOnlyLeftOut(event.currentTarget.checked)}
          />
          {t("communication.coverage.onlyLeftOut")}
        </label>
      </div>
      {isNarrow ? <CoverageList {...shape} /> : <CoverageGrid {...shape} />}
      {pressed === null ? null : (
        <CellMenu {...pressed} onOpen={onOpen} onAdd={onAdd} onClose={() => press(null)} />
      )}
    </div>
  );
}
