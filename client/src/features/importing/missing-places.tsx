import type { Proposal } from "@planwand/shared/exchange/proposal.ts";
import { slashedDay } from "@planwand/shared/exchange/read-date.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { schoolYearName, schoolYearOf } from "@planwand/shared/dates/school-year.ts";
import { dateFormat } from "../../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";
import { useToday } from "../../plan/today.ts";
import { SelectField } from "../../ui/select-field.tsx";
import styles from "./importing.module.css";
import type { KnownNames } from "./unknown-names.tsx";
import type { Proposing } from "./use-proposal.ts";

const NOT_SAID = "";
const DAY_ORDERS = ["day-first", "month-first"] as const;
/** So many school years before and after this one can be chosen. */
const YEARS = [-2, -1, 0, 1, 2, 3];

/** What rows leave unsaid, and is said once for all of them: the school year of their days, and where those without a place go. */
export function MissingPlaces({
  proposal: { rows, edits, general, unclearDay },
  proposing: { choices, choose },
  known,
}: {
  readonly proposal: Proposal;
  readonly proposing: Proposing;
  readonly known: KnownNames | null;
}): ReactNode {
  const { t } = useTranslation();
  const now = schoolYearOf(useToday());
  const schoolYear = choices.schoolYear ?? null;
  const lackYear = rows.filter(({ problems }) => problems.some(({ code }) => code === "no-year")).length;
  const isLoose = (place: "phase" | "domain"): boolean =>
    edits.some(
      (edit) => edit.edit === "add" && edit.root === "activities" && (edit.values[place] ?? null) === null,
    );
  const places = (["phase", "domain"] as const).filter(
    (place) =>
      known !== null && (isLoose(place) || general[place] !== null || (choices[place] ?? null) !== null),
  );
  if (lackYear === 0 && schoolYear === null && unclearDay === null && places.length === 0) return null;
  return (
    <div className={styles.columns}>
      {places.map((place) => (
        <SelectField
          key={place}
          label={t(`importing.loose.${place}`)}
          value={choices[place] ?? NOT_SAID}
          options={[
            {
              value: NOT_SAID,
              label: general[place] ?? t("importing.loose.nowhere"),
            },
            ...(known?.[place === "phase" ? "phases" : "domains"] ?? []),
          ]}
          onChange={(value) => choose({ [place]: value === NOT_SAID ? null : value })}
        />
      ))}
      {(lackYear > 0 || schoolYear !== null) && (
        <SelectField
          label={
            lackYear > 0
              ? t("importing.schoolYear.label", { count: lackYear })
              : t("importing.schoolYear.said")
          }
          value={schoolYear === null ? NOT_SAID : String(schoolYear)}
          options={[
            { value: NOT_SAID, label: t("importing.schoolYear.unknown") },
            ...YEARS.map((later) => ({
              value: String(now + later),
              label: schoolYearName(now + later),
            })),
          ]}
          onChange={(value) => choose({ schoolYear: value === NOT_SAID ? null : Number(value) })}
        />
      )}
      {unclearDay !== null && <DayOrderChoice day={unclearDay} proposing={{ choices, choose }} />}
    </div>
  );
}

/** Whether `3/4/2027` is the third of April or the fourth of March, said once for all days like it. */
function DayOrderChoice({
  day,
  proposing: { choices, choose },
}: {
  readonly day: string;
  readonly proposing: Pick<Proposing, "choices" | "choose">;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const format = dateFormat(DATE_LOCALES[languageOf(i18n.language)], { dateStyle: "long", timeZone: "UTC" });
  const read = slashedDay(day);
  const meant = { "day-first": read?.dayFirst, "month-first": read?.monthFirst };
  return (
    <SelectField
      label={t("importing.dayOrder", { day })}
      value={choices.dayOrder ?? "day-first"}
      options={DAY_ORDERS.flatMap((order) => {
        const date = meant[order] ?? null;
        return date === null ? [] : [{ value: order, label: format.format(new Date(`${date}T00:00:00Z`)) }];
      })}
      onChange={(value) => choose({ dayOrder: DAY_ORDERS.find((order) => order === value) ?? null })}
    />
  );
}
