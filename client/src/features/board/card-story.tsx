import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { dateFormat } from "../../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";
import { useParties } from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import styles from "./card-story.module.css";

/** What a large card also says: what happens, who does it, when, and with which result. */
export function CardStory({ activity }: { readonly activity: CardSnapshot }): ReactNode {
  const { t, i18n } = useTranslation();
  const parties = useParties();
  const doing = parties.filter(({ id }) => activity.roles.executor.includes(id)).map(({ name }) => name);
  const format = dateFormat(DATE_LOCALES[languageOf(i18n.language)], {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const dates = [activity.start, activity.end]
    .filter((date) => date !== null)
    .map((date) => format.format(new Date(`${date}T00:00:00Z`)));
  return (
    <span className={styles.story}>
      {activity.what === "" ? null : <span className={styles.what}>{activity.what}</span>}
      {doing.length === 0 ? null : <span>{t("moving.does", { names: doing.join(", ") })}</span>}
      {dates.length === 0 ? null : <span>{dates.join(" – ")}</span>}
      {activity.result === "" ? null : (
        <span className={styles.result}>{t("moving.delivers", { result: activity.result })}</span>
      )}
    </span>
  );
}
