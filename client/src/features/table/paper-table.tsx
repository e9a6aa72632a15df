import type { TableColumn } from "@planwand/shared/views/table.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { CellValue } from "./cell-value.tsx";
import { type CellWords, useColumnNames } from "./cell-words.ts";
import { WIDTHS } from "./columns.ts";
import styles from "./paper-table.module.css";
import type { Line } from "./use-table.ts";

/** The table as it is printed: every line, as wide as the sheet, and a real table, since only the head of that is on every sheet. */
export function PaperTable({
  lines,
  columns,
  words,
  openDecisions,
  groupName,
}: {
  readonly lines: readonly Line[];
  readonly columns: readonly TableColumn[];
  readonly words: CellWords;
  readonly openDecisions: ReadonlyMap<string, number>;
  readonly groupName: (of: readonly string[]) => string;
}): ReactNode {
  const { t } = useTranslation();
  const nameOf = useColumnNames();
  const width = columns.reduce((sum, column) => sum + WIDTHS[column], 0);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            // Of the room that there is, each has the share that it has on screen.
            <th key={column} scope="col" style={{ width: `${String((100 * WIDTHS[column]) / width)}%` }}>
              {nameOf(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) =>
          line.kind === "group" ? (
            <tr key={line.key} className={styles.group}>
              <th scope="colgroup" colSpan={columns.length}>
                {groupName(line.group.of)} ·{" "}
                {t("table.count", { count: line.group.cards.length, done: line.group.done })}
              </th>
            </tr>
          ) : (
            <tr key={line.key} data-paper-row={line.key}>
              {columns.map((column) => (
                <td key={column}>
                  <CellValue
                    card={line.card}
                    column={column}
                    words={words}
                    open={openDecisions.get(line.key) ?? 0}
                  />
                </td>
              ))}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
