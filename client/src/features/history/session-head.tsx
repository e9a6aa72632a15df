import type { Session } from "@planwand/shared/workshop/session.ts";
import { Presentation } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { dateFormat } from "../../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";
import { minutesAddress } from "../../sync/minutes-address.ts";
import { usePlanSession } from "../../sync/session.tsx";
import styles from "./history.module.css";

/** Above what happened in a work session: which, from when until when, and its minutes. */
export function SessionHead({
  session: { id, goal, openedAt, closedAt },
}: {
  readonly session: Session;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const { planId } = usePlanSession().connection;
  const clock = dateFormat(DATE_LOCALES[languageOf(i18n.language)], { hour: "2-digit", minute: "2-digit" });
  const from = clock.format(openedAt);
  return (
    <div className={styles.session} data-testid="history-session">
      <h4 className={styles.sessionName}>
        <Presentation size={16} aria-hidden />
        {goal === "" ? t("history.session.unnamed") : t("history.session.name", { goal })}
      </h4>
      <span className={styles.sessionFacts}>
        {closedAt === null ? t("history.session.goingOn", { from }) : `${from}–${clock.format(closedAt)}`}
      </span>
      {closedAt === null ? null : (
        <a
          className={styles.minutes}
          href={minutesAddress(planId, id, "docx", i18n.language)}
          aria-label={goal === "" ? undefined : t("history.session.minutesOf", { goal })}
          download
        >
          {t("history.session.minutes")}
        </a>
      )}
    </div>
  );
}
