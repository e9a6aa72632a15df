import type { Extra, Step, StepOf } from "@planwand/shared/workshop/agenda.ts";
import { CHECKOUT_FORMS, EXTRAS } from "@planwand/shared/workshop/agenda.ts";
import { QUESTION_MAX_LENGTH, VOTE_BUDGET_MAX } from "@planwand/shared/workshop/limits.ts";
import { GROUP_MIN } from "@planwand/shared/workshop/small-groups.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { stepTitle } from "./step-title.ts";
import styles from "./agenda.module.css";
import { PlaceField, PlacesField } from "./places-field.tsx";

/** Everything of a step besides its name, kind and time. */
export function StepDetails({
  step,
  rounds,
  onChange,
}: {
  readonly step: Step;
  /** Rounds of ideas that come before it. */
  readonly rounds: readonly StepOf<"ideas">[];
  readonly onChange: (step: Step) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.details}>
      <TextField
        label={t("workshop.step.question")}
        maxLength={QUESTION_MAX_LENGTH}
        value={step.question}
        onChange={(event) => onChange({ ...step, question: event.target.value })}
      />
      <OfKind step={step} rounds={rounds} onChange={onChange} />
      <fieldset className={styles.checks}>
        <legend>{t("workshop.step.extras")}</legend>
        {EXTRAS.map((extra) => (
          <Check
            key={extra}
            label={t(`workshop.step.extra.${extra}`)}
            isOn={step.extras.includes(extra)}
            onChange={(isOn) => onChange({ ...step, extras: withExtra(step.extras, extra, isOn) })}
          />
        ))}
      </fieldset>
    </div>
  );
}

function OfKind({
  step,
  rounds,
  onChange,
}: {
  readonly step: Step;
  readonly rounds: readonly StepOf<"ideas">[];
  readonly onChange: (step: Step) => void;
}): ReactNode {
  const { t } = useTranslation();
  const ofRounds = rounds.map((round) => ({ value: round.id, label: stepTitle(t, round) }));
  switch (step.kind) {
    case "ideas":
      return (
        <>
          <PlacesField scopes={step.scopes} onChange={(scopes) => onChange({ ...step, scopes })} />
          <Check
            label={t("workshop.step.anonymous")}
            isOn={step.anonymous}
            onChange={(anonymous) => onChange({ ...step, anonymous })}
          />
        </>
      );
    case "reveal":
      return (
        <SelectField
          label={t("workshop.step.of")}
          value={step.of}
          options={ofRounds}
          onChange={(of) => onChange({ ...step, of })}
        />
      );
    case "vote":
      return (
        <>
          <SelectField
            label={t("workshop.step.about")}
            value={step.of ?? ""}
            options={[{ value: "", label: t("workshop.step.activities") }, ...ofRounds]}
            onChange={(of) => onChange({ ...step, of: of === "" ? null : of })}
          />
          {step.of === null && (
            <PlaceField scope={step.scope} onChange={(scope) => onChange({ ...step, scope })} />
          )}
          <div className={styles.pair}>
            <DotsField
              label={t("workshop.step.budget")}
              value={step.budget}
              onChange={(budget) => onChange({ ...step, budget, perItem: Math.min(step.perItem, budget) })}
            />
            <DotsField
              label={t("workshop.step.perItem")}
              value={step.perItem}
              onChange={(perItem) => onChange({ ...step, perItem: Math.min(perItem, step.budget) })}
            />
          </div>
          <Check
            label={t("workshop.step.blind")}
            isOn={step.blind}
            onChange={(blind) => onChange({ ...step, blind })}
          />
          <Check
            label={t("workshop.step.perCircle")}
            isOn={step.perCircle}
            onChange={(perCircle) => onChange({ ...step, perCircle })}
          />
          {step.blind && step.perCircle && (
            <p className={styles.help}>{t("workshop.step.smallCircles", { people: GROUP_MIN })}</p>
          )}
        </>
      );
    case "write":
      return (
        <>
          <PlaceField scope={step.scope} onChange={(scope) => onChange({ ...step, scope })} />
          <Check
            label={t("workshop.step.open")}
            isOn={step.open}
            onChange={(open) => onChange({ ...step, open })}
          />
        </>
      );
    case "checkout":
      return (
        <SelectField
          label={t("workshop.step.form")}
          value={step.form}
          options={CHECKOUT_FORMS.map((value) => ({ value, label: t(`workshop.step.forms.${value}`) }))}
          onChange={(value) => {
            const form = CHECKOUT_FORMS.find((one) => one === value);
            if (form !== undefined) onChange({ ...step, form });
          }}
        />
      );
    case "info":
    case "decide":
    case "roles":
    case "free":
      return null;
  }
}

function DotsField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}): ReactNode {
  return (
    <TextField
      label={label}
      type="number"
      min={1}
      max={VOTE_BUDGET_MAX}
      value={value}
      onChange={({ target }) =>
        onChange(Math.min(VOTE_BUDGET_MAX, Math.max(1, Math.round(Number(target.value)) || 1)))
      }
    />
  );
}

function Check({
  label,
  isOn,
  onChange,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}): ReactNode {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

function withExtra(extras: readonly Extra[], extra: Extra, isOn: boolean): readonly Extra[] {
  return EXTRAS.filter((one) => (one === extra ? isOn : extras.includes(one)));
}
