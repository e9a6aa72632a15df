import { countRows } from "@planwand/shared/exchange/proposal.ts";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { ProposalPreview } from "../features/importing/proposal-preview.tsx";
import { useWhenRead } from "../features/importing/use-when-read.ts";
import { SourcePicker } from "../features/importing/source-picker.tsx";
import { useProposal } from "../features/importing/use-proposal.ts";
import { PersonFields, usePersonForm } from "../features/start/person-fields.tsx";
import { languageOf } from "../i18n/setup.ts";
import { setAccessDue } from "../plan/access-due.ts";
import { rememberPerson } from "../sync/device-memory.ts";
import { createPlanFromFile, proposeNewPlan } from "../sync/import-api.ts";
import { isSharedDevice } from "../sync/shared-device.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogActions } from "../ui/dialog.tsx";
import { focusMistake } from "../ui/first-focus.ts";
import { TextField } from "../ui/text-field.tsx";
import styles from "./new-plan-from-file.module.css";

/** Makes a plan of a file or a pasted table: first what comes in, what does not and what is asked; then who makes it. */
export function NewPlanFromFile({
  typedTitle,
  onClose,
}: {
  /** The name that was given to a new plan on the page already. */
  readonly typedTitle: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language);
  const [, navigate] = useLocation();
  const proposing = useProposal((source, choices) => proposeNewPlan(source, choices, language));
  const [isSeen, setSeen] = useState(false);
  const [title, setTitle] = useState(typedTitle);
  const person = usePersonForm();
  const { proposal, isBusy, mistake } = proposing;

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const who = person.check();
    if (who === null) return focusMistake(event.currentTarget);
    rememberPerson(who);
    const made = await proposing.carryOut((source, choices) =>
      createPlanFromFile(
        { source, choices, title: title.trim() === "" ? null : title.trim() },
        { ...who, language, sharedDevice: isSharedDevice() },
      ),
    );
    if (made === null) return;
    setAccessDue(made.planId, true);
    navigate(`/plan/${made.planId}`);
  }

  const { add, change } = proposal === null ? { add: 0, change: 0 } : countRows(proposal);
  const goOn = useWhenRead(isBusy, add + change, () => setSeen(true));
  return (
    <Dialog
      title={t("importing.newPlan")}
      description={t("importing.newPlanText")}
      closeLabel={t("app.close")}
      onClose={onClose}
      isWide={proposal !== null && !isSeen}
    >
      <div className={styles.steps} aria-busy={isBusy}>
        {proposal === null && <SourcePicker isBusy={isBusy} onTake={proposing.take} />}
        {isBusy && <p role="status">{t(isSeen ? "start.creating" : "importing.reading")}</p>}
        {mistake !== null && (
          <p className={styles.mistake} role="alert">
            {mistake}
          </p>
        )}
        {proposal === null ? null : isSeen ? (
          <form className={styles.steps} onSubmit={(event) => void submit(event)} noValidate>
            <TextField
              label={t("start.planTitle")}
              help={t("importing.titleFromFile")}
              autoFocus
              maxLength={120}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
            <PersonFields form={person} />
            <DialogActions>
              <Button disabled={isBusy} onClick={() => setSeen(false)}>
                {t("importing.back")}
              </Button>
              <Button type="submit" variant="primary" disabled={isBusy}>
                {t("importing.create")}
              </Button>
            </DialogActions>
          </form>
        ) : (
          <>
            <ProposalPreview proposal={proposal} proposing={proposing} known={null} />
            <DialogActions>
              <Button onClick={() => proposing.take(null)}>{t("importing.other")}</Button>
              <Button variant="primary" onClick={goOn}>
                {t("importing.goOn")}
              </Button>
            </DialogActions>
          </>
        )}
      </div>
    </Dialog>
  );
}
