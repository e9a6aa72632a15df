import type { Decision } from "@planwand/shared/plan/schema.ts";
import type { missingFor } from "@planwand/shared/views/decisions.ts";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { DateField } from "../../fields/date-field.tsx";
import { today } from "../../plan/clock.ts";
import { setField } from "../../plan/edit-entry.ts";
import { giveNow } from "../../plan/give-now.ts";
import { useParties } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { announce } from "../../ui/live-region.tsx";
import styles from "./decision-panel.module.css";

/** Taking a decision: shows what will be sealed and asks for the day; says what is missing when something is. */
export function TakeDialog({
  decision,
  missing,
  onClose,
}: {
  readonly decision: Decision;
  readonly missing: ReturnType<typeof missingFor>;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, connection } = usePlanSession();
  const parties = useParties();
  const [decidedOn, setDecidedOn] = useState(decision.decidedOn ?? today());
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const decider = parties.find((party) => party.id === decision.decider)?.name ?? "";

  async function take(): Promise<void> {
    setBusy(true);
    setProblem(null);
    const answer = await giveNow(connection, { type: "decision.take", decision: decision.id, decidedOn });
    setBusy(false);
    if (answer === "unsaved") return setProblem(t("decisions.unsaved"));
    if (!answer.ok) return setProblem(answer.failure.title ?? t("decisions.unsaved"));
    setField(doc, "decisions", decision.id, "status", "decided");
    setField(doc, "decisions", decision.id, "decidedOn", decidedOn);
    announce(t("decisions.taken"), "polite");
    onClose();
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    void take();
  }

  return (
    <Dialog
      title={t("decisions.takeTitle")}
      description={t("decisions.takeHelp")}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      {missing.length > 0 ? (
        <div className={styles.dialog}>
          <p>{t("decisions.missing")}</p>
          <ul className={styles.missing}>
            {missing.map((field) => (
              <li key={field}>{t(`decisions.fields.${field}`)}</li>
            ))}
          </ul>
          <Button onClick={onClose}>{t("decisions.fillIn")}</Button>
        </div>
      ) : (
        <form className={styles.dialog} onSubmit={onSubmit}>
          <dl className={styles.facts}>
            <dt>{t("decisions.fields.question")}</dt>
            <dd>{decision.question}</dd>
            <dt>{t("decisions.fields.decider")}</dt>
            <dd>{decider}</dd>
            <dt>{t("decisions.fields.outcome")}</dt>
            <dd>{decision.outcome}</dd>
            <dt>{t("decisions.fields.rationale")}</dt>
            <dd>{decision.rationale}</dd>
          </dl>
          <DateField
            label={t("decisions.day")}
            value={decidedOn}
            leans="back"
            isRequired
            onChange={(date) => setDecidedOn(date ?? decidedOn)}
          />
          {problem === null ? null : (
            <p className={styles.problem} role="alert">
              {problem}
            </p>
          )}
          <Button variant="primary" type="submit" disabled={isBusy}>
            {t("decisions.confirm")}
          </Button>
        </form>
      )}
    </Dialog>
  );
}
