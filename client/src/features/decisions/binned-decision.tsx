import { entryOf } from "@planwand/shared/plan/entry.ts";
import { readDecision } from "@planwand/shared/plan/read-entries.ts";
import type { Decision } from "@planwand/shared/plan/schema.ts";
import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../fields/field.tsx";
import { PutBackButton } from "../../fields/put-back-button.tsx";
import { StaticRich } from "../../fields/static-rich.tsx";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import styles from "./decision-panel.module.css";

/** A decision point that is not in the register: in the bin it is to read and to take out again, else that it does not exist. */
export function BinnedDecision({
  decisionId,
  onClose,
}: {
  readonly decisionId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const language = useLanguage();
  const id = useId();
  const entry = entryOf(doc, "decisions", decisionId);
  const decision: Decision | null = entry === null ? null : readDecision(decisionId, entry);
  if (decision === null)
    return (
      <div className={styles.gone}>
        <p>{t("decisions.gone")}</p>
        <Button onClick={onClose}>{t("decisions.back")}</Button>
      </div>
    );
  return (
    <div className={styles.fields} data-testid="binned">
      <p className={styles.warning} role="status">
        {t("decisions.inBin")}
      </p>
      <PutBackButton
        one={{ root: "decisions", id: decisionId }}
        title={decision.question || t("decisions.untitled")}
        variant="primary"
      />
      <h2>{decision.question || t("decisions.untitled")}</h2>
      {(["outcome", "rationale"] as const).map((field) =>
        decision[field] === "" ? null : (
          <section key={field}>
            <h3 id={`${id}-${field}`}>{PROMPTS.decision[field].label[language]}</h3>
            <StaticRich text={decision[field]} blocks={decision.rich[field]} labelId={`${id}-${field}`} />
          </section>
        ),
      )}
    </div>
  );
}
