import { type Flow, FLOWS } from "@planwand/shared/plan/schema.ts";
import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { touch } from "../plan/edit-entry.ts";
import { usePlanSession } from "../sync/session.tsx";
import { useEntry } from "./entry-context.ts";
import { Field, useLanguage } from "./field.tsx";
import styles from "./chips.module.css";

/** Which of the numbered flows of the OKE standard an activity or decision touches. */
export function FlowsField({
  root,
  id,
  flows,
}: {
  readonly root: "activities" | "decisions";
  readonly id: string;
  readonly flows: readonly Flow[];
}): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const { canWrite } = useEntry();
  const prompt = PROMPTS.activity.flows;
  const language = useLanguage();
  const shown = canWrite ? FLOWS : FLOWS.filter((flow) => flows.includes(flow));
  return (
    <Field name="flows" label={prompt.label[language]} prompt={prompt} isEmpty={flows.length === 0}>
      {(labelId) => (
        <div className={styles.ticks} role="group" aria-labelledby={labelId}>
          {shown.length === 0 ? <span className={styles.none}>{t("fields.noFlows")}</span> : null}
          {shown.map((flow) => (
            <label key={flow} className={styles.tickChip}>
              <input
                type="checkbox"
                checked={flows.includes(flow)}
                disabled={!canWrite}
                onChange={(event) => touch(doc, root, id, flow, event.currentTarget.checked)}
              />
              {`${flow} ${t(`fields.flows.f${flow}`)}`}
            </label>
          ))}
        </div>
      )}
    </Field>
  );
}
