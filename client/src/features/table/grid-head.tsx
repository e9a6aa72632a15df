import type { TableColumn, TableOrder } from "@planwand/shared/views/table.ts";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type GridColumn, TICK, WIDTHS } from "./columns.ts";
import styles from "./grid.module.css";
import type { Picking } from "./use-picking.ts";

/** The names of the columns: pressed, a name sorts; the first ticks all. */
export function GridHead({
  columns,
  order: { sort },
  width,
  stop,
  picking,
  nameOf,
}: {
  readonly columns: readonly GridColumn[];
  readonly order: TableOrder;
  readonly width: number;
  readonly stop: GridColumn | null;
  readonly picking: Picking;
  readonly nameOf: (column: TableColumn) => string;
}): ReactNode {
  const { t } = useTranslation();
  const isAll = picking.isAll();
  return (
    <div role="rowgroup" className={styles.head} style={{ width: `max(100%, ${String(width)}px)` }}>
      <div role="row" aria-rowindex={1} style={{ display: "flex" }}>
        {columns.map((column, at) => (
          <div
            key={column}
            role="columnheader"
            className={styles.name}
            style={{ width: WIDTHS[column] }}
            aria-colindex={at + 1}
            aria-sort={
              column === TICK
                ? undefined
                : sort?.column === column
                  ? sort.isDown
                    ? "descending"
                    : "ascending"
                  : "none"
            }
            tabIndex={stop === column ? 0 : -1}
            data-column={column}
          >
            {column === TICK ? (
              <input
                ref={(box) => {
                  if (box !== null) box.indeterminate = picking.count > 0 && !isAll;
                }}
                type="checkbox"
                className={styles.tick}
                tabIndex={-1}
                checked={isAll}
                readOnly
                aria-label={t("table.pickAll")}
              />
            ) : (
              <>
                <span className={styles.nameText} title={nameOf(column)}>
                  {nameOf(column)}
                </span>
                {sort?.column === column ? (
                  sort.isDown ? (
                    <ArrowDown size={14} aria-hidden />
                  ) : (
                    <ArrowUp size={14} aria-hidden />
                  )
                ) : null}
              </>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
