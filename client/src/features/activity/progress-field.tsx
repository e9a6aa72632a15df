import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { setActivityField } from "../../plan/edit-activity.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { useEntry } from "../../fields/entry-context.ts";
import styles from "../../fields/control.module.css";
import { ShownValue } from "../../fields/shown-value.tsx";
import { useDraft } from "../../fields/use-draft.ts";

/** The estimate of how far it is; steps are counted apart. */
export function ProgressField({ activity }: { activity: CardSnapshot }): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const { canWrite } = useEntry();
  const id = useId();
  const draft = useDraft(activity.progress, (value) => setActivityField(doc, activity.id, "progress", value));
  const percent = t("activity.progressValue", { percent: draft.value });
  if (!canWrite) return <ShownValue field="progress" label={t("activity.progress")} text={percent} />;
  return (
    <div className={styles.wide} data-field="progress">
      <label className={styles.label} htmlFor={id}>
        {t("activity.progress")}
        <output className={styles.percent}>{percent}</output>
      </label>
      <input
        id={id}
        type="range"
        className={styles.range}
        min={0}
        max={100}
        step={5}
        value={draft.value}
        aria-valuetext={percent}
        onChange={(event) => draft.change(event.currentTarget.valueAsNumber)}
        onBlur={() => draft.leave()}
      />
    </div>
  );
}
