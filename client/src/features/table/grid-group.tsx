import type { TableGroup } from "@planwand/shared/views/table.ts";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./grid.module.css";

/** The heading of a group, over all columns: pressed, it folds. */
export function GridGroup({
  group,
  name,
  index,
  top,
  span,
  isFolded,
  isStop,
}: {
  readonly group: TableGroup<unknown>;
  readonly name: string;
  readonly index: number;
  readonly top: number;
  readonly span: number;
  readonly isFolded: boolean;
  readonly isStop: boolean;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div
      role="row"
      className={styles.group}
      style={{ transform: `translateY(${String(top)}px)` }}
      aria-rowindex={index + 2}
    >
      <div
        role="gridcell"
        className={styles.groupCell}
        aria-colindex={1}
        aria-colspan={span}
        aria-expanded={!isFolded}
        tabIndex={isStop ? 0 : -1}
        data-group={group.key}
      >
        <ChevronRight size={16} aria-hidden />
        <span className={styles.groupName} title={name}>
          {name}
        </span>
        <span className={styles.count}>
          {t("table.count", { count: group.cards.length, done: group.done })}
        </span>
      </div>
    </div>
  );
}
