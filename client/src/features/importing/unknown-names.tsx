import { nameChoiceKey, type NameChoice, type UnknownName } from "@planwand/shared/exchange/name-book.ts";
import type { Proposal } from "@planwand/shared/exchange/proposal.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useActivities, useDomains, useGoals, useParties, usePhases } from "../../plan/hooks.ts";
import { SelectField } from "../../ui/select-field.tsx";
import styles from "./importing.module.css";
import type { Importing } from "./use-import.ts";

/** Names that the plan does not know: new, one that is there, or left out. */
export function UnknownNames({
  proposal: { unknown },
  importing,
}: {
  readonly proposal: Proposal;
  readonly importing: Importing;
}): ReactNode {
  const { t } = useTranslation();
  const known = useKnownNames();
  if (unknown.length === 0) return null;
  const { choices, choose } = importing;
  return (
    <details className={styles.part} open>
      <summary>{t("importing.unknown", { count: unknown.length })}</summary>
      <div className={styles.columns}>
        {unknown.map(({ root, name, count, choice }) => (
          <SelectField
            key={nameChoiceKey(root, name)}
            label={t(`importing.names.${root}`, { name, count })}
            value={typeof choice === "string" ? choice : choice.id}
            options={[
              ...(root === "activities" || root === "decisions"
                ? []
                : [{ value: "new", label: t("importing.makeNew") }]),
              { value: "skip", label: t("importing.leaveOut") },
              ...known[root],
            ]}
            onChange={(value) =>
              choose({ names: { ...choices.names, [nameChoiceKey(root, name)]: choiceOf(value) } })
            }
          />
        ))}
      </div>
    </details>
  );
}

function choiceOf(value: string): NameChoice {
  return value === "new" || value === "skip" ? value : { id: value };
}

function useKnownNames(): Readonly<Record<UnknownName["root"], { value: string; label: string }[]>> {
  const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const titled = (list: readonly { readonly id: string; readonly title: string }[]) =>
    list.map(({ id, title }) => ({ value: id, label: title }));
  return {
    phases: named(usePhases()),
    domains: named(useDomains()),
    parties: named(useParties()),
    goals: titled(useGoals()),
    activities: titled(useActivities()),
    decisions: [],
  };
}
