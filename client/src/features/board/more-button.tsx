import { type MouseEvent, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import styles from "./cell.module.css";
import { toggled } from "./folds.ts";
import { SHOWN_AT_MOST } from "./overflow.ts";
import { useStore } from "./use-store.ts";
import { useWall } from "./wall-context.ts";

/** Says how many more cards a cell has than it shows, and shows them; or shows fewer again. */
export function MoreButton({ cell, count }: { readonly cell: string; readonly count: number }): ReactNode {
  const { t } = useTranslation();
  const { whole } = useWall();
  const isWhole = useStore(whole, (cells) => cells.has(cell));
  if (count <= SHOWN_AT_MOST) return null;

  function onClick({ currentTarget, detail }: MouseEvent<HTMLElement>): void {
    const place = currentTarget.closest("[data-cell]");
    flushSync(() => whole.set(toggled(whole.getSnapshot(), cell)));
    // With the keyboard one goes on to the first card that came.
    const next = place?.querySelectorAll<HTMLElement>("[data-stop^='card:']")[SHOWN_AT_MOST];
    if (detail === 0) next?.focus();
  }

  return (
    <button
      type="button"
      className={styles.more}
      data-stop={`more:${cell}`}
      tabIndex={-1}
      aria-expanded={isWhole}
      onClick={onClick}
    >
      {isWhole ? t("board.less") : t("board.more", { count: count - SHOWN_AT_MOST })}
    </button>
  );
}
