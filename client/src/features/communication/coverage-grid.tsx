import { leftOutIn } from "@planwand/shared/views/coverage.ts";
import { Fragment, type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { usePhases } from "../../plan/hooks.ts";
import { CellWords } from "./cell-words.tsx";
import type { CoverageShape } from "./form-props.ts";
import styles from "./coverage-grid.module.css";
import { PhaseMoments } from "./phase-moments.tsx";
import { byCircle, useCellWords } from "./use-coverage.ts";
import { useGridKeys } from "./use-grid-keys.ts";

/** The grid of parties by phases. Tab comes to one cell; the arrow keys go to the others. */
export function CoverageGrid({ rows, onlyLeftOut, onCell, canPress }: CoverageShape): ReactNode {
  const { t } = useTranslation();
  const phases = usePhases();
  const wordsOf = useCellWords();
  const helpId = useId();
  const shown = onlyLeftOut ? rows.filter(({ cells }) => cells.some(({ isLeftOut }) => isLeftOut)) : rows;
  const groups = byCircle(shown);
  const inOrder = groups.flatMap((group) => group.rows);
  const { grid, keysOf } = useGridKeys(inOrder.length, phases.length);
  if (shown.length === 0) return <p className={styles.help}>{t("communication.coverage.allCovered")}</p>;
  return (
    <>
      <div className={styles.scroller}>
        <table
          ref={grid}
          className={styles.grid}
          aria-label={t("communication.coverage.label")}
          aria-describedby={helpId}
        >
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                {t("communication.coverage.party")}
              </th>
              {phases.map((phase) => {
                const leftOut = leftOutIn(rows, phase.id);
                return (
                  <th key={phase.id} scope="col" className={styles.phase}>
                    <span className={styles.phaseName}>{phase.name || t("board.unnamedPhase")}</span>
                    <span className={styles.leftOut} data-some={leftOut > 0 || undefined}>
                      {leftOut === 0
                        ? t("communication.coverage.nobodyLeftOut")
                        : t("communication.coverage.leftOutCount", { count: leftOut })}
                    </span>
                    <PhaseMoments phase={phase} />
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ circle, rows: members }) => (
              <Fragment key={circle}>
                <tr>
                  <th scope="rowgroup" colSpan={phases.length + 1} className={styles.circle}>
                    <span>{t(`people.circles.${circle}`)}</span>
                  </th>
                </tr>
                {members.map((row) => {
                  const name = row.party.name || t("communication.coverage.unnamedParty");
                  return (
                    <tr key={row.party.id} className={styles.row}>
                      <th scope="row" className={styles.party}>
                        {name}
                      </th>
                      {row.cells.map((cell, column) => (
                        <td key={cell.phase} className={styles.cell}>
                          <button
                            type="button"
                            className={styles.press}
                            aria-disabled={!canPress(cell) || undefined}
                            aria-label={t("communication.coverage.cell", {
                              party: name,
                              phase: phases[column]?.name ?? "",
                              words: wordsOf(cell),
                            })}
                            onClick={(event) => {
                              if (canPress(cell)) onCell(row, cell, event.currentTarget);
                            }}
                            {...keysOf(inOrder.indexOf(row), column)}
                          >
                            <CellWords cell={cell} />
                          </button>
                        </td>
                      ))}
                    </tr>
                  );
                })}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      <p id={helpId} className={styles.help}>
        {t("communication.coverage.keys")}
      </p>
    </>
  );
}
