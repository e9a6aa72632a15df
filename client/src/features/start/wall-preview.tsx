import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./wall-preview.module.css";

/** How wide each sketched card's line of text is, in percent, by domain and phase. */
const ROWS = [
  [[82, 60], [70], [88], [64], [76]],
  [[66], [84, 58], [72], [80], []],
  [[90], [62], [78, 66], [], [70]],
  [[74], [86], [60], [82, 70], [64]],
] as const;

/** A small drawing of the wall, to show at a glance what a plan looks like. */
export function WallPreview(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.preview} role="img" aria-label={t("start.preview")}>
      {ROWS.map((cells, domain) => (
        <div key={domain} className={styles.row} style={{ "--tint": `var(--domain-${domain})` }}>
          <span className={styles.label} />
          {cells.map((cards, phase) => (
            <span key={phase} className={styles.cell}>
              {cards.map((width) => (
                <span key={width} className={styles.card}>
                  <span style={{ width: `${width}%` }} />
                  <span style={{ width: `${width - 30}%` }} />
                </span>
              ))}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
