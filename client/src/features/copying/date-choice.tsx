import { MAX_WEEKS } from "@planwand/shared/copying/choices.ts";
import { schoolYearName } from "@planwand/shared/dates/school-year.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./copying.module.css";
import { type CopyDraft, MOVES } from "./use-draft.ts";

/** School years after the one in which the plan begins. */
const YEARS = 5;

/** Whether the dates move, and where to. */
export function DateChoice({
  draft,
  isChecked,
}: {
  readonly draft: CopyDraft;
  /** Somebody tried to go on. */
  readonly isChecked: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { from, year, move, weeks, choices, change } = draft;
  if (from === null) return <p className={styles.help}>{t("copying.noDates")}</p>;
  // Who begins with a minus is still typing.
  const isMeant = isChecked || !/^[-−]?$/u.test(weeks.trim());
  const years = Array.from({ length: YEARS }, (_, at) => from + 1 + at);
  return (
    <div className={styles.dates}>
      <ChoiceField
        label={t("copying.dates")}
        choices={MOVES.map((value) => ({ value, label: t(`copying.moves.${value}`) }))}
        value={move}
        onChange={(value) => change({ move: value })}
      />
      {move === "weeks" && (
        <TextField
          label={t("copying.weeks")}
          help={t("copying.weeksHelp")}
          error={choices === null && isMeant ? t("copying.weeksWrong", { most: MAX_WEEKS }) : undefined}
          inputMode="numeric"
          value={weeks}
          onChange={(event) => change({ weeks: event.currentTarget.value })}
        />
      )}
      {move === "year" && (
        <SelectField
          label={t("copying.year")}
          value={String(year)}
          options={years.map((one) => ({ value: String(one), label: schoolYearName(one) }))}
          onChange={(value) => change({ year: Number(value) })}
        />
      )}
      {move === "year" && (
        <p className={styles.help}>
          {t("copying.yearHelp", { from: schoolYearName(from), count: choices?.weeks ?? 0 })}
        </p>
      )}
    </div>
  );
}
