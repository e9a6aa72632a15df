import { leftOutIn } from "@planwand/shared/views/coverage.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePhases } from "../../plan/hooks.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { CellWords } from "./cell-words.tsx";
import styles from "./coverage-list.module.css";
import type { CoverageShape } from "./form-props.ts";
import { byCircle } from "./use-coverage.ts";

/** One phase of the grid with every party below it, for a narrow screen. */
export function CoverageList({ rows, onlyLeftOut, onCell, canPress }: CoverageShape): ReactNode {
  const { t } = useTranslation();
  const phases = usePhases();
  const [chosen, choose] = useState<string | null>(null);
  const phase = phases.find(({ id }) => id === chosen) ?? phases[0];
  if (phase === undefined) return null;
  const leftOut = leftOutIn(rows, phase.id);
  const groups = byCircle(rows).map(({ circle, rows: members }) => ({
    circle,
    members: members.flatMap((row) =>
      row.cells
        .filter((cell) => cell.phase === phase.id && (!onlyLeftOut || cell.isLeftOut))
        .map((cell) => ({ row, cell })),
    ),
  }));
  return (
    <div className={styles.list}>
      <SelectField
        label={t("communication.coverage.phase")}
        value={phase.id}
        options={phases.map((one) => ({ value: one.id, label: one.name || t("board.unnamedPhase") }))}
        onChange={choose}
      />
      <p className={styles.leftOut} role="status">
        {leftOut === 0
          ? t("communication.coverage.nobodyLeftOut")
          : t("communication.coverage.leftOutCount", { count: leftOut })}
      </p>
      {groups.map(({ circle, members }) =>
        members.length === 0 ? null : (
          <section key={circle} aria-label={t(`people.circles.${circle}`)}>
            <h3 className={styles.circle}>{t(`people.circles.${circle}`)}</h3>
            <ul className={styles.rows}>
              {members.map(({ row, cell }) => {
                const party = row.party.name || t("communication.coverage.unnamedParty");
                return (
                  <li key={row.party.id}>
                    <button
                      type="button"
                      className={styles.press}
                      aria-disabled={!canPress(cell) || undefined}
                      onClick={(event) => {
                        if (canPress(cell)) onCell(row, cell, event.currentTarget);
                      }}
                    >
                      <span className={styles.party}>{party}</span> <CellWords cell={cell} />
                    </button>
                  </li>
                );
              })}
            </ul>
          </section>
        ),
      )}
    </div>
  );
}
