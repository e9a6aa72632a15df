import {
  type AskedProducts,
  PRODUCT_GROUPS,
  PRODUCT_SORTS,
  PRODUCT_STATES,
} from "@planwand/shared/views/products.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParties, usePhases } from "../../plan/hooks.ts";
import styles from "./products.module.css";
import { useStateNames } from "./use-state-names.ts";

/** Which products are shown, and in what order. */
export function ProductTools({
  asked,
  ask,
}: {
  readonly asked: AskedProducts;
  readonly ask: (name: keyof AskedProducts, value: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const phases = usePhases();
  const parties = useParties();
  const stateNames = useStateNames();
  const all = { value: "", label: t("products.all") };
  const choice = (
    name: keyof AskedProducts,
    label: string,
    options: readonly { readonly value: string; readonly label: string }[],
  ): ReactNode => (
    <label className={styles.choice}>
      <span>{label}</span>
      <select value={asked[name] ?? ""} onChange={(event) => ask(name, event.currentTarget.value)}>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div className={styles.choices} role="group" aria-label={t("products.narrow")}>
      {choice("kind", t("products.kind"), [
        all,
        { value: "result", label: t("products.kinds.result") },
        { value: "decision", label: t("products.kinds.decision") },
      ])}
      {choice("phase", t("products.phase"), [
        all,
        ...phases.map(({ id, name }) => ({ value: id, label: name || t("board.unnamedPhase") })),
      ])}
      {choice("state", t("activity.status"), [
        all,
        ...PRODUCT_STATES.map((state) => ({ value: state, label: stateNames[state] })),
      ])}
      {choice("party", t("products.party"), [
        all,
        ...parties.map(({ id, name }) => ({ value: id, label: name || t("parties.unnamed") })),
      ])}
      {choice(
        "group",
        t("products.group"),
        PRODUCT_GROUPS.map((group) => ({ value: group, label: t(`products.groups.${group}`) })),
      )}
      {choice(
        "sort",
        t("products.sort"),
        PRODUCT_SORTS.map((sort) => ({ value: sort, label: t(`products.sorts.${sort}`) })),
      )}
    </div>
  );
}
