import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useDomains, usePhases, usePlanIndex, useUnplaced } from "../../plan/hooks.ts";
import styles from "./board.module.css";
import { Card } from "./card.tsx";
import { useWall } from "./wall-context.ts";

/** The cards without a phase or domain, or with one that is unknown or in the bin: never invisible, and dragged to a cell like any other. */
export const Unplaced = memo(function Unplaced(): ReactNode {
  const { t } = useTranslation();
  const ids = useUnplaced();
  const index = usePlanIndex();
  const { canWrite } = useWall();
  const hasCells = [usePhases(), useDomains()].every((list) => list.length > 0);
  if (ids.length === 0) return null;
  // An id that is not there any more, or none at all: who made the activity said nothing of its phase or domain.
  const lacking = ids.filter((id) => index.activity(id)?.place.slice(0, 2).includes(""));
  const why = lacking.length === ids.length ? "lacking" : lacking.length === 0 ? "gone" : "mixed";
  return (
    <section className={styles.unplaced} aria-label={t("board.unplaced")} data-testid="unplaced" data-row>
      <p className={styles.unplacedText}>
        <strong>{t("board.unplaced")}</strong>
        {t(`board.unplacedWhy.${why}`)} {canWrite ? t(`board.unplacedDo.${hasCells ? "move" : "add"}`) : null}
      </p>
      <ul className={styles.unplacedCards} data-cell>
        {ids.map((id) => (
          <Card key={id} id={id} />
        ))}
      </ul>
    </section>
  );
});
