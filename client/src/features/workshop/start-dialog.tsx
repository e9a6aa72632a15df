import type { Step } from "@planwand/shared/workshop/agenda.ts";
import { GOAL_MAX_LENGTH } from "@planwand/shared/workshop/limits.ts";
import { SCRIPTS } from "@planwand/shared/workshop/script-words.ts";
import { scriptAgenda } from "@planwand/shared/workshop/scripts.ts";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { languageOf, type Language } from "../../i18n/setup.ts";
import { newId } from "../../plan/clock.ts";
import { postCommand } from "../../sync/api.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { AgendaEditor } from "./agenda-editor.tsx";
import styles from "./agenda.module.css";
import { totalMinutes } from "./edit-agenda.ts";
import { useWorkshopNow } from "./use-workshop.ts";
import { wireSteps } from "./wire-steps.ts";
import { stepTitle } from "./step-title.ts";

const OWN = "own";
type Script = (typeof SCRIPTS)[number] | typeof OWN;

/** Starts a work session: what for, by which script, in which steps. */
export function StartDialog({
  onClose,
  onStarted,
}: {
  readonly onClose: () => void;
  /** A session goes on: the one that was started here, or the one that there was. */
  readonly onStarted: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const now = useWorkshopNow();
  return (
    <Dialog
      title={t("workshop.start.title")}
      description={now === null ? t("workshop.start.intro") : t("workshop.start.running")}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      {now === null ? (
        <StartForm onStarted={onStarted} />
      ) : (
        <Button variant="primary" size="large" onClick={onStarted}>
          {t("workshop.start.toRunning")}
        </Button>
      )}
    </Dialog>
  );
}

function StartForm({ onStarted }: { readonly onStarted: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const { planId } = usePlanSession().connection;
  const language = languageOf(i18n.language);
  const [script, setScript] = useState<Script>("start");
  const [agenda, setAgenda] = useState(() => agendaOf("start", language, t("workshop.kinds.free")));
  const [isShared, setShared] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const { goal, steps } = agenda;

  async function begin(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (goal.trim() === "") return;
    setBusy(true);
    setMistake(null);
    const answer = await postCommand(planId, {
      type: "session.open",
      id: newId(),
      session: newId(),
      goal,
      steps: wireSteps(steps.map((step) => ({ ...step, title: stepTitle(t, step) }))),
      sharedDevices: isShared,
    });
    setBusy(false);
    if (answer.ok) return onStarted();
    const { status, title } = answer.failure;
    setMistake(
      status === "unreachable" ? t("workshop.start.unreachable") : (title ?? t("workshop.start.failed")),
    );
  }

  return (
    <form className={styles.form} onSubmit={(event) => void begin(event)} noValidate>
      <ChoiceField<Script>
        label={t("workshop.start.script")}
        choices={[
          ...SCRIPTS.map((value) => {
            const { title, steps: own } = scriptAgenda(value, language, newId);
            const help = t("workshop.start.total", { count: own.length, minutes: totalMinutes(own) });
            return { value, label: title, help };
          }),
          { value: OWN, label: t("workshop.start.own"), help: t("workshop.start.ownHelp") },
        ]}
        value={script}
        onChange={(chosen) => {
          setScript(chosen);
          setAgenda(agendaOf(chosen, language, t("workshop.kinds.free")));
        }}
      />
      <TextField
        label={t("workshop.start.goal")}
        error={isChecked && goal.trim() === "" ? t("workshop.start.goalMissing") : undefined}
        maxLength={GOAL_MAX_LENGTH}
        value={goal}
        onChange={(event) => setAgenda({ steps, goal: event.target.value })}
      />
      <AgendaEditor steps={steps} onChange={(changed) => setAgenda({ goal, steps: changed })} />
      <label className={styles.check}>
        <input type="checkbox" checked={isShared} onChange={(event) => setShared(event.target.checked)} />
        {t("workshop.start.sharedDevices")}
      </label>
      {mistake !== null && (
        <p className={styles.mistake} role="alert">
          {mistake}
        </p>
      )}
      <div className={styles.foot}>
        <Button type="submit" variant="primary" size="large" disabled={isBusy}>
          {isBusy ? t("workshop.start.beginning") : t("workshop.start.begin")}
        </Button>
      </div>
    </form>
  );
}

function agendaOf(
  script: Script,
  language: Language,
  title: string,
): { readonly goal: string; readonly steps: readonly Step[] } {
  if (script !== OWN) return scriptAgenda(script, language, newId);
  return { goal: "", steps: [{ id: newId(), kind: "free", title, question: "", minutes: 15, extras: [] }] };
}
