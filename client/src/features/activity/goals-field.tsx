import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { contribute } from "../../plan/edit-activity.ts";
import { useGoals } from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Chip } from "../../fields/chip.tsx";
import styles from "../../fields/chips.module.css";
import { Field } from "../../fields/field.tsx";
import { useEntry } from "../../fields/entry-context.ts";
import { Picker } from "../../fields/picker.tsx";

/** The OKE goals that this activity contributes to; absent in a plan without goals. */
export function GoalsField({ activity }: { activity: CardSnapshot }): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const { canWrite } = useEntry();
  const goals = useGoals();
  if (goals.length === 0) return null;
  const chosen = new Set(activity.goals);
  const label = t("activity.goals.label");
  const mine = goals.filter((goal) => chosen.has(goal.id));
  return (
    <Field name="goals" label={label}>
      {() => (
        <div className={styles.line}>
          <ul className={styles.chips}>
            {mine.map((goal) => (
              <Chip
                key={goal.id}
                label={goal.title}
                removeLabel={t("activity.goals.remove", { name: goal.title })}
                onRemove={canWrite ? () => contribute(doc, activity.id, goal.id, false) : null}
              />
            ))}
            {mine.length === 0 ? <li className={styles.none}>{t("activity.goals.none")}</li> : null}
          </ul>
          {canWrite ? (
            <Picker
              label={t("activity.goals.add")}
              options={goals.map((goal) => ({ id: goal.id, label: goal.title, group: label }))}
              chosen={chosen}
              onToggle={(goal, isIn) => contribute(doc, activity.id, goal, isIn)}
            />
          ) : null}
        </div>
      )}
    </Field>
  );
}
