import { byDate } from "@planwand/shared/views/communication.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useEntries } from "../../plan/entry-lists.ts";
import { useActivity } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import styles from "./activity-moments.module.css";
import { AddButton } from "./add-button.tsx";
import { useDayWords } from "../../fields/day-words.ts";
import { KindTag } from "./kind-tag.tsx";
import { useAddMoment } from "./use-add-moment.ts";

/** The moments of one activity, by date, and a way to add one. `openId` is the one that is open already. */
export function ActivityMoments({
  activityId,
  openId = null,
  onOpen,
}: {
  readonly activityId: string;
  readonly openId?: string | null;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = useDayWords();
  const { canWrite } = usePlanSession();
  const add = useAddMoment(onOpen);
  const phase = useActivity(activityId)?.place[0] ?? null;
  const moments = byDate(useEntries("communications").filter(({ activity }) => activity === activityId));
  return (
    <div className={styles.moments} data-testid="activity-moments">
      {moments.length === 0 ? (
        <p className={styles.none}>{t("communication.ofActivity.none")}</p>
      ) : (
        <ul className={styles.list} aria-label={t("communication.ofActivity.label")}>
          {moments.map(({ id, kind, date, message, done }) => (
            <li key={id}>
              <button
                type="button"
                className={styles.moment}
                aria-current={id === openId || undefined}
                onClick={() => onOpen(id)}
              >
                <span className={styles.head}>
                  <KindTag kind={kind} />
                  <span>{date === null ? t("communication.noDate") : words.day(date)}</span>
                  {done ? <span>{t("communication.done")}</span> : null}
                  {id === openId ? <span>{t("communication.ofActivity.now")}</span> : null}
                </span>
                <span className={styles.message}>{message || t("communication.untitled")}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {canWrite ? (
        <AddButton
          label={t("communication.ofActivity.add")}
          onAdd={(kind) => add({ kind, activity: activityId, phase })}
        />
      ) : null}
    </div>
  );
}
