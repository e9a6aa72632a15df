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
        {unknown.map(({ root, name, count, choice, parts }) => (
          <SelectField
            key={nameChoiceKey(root, name)}
            label={t(`importing.names.${root}`, { name, count })}
            value={valueOf(choice)}
            options={[
              ...(root === "activities" || root === "decisions"
                ? []
                : [{ value: "new", label: t("importing.makeNew") }]),
              ...(parts.length === 0
                ? []
                : [{ value: "split", label: t("importing.split", { names: parts.join(" · ") }) }]),
              { value: "skip", label: t("importing.leaveOut") },
              ...sameAs(unknown, root, name).map((as) => ({
                value: valueOf({ as }),
                label: t("importing.sameAs", { name: as }),
              })),
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

/** Other names in the file that become an entry: it may be one of them, written otherwise. */
function sameAs(unknown: Proposal["unknown"], root: UnknownName["root"], name: string): readonly string[] {
  return unknown
    .filter((one) => one.root === root && one.choice === "new" && one.name !== name)
    .map((one) => one.name);
}

const AS = "as ";

function valueOf(choice: NameChoice): string {
  if (typeof choice === "string") return choice;
  return "id" in choice ? choice.id : `${AS}${choice.as}`;
}

function choiceOf(value: string): NameChoice {
  if (value === "new" || value === "skip" || value === "split") return value;
  return value.startsWith(AS) ? { as: value.slice(AS.length) } : { id: value };
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
