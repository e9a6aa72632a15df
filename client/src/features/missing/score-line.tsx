import type { Score } from "@planwand/shared/checks/completeness.ts";
import { SEVERITIES, type Severity } from "@planwand/shared/checks/rules.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./missing.module.css";
import { SeverityIcon } from "./severity-icon.tsx";

/** How complete the plan is, and how much of each weight is left. */
export function ScoreLine({
  score: { complete, of },
  counts,
}: {
  readonly score: Score;
  readonly counts: Readonly<Record<Severity, number>>;
}): ReactNode {
  const { t } = useTranslation();
  const words = of === 0 ? t("missing.noCards") : t("missing.score", { complete, of });
  return (
    <div className={styles.score}>
      <div className={styles.complete} title={t("missing.scoreHelp")}>
        <p className={styles.completeWords} data-testid="score">
          {words}
        </p>
        <div className={styles.bar} data-ink aria-hidden>
          <div className={styles.barFill} style={{ width: `${of === 0 ? 0 : (100 * complete) / of}%` }} />
        </div>
      </div>
      <dl className={styles.counts}>
        {SEVERITIES.map((severity) => (
          <div key={severity} className={styles.count} data-severity={severity}>
            <dt>
              <SeverityIcon severity={severity} />
              {t(`missing.severity.${severity}`)}
            </dt>
            <dd data-testid={`count-${severity}`}>{counts[severity]}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
