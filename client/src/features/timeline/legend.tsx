import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./legend.module.css";

const SIGNS = ["waits", "crosses", "broken", "blackout", "today"] as const;

/** What the lines and areas of the timeline mean, and which keys move a bar. */
export function Legend({ canMove }: { readonly canMove: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.legend}>
      <ul className={styles.signs} aria-label={t("timeline.legend.label")}>
        {SIGNS.map((sign) => (
          <li key={sign}>
            <span className={styles.sign} data-ink data-sign={sign} aria-hidden="true" />
            {t(`timeline.legend.${sign}`)}
          </li>
        ))}
      </ul>
      {canMove ? <p>{t("timeline.keysShort")}</p> : null}
    </div>
  );
}
