import { isLocalDate } from "@planwand/shared/kernel/clock.ts";
import { type ReactNode, useId } from "react";
import { setActivityField } from "../../plan/edit-activity.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { usePanel } from "./panel-context.ts";
import styles from "./planning.module.css";
import { useDraft } from "./use-draft.ts";

/** While a year is typed, the browser gives dates such as 0202-05-01. */
const FIRST_YEAR = "1900-01-01";

/** A start or end date, in the browser's own date control. */
export function DateField({
  activity,
  field,
  label,
}: {
  readonly activity: CardSnapshot;
  readonly field: "start" | "end";
  readonly label: string;
}): ReactNode {
  const { doc } = usePlanSession();
  const { canWrite } = usePanel();
  const id = useId();
  const draft = useDraft(activity[field] ?? "", (value) => {
    if (value === "") setActivityField(doc, activity.id, field, null);
    else if (isLocalDate(value) && value >= FIRST_YEAR) setActivityField(doc, activity.id, field, value);
  });
  return (
    <div className={styles.cell} data-field={field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className={styles.control}
        value={draft.value}
        min={field === "end" ? (activity.start ?? undefined) : undefined}
        disabled={!canWrite}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onBlur={() => draft.flush()}
      />
    </div>
  );
}
