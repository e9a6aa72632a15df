import { CIRCLES } from "@planwand/shared/access/role.ts";
import { ROLE_SLOTS } from "@planwand/shared/plan/schema.ts";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";
import styles from "./people.module.css";

/** What is asked for, from the address; empty for everything. */
export function useAsked(name: string): readonly [value: string, set: (value: string) => void] {
  const [params, setParams] = useSearchParams();
  return [
    params.get(name) ?? "",
    (value) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          if (value === "") after.delete(name);
          else after.set(name, value);
          return after;
        },
        { replace: true },
      ),
  ];
}

/** The same, for something of which only some values are known; null for everything. */
export function useAskedOne<Value extends string>(name: string, known: readonly Value[]): Value | null {
  const [asked] = useAsked(name);
  return known.find((value) => value === asked) ?? null;
}

/** One thing to narrow a list by, kept in the address. */
export function FilterSelect({
  name,
  label,
  options,
}: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const [asked, set] = useAsked(name);
  // What is not in the list, or no longer, narrows nothing.
  const value = options.some((option) => option.value === asked) ? asked : "";
  return (
    <div className={styles.filter}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => set(event.currentTarget.value)}>
        <option value="">{t("parties.all")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Narrowing by circle. */
export function CircleFilter(): ReactNode {
  const { t } = useTranslation();
  return (
    <FilterSelect
      name="circle"
      label={t("filter.kinds.circle")}
      options={CIRCLES.map((value) => ({ value, label: t(`people.circles.${value}`) }))}
    />
  );
}

/** Narrowing by role. */
export function RoleFilter(): ReactNode {
  const { t } = useTranslation();
  return (
    <FilterSelect
      name="role"
      label={t("parties.role")}
      options={ROLE_SLOTS.map((value) => ({ value, label: t(`activity.roles.${value}`) }))}
    />
  );
}
