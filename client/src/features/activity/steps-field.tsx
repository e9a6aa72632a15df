import { type KeyboardEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { addStep } from "../../plan/edit-activity.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { afterPress } from "../../ui/after-press.ts";
import { Field } from "../../fields/field.tsx";
import { useEntry } from "../../fields/entry-context.ts";
import { StepDrag } from "./step-drag.tsx";
import { StepRow } from "./step-row.tsx";
import styles from "./steps.module.css";

/** The steps of an activity, in order; Enter in the last line adds one. */
export function StepsField({ activity }: { activity: CardSnapshot }): ReactNode {
  const { t } = useTranslation();
  const { canWrite } = useEntry();
  const { steps } = activity;
  const done = steps.filter((step) => step.done).length;
  const count = t("activity.steps.progress", { done, total: steps.length });
  return (
    <Field
      name="steps"
      label={t("activity.steps.label")}
      aside={steps.length > 0 ? <span className={styles.count}>{count}</span> : null}
    >
      {(labelId) => (
        <>
          <StepDrag activity={activity.id} stepIds={steps.map((step) => step.id)}>
            <ol className={styles.steps} aria-labelledby={labelId}>
              {steps.map((step, at) => (
                <StepRow key={step.id} activity={activity.id} step={step} at={at} total={steps.length} />
              ))}
            </ol>
          </StepDrag>
          {canWrite ? <NewStep activity={activity.id} /> : null}
        </>
      )}
    </Field>
  );
}

function NewStep({ activity }: { activity: string }): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const [title, setTitle] = useState("");
  const add = (): void => {
    if (title.trim() === "") return;
    addStep(doc, activity, title.trim());
    setTitle("");
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  return (
    <input
      type="text"
      className={styles.newStep}
      aria-label={t("activity.steps.add")}
      placeholder={t("activity.steps.placeholder")}
      value={title}
      maxLength={200}
      onChange={(event) => setTitle(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => afterPress(add)}
    />
  );
}
