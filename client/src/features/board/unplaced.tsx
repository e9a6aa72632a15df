import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useUnplaced } from "../../plan/hooks.ts";
import styles from "./board.module.css";
import { Card } from "./card.tsx";

/** The cards whose phase or domain is unknown or in the bin: never invisible, and dragged to a cell like any other. */
export const Unplaced = memo(function Unplaced(): ReactNode {
  const { t } = useTranslation();
  const ids = useUnplaced();
  if (ids.length === 0) return null;
  return (
    <section className={styles.unplaced} aria-label={t("board.unplaced")} data-testid="unplaced" data-row>
      <p className={styles.unplacedText}>
        <strong>{t("board.unplaced")}</strong>
        {t("board.unplacedHelp")}
      </p>
      <ul className={styles.unplacedCards} data-cell>
        {ids.map((id) => (
          <Card key={id} id={id} />
        ))}
      </ul>
    </section>
  );
});
