import type { Scope } from "@planwand/shared/workshop/agenda.ts";
import { scopeKey } from "@planwand/shared/workshop/agenda.ts";
import { SCOPES_MAX } from "@planwand/shared/workshop/limits.ts";
import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../ui/button.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import styles from "./agenda.module.css";
import { usePlaceName, usePlaces } from "./use-places.ts";

/** One part of the wall. */
export function PlaceField({
  scope,
  onChange,
}: {
  readonly scope: Scope;
  readonly onChange: (scope: Scope) => void;
}): ReactNode {
  const { t } = useTranslation();
  const places = usePlaces();
  return (
    <SelectField
      label={t("workshop.step.where")}
      value={scopeKey(scope)}
      options={places}
      onChange={(value) => {
        const chosen = places.find((place) => place.value === value);
        if (chosen !== undefined) onChange(chosen.scope);
      }}
    />
  );
}

/** One or more parts of the wall; the whole wall stands by itself. */
export function PlacesField({
  scopes,
  onChange,
}: {
  readonly scopes: readonly Scope[];
  readonly onChange: (scopes: readonly Scope[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const places = usePlaces();
  const nameOf = usePlaceName();
  const free = places.filter(({ value }) => scopes.every((scope) => scopeKey(scope) !== value));
  const first = scopes[0] ?? { kind: "plan" };
  const next = free.find(({ scope }) => scope.kind === "cell") ?? free[0];
  return (
    <div className={styles.places}>
      {scopes.map((scope, at) => (
        <div key={scopeKey(scope)} className={styles.place}>
          <SelectField
            label={t("workshop.step.where")}
            value={scopeKey(scope)}
            options={places.filter((place) => place.value === scopeKey(scope) || free.includes(place))}
            onChange={(value) => {
              const chosen = places.find((place) => place.value === value);
              if (chosen === undefined) return;
              onChange(chosen.scope.kind === "plan" ? [chosen.scope] : scopes.with(at, chosen.scope));
            }}
          />
          {scopes.length > 1 && (
            <IconButton
              label={t("workshop.step.removeWhere", { place: nameOf(scope) })}
              onClick={() => onChange(scopes.filter((one) => one !== scope))}
            >
              <X aria-hidden />
            </IconButton>
          )}
        </div>
      ))}
      {first.kind !== "plan" && next !== undefined && scopes.length < SCOPES_MAX && (
        <Button size="small" variant="ghost" onClick={() => onChange([...scopes, next.scope])}>
          <Plus aria-hidden />
          {t("workshop.step.addWhere")}
        </Button>
      )}
    </div>
  );
}
