import type { Communication } from "@planwand/shared/plan/schema.ts";
import { stateOf } from "@planwand/shared/views/communication.ts";
import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import { AlarmClock } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../fields/field.tsx";
import { useToday } from "../../plan/today.ts";
import { setField } from "../../plan/edit-entry.ts";
import { usePlanSession } from "../../sync/session.tsx";
import styles from "./moment-panel.module.css";

/** Whether a moment took place; says so when it should have and is not ticked. */
export function DoneField({ moment }: { readonly moment: Communication }): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite } = usePlanSession();
  const language = useLanguage();
  const helpId = useId();
  const state = stateOf(moment, useToday());
  const { done: prompt } = PROMPTS.communication;
  return (
    <div className={styles.done} data-field="done">
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={moment.done}
          disabled={!canWrite}
          aria-describedby={helpId}
          onChange={(event) =>
            setField(doc, "communications", moment.id, "done", event.currentTarget.checked)
          }
        />
        {prompt.label[language]}
      </label>
      {state === "late" ? (
        <p id={helpId} className={styles.late}>
          <AlarmClock size={15} aria-hidden="true" />
          {t("communication.late")}
        </p>
      ) : (
        <p id={helpId} className={styles.hint}>
          {prompt.help[language]}
        </p>
      )}
    </div>
  );
}
