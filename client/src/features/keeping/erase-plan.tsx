import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMeta } from "../../plan/hooks.ts";
import { erasePlan } from "../../sync/past-api.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./keeping.module.css";

const spelled = (title: string): string => title.normalize("NFC").trim();

/** Erases the plan for whoever types its title; every page that has it open then says so, this one too. */
export function ErasePlan(): ReactNode {
  const { t } = useTranslation();
  const { planId } = usePlanSession().connection;
  const title = spelled(useMeta().title);
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isRight = spelled(typed) === title;

  async function erase(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!isRight) return setProblem(t("keeping.plan.differs"));
    setBusy(true);
    setProblem(null);
    const answer = await erasePlan(planId, typed);
    if (answer.ok) return;
    setBusy(false);
    setProblem(answer.failure.title ?? t("keeping.failed"));
  }

  return (
    <form className={styles.form} onSubmit={(event) => void erase(event)}>
      <p>{t("keeping.plan.text")}</p>
      <p className={styles.note}>{t("keeping.plan.keepFirst")}</p>
      <TextField
        label={title === "" ? t("keeping.plan.labelUntitled") : t("keeping.plan.label", { title })}
        value={typed}
        autoComplete="off"
        error={problem ?? undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button variant="danger" type="submit" disabled={isBusy}>
        {t("keeping.plan.erase")}
      </Button>
    </form>
  );
}
