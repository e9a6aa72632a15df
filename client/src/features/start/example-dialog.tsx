import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { focusMistake } from "../../ui/first-focus.ts";
import { PersonFields, usePersonForm } from "./person-fields.tsx";
import styles from "./start-page.module.css";
import { useCreatePlan } from "./use-create-plan.ts";

/** Opens a copy of the example plan; asks only who is looking. */
export function ExampleDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const person = usePersonForm();
  const { isBusy, mistake, create } = useCreatePlan({ isTrial: true });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const who = person.check();
    if (who !== null) void create(t("start.exampleTitle"), "example", who);
    else focusMistake(event.currentTarget);
  }

  return (
    <Dialog
      title={t("start.exampleDialog")}
      description={t("start.exampleDialogText")}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      <form className={styles.plainForm} onSubmit={submit} noValidate>
        <PersonFields form={person} />
        {mistake !== null && (
          <p className={styles.mistake} role="alert">
            {mistake}
          </p>
        )}
        <Button type="submit" variant="primary" size="large" disabled={isBusy}>
          {isBusy ? t("start.creating") : t("start.openExample")}
        </Button>
      </form>
    </Dialog>
  );
}
