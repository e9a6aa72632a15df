import type { ActivityStatus } from "@planwand/shared/plan/schema.ts";
import { countedIn, type RollUp } from "@planwand/shared/views/progress.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { STATUS_ICONS } from "../../fields/status-icons.ts";
import styles from "./summary.module.css";
import { filled, usePartWords } from "./use-part-words.ts";

/** From what is done to what is no longer. */
const ORDER: readonly ActivityStatus[] = ["done", "active", "blocked", "planned", "idea", "dropped"];

/** How far the whole plan is, in one number, and how its activities stand, in one bar. */
export function Summary({ whole }: { readonly whole: RollUp }): ReactNode {
  const { t } = useTranslation();
  const words = usePartWords();
  const shown = ORDER.filter((status) => whole.statuses[status] > 0);
  return (
    <section className={styles.summary} aria-label={t("progress.whole")}>
      <p className={styles.number} data-testid="whole-progress">
        <strong>{words.percent(whole)}</strong>
        <span>{t("progress.wholeWords", { count: countedIn(whole) })}</span>
      </p>
      <div className={styles.standing}>
        <div className={styles.track} data-ink aria-hidden="true">
          <span className={styles.fill} style={{ width: `${String(filled(whole))}%` }} />
        </div>
        <div className={styles.bar} data-ink aria-hidden="true">
          {shown.map((status) => (
            <span
              key={status}
              className={styles.share}
              data-status={status}
              style={{ flexGrow: whole.statuses[status] }}
            />
          ))}
        </div>
        <ul className={styles.statuses}>
          {ORDER.map((status) => {
            const Icon = STATUS_ICONS[status];
            return (
              <li key={status} data-status={status} data-count={whole.statuses[status]}>
                <span className={styles.sign} data-ink data-status={status} aria-hidden="true" />
                <Icon size={16} aria-hidden="true" />
                <strong>{whole.statuses[status]}</strong> {t(`board.status.${status}`)}
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
