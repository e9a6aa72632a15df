import type { Party, RoleSlot } from "@planwand/shared/plan/schema.ts";
import { circlesMissing, type PhaseCards } from "@planwand/shared/views/roles.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParties } from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { ShowNext, useFirstOf } from "../../ui/first-of.tsx";
import { MatrixRow, type PressCell } from "./matrix-row.tsx";
import styles from "./matrix.module.css";

/** The activities of one phase: its name across the whole table, then a row for each. */
export function MatrixGroup({
  group: { phase, cards },
  parties,
  slot,
  most,
  canWrite,
  onPress,
  onOpen,
}: {
  readonly group: PhaseCards<CardSnapshot>;
  readonly parties: readonly Party[];
  readonly slot: RoleSlot | null;
  /** So many activities are shown at first. */
  readonly most: number;
  readonly canWrite: boolean;
  readonly onPress: PressCell;
  readonly onOpen: (activity: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const missing = circlesMissing(cards, useParties()).map((one) => t(`people.circles.${one}`));
  const first = useFirstOf(cards, most);
  return (
    <>
      <tr>
        <th scope="rowgroup" className={styles.phase} colSpan={parties.length + 1}>
          <span className={styles.phaseName}>
            {phase === null ? t("board.unplaced") : phase.name || t("board.unnamedPhase")}
            {slot === null && missing.length > 0 ? (
              <span className={styles.missing}>{t("parties.notHere", { names: missing.join(", ") })}</span>
            ) : null}
          </span>
        </th>
      </tr>
      {first.shown.map((card) => (
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
      {first.next === 0 ? null : (
        <tr>
          <td className={styles.next} colSpan={parties.length + 1}>
            <ShowNext of={first} />
          </td>
        </tr>
      )}
    </>
  );
}
