import type { Party, RoleSlot } from "@planwand/shared/plan/schema.ts";
import { slotsOf } from "@planwand/shared/views/roles.ts";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { countRender } from "../../plan/render-probe.ts";
import styles from "./matrix.module.css";
import { RoleChips } from "./role-chips.tsx";
import { useRoleWords } from "./role-words.ts";

/** Who may write chooses the roles of a cell by pressing it; for whoever reads, a press does nothing. */
export type PressCell = (activity: string, party: string, anchor: HTMLElement) => void;

/** One activity with a cell for each party. Renders only when that activity or the columns change. */
export const MatrixRow = memo(function MatrixRow({
  card,
  parties,
  slot,
  canWrite,
  onPress,
  onOpen,
}: {
  readonly card: CardSnapshot;
  readonly parties: readonly Party[];
  readonly slot: RoleSlot | null;
  readonly canWrite: boolean;
  readonly onPress: PressCell;
  readonly onOpen: (activity: string) => void;
}): ReactNode {
  countRender("row", card.id);
  const { t } = useTranslation();
  const wordsOf = useRoleWords();
  const title = card.title || t("board.untitled");
  return (
    <tr>
      <th scope="row" className={styles.activity}>
        <button
          type="button"
          className={styles.title}
          data-stop
          tabIndex={-1}
          title={title}
          onClick={() => onOpen(card.id)}
        >
          {title}
        </button>
      </th>
      {parties.map((party, column) => {
        const held = slotsOf(card, party.id);
        const words = wordsOf(held, party.id, card.names) || t("parties.noRole");
        const name = party.name || t("parties.unnamed");
        const startsCircle = column > 0 && parties[column - 1]?.circle !== party.circle;
        return (
          <td key={party.id} className={styles.cell} data-first={startsCircle || undefined}>
            <button
              type="button"
              className={styles.press}
              data-stop
              data-role-cell
              tabIndex={-1}
              aria-haspopup={canWrite ? "dialog" : undefined}
              aria-disabled={!canWrite || undefined}
              onClick={(event) => {
                if (canWrite) onPress(card.id, party.id, event.currentTarget);
              }}
            >
              <span className="visually-hidden">{`${title}, ${name}: ${words}`}</span>
              <RoleChips slots={slot === null ? held : held.filter((each) => each === slot)} />
            </button>
          </td>
        );
      })}
    </tr>
  );
});
