import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { shortDays } from "../../i18n/short-days.ts";
import { useParties } from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import styles from "./card-story.module.css";

/** What a large card also says: what happens, who does it, when, and with which result. */
export function CardStory({ activity }: { readonly activity: CardSnapshot }): ReactNode {
  const { t, i18n } = useTranslation();
  const parties = useParties();
  const doing = parties.filter(({ id }) => activity.roles.executor.includes(id)).map(({ name }) => name);
  const period = shortDays(i18n.language, activity.start, activity.end);
  return (
    <span className={styles.story}>
      {activity.what === "" ? null : <span className={styles.what}>{activity.what}</span>}
      {doing.length === 0 ? null : <span>{t("moving.does", { names: doing.join(", ") })}</span>}
      {period === "" ? null : <span>{period}</span>}
      {activity.result === "" ? null : (
        <span className={styles.result}>{t("moving.delivers", { result: activity.result })}</span>
      )}
    </span>
  );
}
