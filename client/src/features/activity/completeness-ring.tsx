import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./panel.module.css";

const RADIUS = 8;
const LENGTH = 2 * Math.PI * RADIUS;

/** How far the activity is filled in, as a ring with its numbers. */
export function CompletenessRing({ filled, total }: { filled: number; total: number }): ReactNode {
  const { t } = useTranslation();
  const label = t("activity.completeness", { filled, total });
  return (
    <span
      className={styles.ring}
      role="img"
      aria-label={label}
      title={label}
      data-full={filled === total || undefined}
    >
      <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
        <circle cx="11" cy="11" r={RADIUS} className={styles.ringTrack} />
        <circle
          cx="11"
          cy="11"
          r={RADIUS}
          className={styles.ringFill}
          strokeDasharray={`${(LENGTH * filled) / total} ${LENGTH}`}
          transform="rotate(-90 11 11)"
        />
      </svg>
      <span aria-hidden="true">{`${filled}/${total}`}</span>
    </span>
  );
}
