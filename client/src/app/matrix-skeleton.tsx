import type { ReactNode } from "react";
import styles from "./matrix-skeleton.module.css";

/** How many cards each cell of the sketch shows: five phases by four domains, like most plans. */
const CARDS = [2, 1, 1, 1, 1, 1, 2, 1, 1, 0, 2, 1, 1, 0, 1, 1, 2, 2, 1, 0];

/** A sketch of the wall while the plan is on its way. */
export function MatrixSkeleton(): ReactNode {
  return (
    <div className={styles.matrix} aria-hidden data-testid="matrix-skeleton">
      {["", "", "", "", "", ""].map((_, column) => (
        <div key={column} className={styles.head} />
      ))}
      {[0, 1, 2, 3].map((row) => [
        <div key={row} className={styles.label} />,
        ...[0, 1, 2, 3, 4].map((column) => (
          <div key={`${row}-${column}`} className={styles.cell}>
            {Array.from({ length: CARDS[row * 5 + column] ?? 1 }, (_, card) => (
              <div key={card} className={styles.card} />
            ))}
          </div>
        )),
      ])}
    </div>
  );
}
