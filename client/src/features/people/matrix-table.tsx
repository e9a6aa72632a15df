import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { MatrixGroup } from "./matrix-group.tsx";
import type { PressCell } from "./matrix-row.tsx";
import styles from "./matrix.module.css";
import { useMatrixKeys } from "./matrix-keys.ts";
import type { Matrix } from "./use-matrix.ts";

/** With more activities than this, each phase shows its first. */
const LARGE = 300;
const SHOWN_OF_PHASE = 20;

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
  const table = useMatrixKeys();
  const helpId = useId();
  const isLarge = groups.reduce((sum, { cards }) => sum + cards.length, 0) > LARGE;
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
            {groups.map((group) => (
              <MatrixGroup
                key={group.phase?.id ?? "none"}
                group={group}
                parties={parties}
                slot={slot}
                most={isLarge ? SHOWN_OF_PHASE : Number.POSITIVE_INFINITY}
                canWrite={canWrite}
                onPress={onPress}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p id={helpId} className={styles.help}>
        {t(canWrite ? "parties.keys" : "parties.keysReading")}
      </p>
    </>
  );
}
