import { CIRCLES } from "@planwand/shared/access/role.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParties } from "../plan/hooks.ts";
import { Chip } from "./chip.tsx";
import styles from "./chips.module.css";
import { ChoiceControl } from "./controls.tsx";
import { useEntry } from "./entry-context.ts";
import { type Option, Picker } from "./picker.tsx";

/** All parties of the plan, circle by circle, to pick from. */
export function usePartyOptions(): readonly Option[] {
  const { t } = useTranslation();
  const parties = useParties();
  return CIRCLES.flatMap((circle) =>
    parties
      .filter((party) => party.circle === circle)
      .map((party) => ({ id: party.id, label: party.name, group: t(`people.circles.${circle}`) })),
  );
}

/** Several parties, as chips, with a "+" that opens the list to tick. */
export function PartySet({
  label,
  chosen,
  onToggle,
  renderExtra,
}: {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onToggle: (party: string, isIn: boolean) => void;
  readonly renderExtra?: (search: string, clear: () => void) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const { canWrite } = useEntry();
  const parties = useParties();
  const options = usePartyOptions();
  const held = new Set(chosen);
  const shown = parties.filter((party) => held.has(party.id));
  return (
    <div className={styles.line}>
      <ul className={styles.chips}>
        {shown.map((party) => (
          <Chip
            key={party.id}
            label={party.name}
            note={t(`people.circles.${party.circle}`)}
            removeLabel={t("fields.removeParty", { name: party.name, field: label })}
            onRemove={canWrite ? () => onToggle(party.id, false) : null}
          />
        ))}
        {shown.length === 0 ? <li className={styles.none}>{t("fields.nobody")}</li> : null}
      </ul>
      {canWrite ? (
        <Picker
          label={t("fields.addParty", { field: label })}
          options={options}
          chosen={held}
          onToggle={onToggle}
          {...(renderExtra === undefined ? {} : { renderExtra })}
        />
      ) : null}
    </div>
  );
}

/** One party, or nobody. */
export function PartyChoice({
  field,
  label,
  value,
  isOff = false,
  onChange,
}: {
  readonly field: string;
  readonly label: string;
  readonly value: string | null;
  readonly isOff?: boolean;
  readonly onChange: (party: string | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const options = usePartyOptions().map(({ id, label: name }) => ({ value: id, label: name }));
  return (
    <ChoiceControl
      field={field}
      label={label}
      value={value ?? ""}
      isOff={isOff}
      options={[{ value: "", label: t("fields.nobodyChosen") }, ...options]}
      onChange={(party) => onChange(party === "" ? null : party)}
    />
  );
}
