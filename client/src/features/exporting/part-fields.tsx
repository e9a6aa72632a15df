import { LANGUAGES, type Plan } from "@planwand/shared/plan/schema.ts";
import { PAPERS } from "@planwand/shared/report/documents.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/select-field.tsx";
import { DateField } from "../../fields/date-field.tsx";
import { type Chosen, PARTS_OF } from "./choices.ts";
import styles from "./exporting.module.css";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Of which part, in which language, on what paper: only what the document can be asked. */
export function PartFields({
  chosen,
  choose,
  plan,
}: {
  readonly chosen: Chosen;
  readonly choose: (changed: Partial<Chosen>) => void;
  /** The state that is exported; null until it is there. */
  readonly plan: Pick<Plan, "phases" | "domains" | "parties" | "goals"> | null;
}): ReactNode {
  const { t } = useTranslation();
  const { phases, domains, parties, goals } = plan ?? { phases: [], domains: [], parties: [], goals: [] };
  const bodies = parties.filter(({ kind }) => kind === "body");
  const parts = PARTS_OF[chosen.kind];
  const part = (label: string, field: "phase" | "domain" | "party" | "goal", named: readonly Named[]) => (
    <SelectField
      label={label}
      value={named.some(({ id }) => id === chosen[field]) ? chosen[field] : ""}
      options={[
        { value: "", label: t("exporting.all") },
        ...named.map(({ id, name }) => ({ value: id, label: name.trim() || t("board.untitled") })),
      ]}
      onChange={(value) => choose({ [field]: value })}
    />
  );
  const isPdf = chosen.format === "pdf" || chosen.format === "poster.pdf";
  return (
    <>
      <div className={styles.row}>
        {parts.includes("body") && part(t("exporting.body"), "party", bodies)}
        {parts.includes("phase") && part(t("exporting.phase"), "phase", phases)}
        {parts.includes("domain") && part(t("exporting.domain"), "domain", domains)}
        {parts.includes("party") && part(t("exporting.party"), "party", parties)}
        {parts.includes("goal") &&
          part(
            t("exporting.goal"),
            "goal",
            goals.map(({ id, title }) => ({ id, name: title })),
          )}
        {chosen.kind === "agenda" &&
          (["on", "next"] as const).map((day) => (
            <DateField
              key={day}
              label={t(`exporting.meeting.${day}`)}
              value={chosen[day] === "" ? null : chosen[day]}
              onChange={(date) => choose({ [day]: date ?? "" })}
            />
          ))}
        {chosen.kind === "wall" && (
          <SelectField
            label={t("exporting.paper")}
            value={chosen.paper}
            options={PAPERS.map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={(value) => choose({ paper: PAPERS.find((one) => one === value) ?? "a3" })}
          />
        )}
        <SelectField
          label={t("exporting.language")}
          value={chosen.language}
          options={LANGUAGES.map((value) => ({ value, label: t(`exporting.languages.${value}`) }))}
          onChange={(value) => choose({ language: LANGUAGES.find((one) => one === value) ?? "nl" })}
        />
      </div>
      {isPdf && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={chosen.archive}
            onChange={(event) => choose({ archive: event.currentTarget.checked })}
          />
          {t("exporting.archive")}
        </label>
      )}
    </>
  );
}
