import {
  ACTIVITY_STATUSES,
  type ActivityStatus,
  PRIORITIES,
  type Priority,
} from "@planwand/shared/plan/schema.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../../plan/clock.ts";
import { setActivityField } from "../../plan/edit-activity.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { ChoiceControl, DateControl } from "../../fields/controls.tsx";
import styles from "../../fields/control.module.css";
import { ProgressField } from "./progress-field.tsx";
import { WaitingField } from "./waiting-field.tsx";

/** Status, priority, dates, progress and, for a blocked activity, what it waits for. */
export function PlanningFields({ activity }: { activity: CardSnapshot }): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const { id, status, start, end } = activity;
  const setStatus = (value: ActivityStatus): void => {
    setActivityField(doc, id, "status", value);
    if (value === "blocked" && activity.waiting === null) {
      setActivityField(doc, id, "waiting", { for: "", since: today(), party: null });
    }
  };
  return (
    <div className={styles.planning}>
      <ChoiceControl
        field="status"
        label={t("activity.status")}
        value={status}
        options={ACTIVITY_STATUSES.map((value) => ({ value, label: t(`board.status.${value}`) }))}
        onChange={setStatus}
      />
      <ChoiceControl<Priority>
        field="priority"
        label={t("activity.priority.label")}
        value={activity.priority}
        options={PRIORITIES.map((value) => ({ value, label: t(`activity.priority.${value}`) }))}
        onChange={(value) => setActivityField(doc, id, "priority", value)}
      />
      <DateControl
        field="start"
        label={t("activity.start")}
        value={start}
        onChange={(value) => setActivityField(doc, id, "start", value)}
      />
      <DateControl
        field="end"
        label={t("activity.end")}
        value={end}
        min={start ?? undefined}
        onChange={(value) => setActivityField(doc, id, "end", value)}
      />
      {start !== null && end !== null && end < start ? (
        <p className={styles.warning} role="status">
          {t("activity.endBeforeStart")}
        </p>
      ) : null}
      {status === "active" || status === "blocked" || status === "dropped" ? (
        <ProgressField activity={activity} />
      ) : null}
      {status === "blocked" ? <WaitingField activity={activity} /> : null}
    </div>
  );
}
