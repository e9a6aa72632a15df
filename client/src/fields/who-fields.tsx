import { CIRCLES, type Circle } from "@planwand/shared/access/role.ts";
import { PERSON_NAME_MAX_LENGTH } from "@planwand/shared/workshop/limits.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../ui/choice-field.tsx";
import { TextField } from "../ui/text-field.tsx";

/** How somebody wants to be known: a name and a circle. What is missing is said once it `isChecked`. */
export function WhoFields({
  name,
  circle,
  isChecked,
  onName,
  onCircle,
}: {
  readonly name: string;
  readonly circle: Circle | null;
  readonly isChecked: boolean;
  readonly onName: (name: string) => void;
  readonly onCircle: (circle: Circle) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t("who.name")}
        help={t("who.nameHelp")}
        error={isChecked && name.trim() === "" ? t("who.nameMissing") : undefined}
        autoComplete="name"
        maxLength={PERSON_NAME_MAX_LENGTH}
        value={name}
        onChange={(event) => onName(event.target.value)}
      />
      <ChoiceField
        label={t("who.circle")}
        help={t("who.circleHelp")}
        error={isChecked && circle === null ? t("who.circleMissing") : undefined}
        choices={CIRCLES.map((value) => ({ value, label: t(`people.circles.${value}`) }))}
        value={circle}
        onChange={onCircle}
      />
    </>
  );
}
