import type { TableColumn } from "@planwand/shared/views/table.ts";
import { PanelRightOpen } from "lucide-react";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { CellValue } from "./cell-value.tsx";
import type { CellWords } from "./cell-words.ts";
import { type GridColumn, TICK, WIDTHS } from "./columns.ts";
import { type InlineColumn, InlineEditor } from "./inline-editor.tsx";
import styles from "./grid.module.css";

interface RowProps {
  readonly card: CardSnapshot;
  /** Its number among all lines, and how far from the top it stands, in pixels. */
  readonly index: number;
  readonly top: number;
  readonly columns: readonly GridColumn[];
  readonly words: CellWords;
  readonly open: number;
  readonly isPicked: boolean;
  readonly isOpen: boolean;
  readonly isFilteredOut: boolean;
  /** The cell of this row that Tab comes to, and the one that is written in. */
  readonly stop: GridColumn | null;
  readonly writing: InlineColumn | null;
  readonly canWrite: boolean;
  readonly nameOf: (column: TableColumn) => string;
  readonly onDone: (where: "stay" | "next" | "left") => void;
}

/** One activity. Drawn anew only when it, or what is done with it, is another. */
export const GridRow = memo(function GridRow({
  card,
  index,
  top,
  columns,
  words,
  open,
  isPicked,
  isOpen,
  isFilteredOut,
  stop,
  writing,
  canWrite,
  nameOf,
  onDone,
}: RowProps): ReactNode {
  const { t } = useTranslation();
  const title = words(card, "title");
  return (
    <div
      role="row"
      className={styles.row}
      style={{ transform: `translateY(${String(top)}px)` }}
      aria-rowindex={index + 2}
      aria-selected={isPicked}
      data-line={card.id}
      data-open={isOpen || undefined}
      data-filtered-out={isFilteredOut || undefined}
    >
      {columns.map((column, at) => (
        <div
          key={column}
          role={column === "title" ? "rowheader" : "gridcell"}
          className={styles.cell}
          style={{ width: WIDTHS[column] }}
          aria-colindex={at + 1}
          aria-readonly={column === TICK ? undefined : !canWrite || column === "decisions"}
          tabIndex={stop === column ? 0 : -1}
          data-column={column}
          title={column === TICK || column === writing ? undefined : words(card, column)}
        >
          {column === TICK ? (
            <input
              type="checkbox"
              className={styles.tick}
              tabIndex={-1}
              checked={isPicked}
              readOnly
              aria-label={t("table.pick", { title })}
            />
          ) : column === writing ? (
            <InlineEditor
              card={card}
              column={writing}
              label={`${nameOf(writing)}, ${title}`}
              onDone={onDone}
            />
          ) : (
            <>
              <CellValue card={card} column={column} words={words} open={open} />
              {column === "title" ? (
                <button
                  type="button"
                  className={styles.open}
                  tabIndex={-1}
                  data-open-card
                  aria-label={t("table.open", { title })}
                  title={t("table.openShort")}
                >
                  <PanelRightOpen size={15} aria-hidden />
                </button>
              ) : null}
            </>
          )}
        </div>
      ))}
    </div>
  );
});
