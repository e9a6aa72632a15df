import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { languageOf } from "../../i18n/setup.ts";
import { rememberPerson } from "../../sync/device-memory.ts";
import { createPlanFromFile, fileContent } from "../../sync/import-api.ts";
import { isSharedDevice } from "../../sync/shared-device.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FileField } from "../../ui/file-field.tsx";
import { PersonFields, usePersonForm } from "./person-fields.tsx";
import styles from "./start-page.module.css";

/** Makes a plan of a file; asks which, and who makes it. */
export function FromFileDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const [, navigate] = useLocation();
  const person = usePersonForm();
  const [file, setFile] = useState<File | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const who = person.check();
    if (file === null) return setMistake(t("importing.chooseFile"));
    if (who === null) return;
    setBusy(true);
    setMistake(null);
    rememberPerson(who);
    const language = languageOf(i18n.language);
    const source = await fileContent(file);
    const made = await createPlanFromFile(source, { ...who, language, sharedDevice: isSharedDevice() });
    setBusy(false);
    if (made.ok) return navigate(`/plan/${made.value.planId}`);
    const { status, title } = made.failure;
    setMistake(status === "unreachable" ? t("importing.unreachable") : (title ?? t("importing.failed")));
  }

  return (
    <Dialog
      title={t("importing.newPlan")}
      description={t("importing.newPlanText")}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      <form className={styles.plainForm} onSubmit={(event) => void submit(event)} noValidate>
        <FileField label={t("importing.file")} accept=".json,.xlsx,.csv,.tsv,.txt" onChoose={setFile} />
        <PersonFields form={person} />
        {mistake !== null && (
          <p className={styles.mistake} role="alert">
            {mistake}
          </p>
        )}
        <Button type="submit" variant="primary" size="large" disabled={isBusy}>
          {isBusy ? t("start.creating") : t("importing.create")}
        </Button>
      </form>
    </Dialog>
  );
}
