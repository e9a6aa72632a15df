import { circlesMissing } from "@planwand/shared/views/roles.ts";
import { Fragment, type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { useParties } from "../../plan/hooks.ts";
import { MatrixRow, type PressCell } from "./matrix-row.tsx";
import styles from "./matrix.module.css";
import { useMatrixKeys } from "./matrix-keys.ts";
import type { Matrix } from "./use-matrix.ts";

/** Activities by parties. Tab comes to one cell; the arrow keys go to the others and to the names beside and above them. */
export function MatrixTable({
  matrix: { groups, parties, slot },
  canWrite,
  onPress,
  onOpen,
  onParty,
}: {
  readonly matrix: Matrix;
  readonly canWrite: boolean;
  readonly onPress: PressCell;
  readonly onOpen: (activity: string) => void;
  readonly onParty: (party: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const all = useParties();
  const table = useMatrixKeys();
  const helpId = useId();
  const circles = [...Map.groupBy(parties, ({ circle }) => circle)];
  return (
    <>
      <div className={styles.scroll} role="region" aria-label={t("parties.forms.matrix")} tabIndex={-1}>
        <table
          ref={table}
          className={styles.matrix}
          aria-label={t("parties.forms.matrix")}
          aria-describedby={helpId}
        >
          <thead>
            <tr>
              <th scope="row" className={styles.corner} data-upper>
                {t("filter.kinds.circle")}
              </th>
              {circles.map(([circle, members]) => (
                <th key={circle} scope="colgroup" colSpan={members.length} className={styles.circle}>
                  <span>{t(`people.circles.${circle}`)}</span>
                </th>
              ))}
            </tr>
            <tr>
              <th scope="col" className={styles.corner}>
                {t("parties.activity")}
              </th>
              {parties.map((party, column) => {
                const name = party.name || t("parties.unnamed");
                const startsCircle = column > 0 && parties[column - 1]?.circle !== party.circle;
                return (
                  <th
                    key={party.id}
                    scope="col"
                    className={styles.party}
                    data-first={startsCircle || undefined}
                  >
                    <button
                      type="button"
                      className={styles.partyName}
                      data-stop
                      tabIndex={-1}
                      title={name}
                      onClick={() => onParty(party.id)}
                    >
                      {name}
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ phase, cards }) => {
              const missing = circlesMissing(cards, all).map((one) => t(`people.circles.${one}`));
              return (
                <Fragment key={phase?.id ?? "none"}>
                  <tr>
                    <th scope="rowgroup" className={styles.phase} colSpan={parties.length + 1}>
                      <span className={styles.phaseName}>
                        {phase === null ? t("board.unplaced") : phase.name || t("board.unnamedPhase")}
                        {slot === null && missing.length > 0 ? (
                          <span className={styles.missing}>
                            {t("parties.notHere", { names: missing.join(", ") })}
                          </span>
                        ) : null}
                      </span>
                    </th>
                  </tr>
                  {cards.map((card) => (
                    <MatrixRow
                      key={card.id}
                      card={card}
                      parties={parties}
                      slot={slot}
                      canWrite={canWrite}
                      onPress={onPress}
                      onOpen={onOpen}
                    />
                  ))}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      <p id={helpId} className={styles.help}>
        {t(canWrite ? "parties.keys" : "parties.keysReading")}
      </p>
    </>
  );
}
