import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./card.module.css";
import { useWall } from "./wall-context.ts";

/** The button with more actions of a card; the menu itself is one for the whole wall. */
export function CardMenuButton({ id, title }: { id: string; title: string }): ReactNode {
  const { t } = useTranslation();
  const { menu } = useWall();
  const label = t("board.card.menu", { title });
  return (
    <button
      type="button"
      className={styles.menu}
      data-card-menu
      aria-haspopup="menu"
      aria-label={label}
      title={label}
      tabIndex={-1}
      onClick={(event) => menu.set({ id, anchor: event.currentTarget })}
    >
      <Ellipsis size={16} aria-hidden="true" />
    </button>
  );
}
