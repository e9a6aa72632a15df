import type { TemplateName } from "@planwand/shared/protocol/http.ts";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { focusMistake } from "../../ui/first-focus.ts";
import { TextField } from "../../ui/text-field.tsx";
import { PersonFields, usePersonForm } from "./person-fields.tsx";
import styles from "./start-page.module.css";
import { useCreatePlan } from "./use-create-plan.ts";

const TEMPLATES = ["format", "example", "blank"] as const satisfies readonly TemplateName[];

/** A new plan: its name, what to begin with, and who begins it. */
export function NewPlanForm({
  title,
  onTitle,
}: {
  readonly title: string;
  readonly onTitle: (title: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [isTitleChecked, checkTitle] = useState(false);
  const [template, setTemplate] = useState<TemplateName>("format");
  const person = usePersonForm();
  const { isBusy, mistake, create } = useCreatePlan();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    checkTitle(true);
    const who = person.check();
    if (title.trim() !== "" && who !== null) void create(title.trim(), template, who);
    else focusMistake(event.currentTarget);
  }

  return (
    <form id="new-plan" className={styles.form} onSubmit={submit} noValidate aria-labelledby="new-plan-title">
      <h2 id="new-plan-title">{t("start.newPlan")}</h2>
      <TextField
        label={t("start.planTitle")}
        placeholder={t("start.planTitlePlaceholder")}
        error={isTitleChecked && title.trim() === "" ? t("start.planTitleMissing") : undefined}
        maxLength={120}
        value={title}
        onChange={(event) => onTitle(event.target.value)}
      />
      <ChoiceField
        label={t("start.template")}
        choices={TEMPLATES.map((value) => ({
          value,
          label: t(`start.templates.${value}`),
          help: t(`start.templates.${value}Help`),
        }))}
        value={template}
        onChange={setTemplate}
      />
      <PersonFields form={person} />
      {mistake !== null && (
        <p className={styles.mistake} role="alert">
          {mistake}
        </p>
      )}
      <Button type="submit" variant="primary" size="large" disabled={isBusy}>
        {isBusy ? t("start.creating") : t("start.create")}
      </Button>
    </form>
  );
}
