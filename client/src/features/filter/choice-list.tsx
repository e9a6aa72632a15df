import { findIn } from "@planwand/shared/views/search.ts";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./choice-list.module.css";
import type { Kind } from "./use-kinds.ts";

/** From this many on there is a field to search them. */
const MANY = 9;

/** The values of one kind, to tick: any number, since one of them is enough. */
export function ChoiceList({
  kind,
  chosen,
  onChange,
}: {
  readonly kind: Kind;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const name = useId();
  const choices = kind.choices ?? [];
  const found = findIn(choices, ({ label, group }) => `${label} ${group}`, search);
  const groups = Map.groupBy(found, ({ group }) => group);
  return (
    <div className={styles.choices}>
      {choices.length < MANY ? null : (
        <input
          type="search"
          className={styles.search}
          aria-label={t("filter.search", { kind: kind.label })}
          placeholder={t("fields.search")}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {choices.length === 0 ? <p className={styles.none}>{t("filter.noChoices")}</p> : null}
      {choices.length > 0 && found.length === 0 ? <p className={styles.none}>{t("fields.none")}</p> : null}
      {[...groups].map(([group, members]) => (
        <fieldset key={group} className={styles.group}>
          <legend className={group === "" ? "visually-hidden" : styles.legend}>{group || kind.label}</legend>
          {members.map(({ value, label }) => (
            <label key={value} className={styles.choice}>
              <input
                type="checkbox"
                name={name}
                checked={chosen.includes(value)}
                onChange={(event) =>
                  onChange(
                    event.currentTarget.checked
                      ? [...chosen, value]
                      : chosen.filter((other) => other !== value),
                  )
                }
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
