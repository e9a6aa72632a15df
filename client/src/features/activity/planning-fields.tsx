import {
  ACTIVITY_STATUSES,
  type ActivityStatus,
  PRIORITIES,
  type Priority,
} from "@planwand/shared/plan/schema.ts";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../../plan/clock.ts";
import { type ActivityField, setActivityField } from "../../plan/edit-activity.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { DateField } from "./date-field.tsx";
import { usePanel } from "./panel-context.ts";
import styles from "./planning.module.css";
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
      <Choice
        field="status"
        label={t("activity.status")}
        value={status}
        options={ACTIVITY_STATUSES.map((value) => ({ value, label: t(`board.status.${value}`) }))}
        onChange={setStatus}
      />
      <Choice<Priority>
        field="priority"
        label={t("activity.priority.label")}
        value={activity.priority}
        options={PRIORITIES.map((value) => ({ value, label: t(`activity.priority.${value}`) }))}
        onChange={(value) => setActivityField(doc, id, "priority", value)}
      />
      <DateField activity={activity} field="start" label={t("activity.start")} />
      <DateField activity={activity} field="end" label={t("activity.end")} />
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

function Choice<Value extends string>({
  field,
  label,
  value,
  options,
  onChange,
}: {
  readonly field: ActivityField;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}): ReactNode {
  const { canWrite } = usePanel();
  const id = useId();
  return (
    <div className={styles.cell} data-field={field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles.control}
        value={value}
        disabled={!canWrite}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
