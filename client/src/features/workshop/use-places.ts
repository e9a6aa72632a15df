import type { Scope } from "@planwand/shared/workshop/agenda.ts";
import { scopeKey } from "@planwand/shared/workshop/agenda.ts";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useDomains, usePhases } from "../../plan/hooks.ts";

/** A part of the wall as it is chosen: `value` is its `scopeKey`. */
export interface Place {
  readonly value: string;
  readonly label: string;
  readonly scope: Scope;
}

/** Every part of the wall that can be chosen: all of it, each phase, each cell. */
export function usePlaces(): readonly Place[] {
  const { t } = useTranslation();
  const phases = usePhases();
  const domains = useDomains();
  return useMemo(() => {
    const scopes: readonly (Scope & { readonly label: string })[] = [
      { kind: "plan", label: t("workshop.scope.plan") },
      ...phases.flatMap(({ id: phase, name }) => [
        { kind: "phase" as const, phase, label: t("workshop.scope.phase", { phase: name }) },
        ...domains.map((domain) => ({
          kind: "cell" as const,
          phase,
          domain: domain.id,
          label: t("workshop.scope.cell", { phase: name, domain: domain.name }),
        })),
      ]),
    ];
    return scopes.map(({ label, ...scope }) => ({ value: scopeKey(scope), label, scope }));
  }, [t, phases, domains]);
}

/** What a part of the wall is called. */
export function usePlaceName(): (scope: Scope) => string {
  const { t } = useTranslation();
  const places = usePlaces();
  return (scope) => places.find(({ value }) => value === scopeKey(scope))?.label ?? t("workshop.scope.gone");
}
