import type { Score } from "@planwand/shared/checks/completeness.ts";
import { SEVERITIES, type Severity } from "@planwand/shared/checks/rules.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./missing.module.css";
import { SeverityIcon } from "./severity-icon.tsx";

/** How complete the plan is, and how much of each weight is left. */
export function ScoreLine({
  score: { complete, of, ideas },
  counts,
}: {
  readonly score: Score;
  readonly counts: Readonly<Record<Severity, number>>;
}): ReactNode {
  const { t } = useTranslation();
  const counted = of === 0 ? t("missing.noCards") : t("missing.score", { complete, of });
  const words = ideas === 0 ? counted : `${counted} ${t("missing.ideas", { count: ideas })}`;
  // An idea is no work that is complete: as long as there are, the bar is not full.
  const share = complete === 0 ? 0 : (100 * complete) / (of + ideas);
  return (
    <div className={styles.score}>
      <div className={styles.complete} title={t("missing.scoreHelp")}>
        <p className={styles.completeWords} data-testid="score">
          {words}
        </p>
        <div className={styles.bar} data-ink aria-hidden>
          <div className={styles.barFill} style={{ width: `${share}%` }} />
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
