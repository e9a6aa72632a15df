import { inCircleOrder } from "@planwand/shared/views/roles.ts";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { useParties } from "../../plan/hooks.ts";
import styles from "./people.module.css";

/** Which party one looks at, out of all of them circle by circle. */
export function PartySelect({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (party: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const groups = Map.groupBy(inCircleOrder(useParties()), ({ circle }) => circle);
  return (
    <div className={styles.filter}>
      <label htmlFor={id}>{t("parties.which.party")}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {[...groups].map(([circle, members]) => (
          <optgroup key={circle} label={t(`people.circles.${circle}`)}>
            {members.map((party) => (
              <option key={party.id} value={party.id}>
                {party.name || t("parties.unnamed")}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
