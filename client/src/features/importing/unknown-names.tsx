import { nameChoiceKey, type NameChoice, type UnknownName } from "@planwand/shared/exchange/name-book.ts";
import type { Proposal } from "@planwand/shared/exchange/proposal.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useActivities, useDomains, useGoals, useParties, usePhases } from "../../plan/hooks.ts";
import { SelectField } from "../../ui/select-field.tsx";
import styles from "./importing.module.css";
import type { Proposing } from "./use-proposal.ts";

/** Names that the plan does not know: new, one that is there, or left out. */
export function UnknownNames({
  proposal: { unknown },
  proposing,
  known,
}: {
  readonly proposal: Proposal;
  readonly proposing: Proposing;
  /** The names of the plan, to choose from; null when there is none yet. */
  readonly known: KnownNames | null;
}): ReactNode {
  const { t } = useTranslation();
  if (unknown.length === 0) return null;
  const { choices, choose } = proposing;
  return (
    <details className={styles.part} open>
      <summary>
        {t(known === null ? "importing.named" : "importing.unknown", { count: unknown.length })}
      </summary>
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
              ...(known?.[root] ?? []),
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

/** What there is to choose from, of each kind. */
export type KnownNames = Readonly<Record<UnknownName["root"], { value: string; label: string }[]>>;

/** The names of the open plan. */
export function useKnownNames(): KnownNames {
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
