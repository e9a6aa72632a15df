import { CIRCLES } from "@planwand/shared/access/role.ts";
import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePartyOptions } from "../../fields/parties.tsx";
import { Button } from "../../ui/button.tsx";
import styles from "./attention.module.css";

/** For whom the page is: a circle or one party; `onRemember` keeps that for this device, null when it is so already. */
export function WhomSelect({
  value,
  onChange,
  onRemember,
}: {
  readonly value: readonly string[];
  readonly onChange: (value: string) => void;
  readonly onRemember: (() => void) | null;
}): ReactNode {
  const { t } = useTranslation();
  const parties = Map.groupBy(usePartyOptions(), ({ group }) => group);
  return (
    <>
      <select
        className={styles.select}
        aria-label={t("attention.whom")}
        value={value[0] ?? ""}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {value.length === 0 ? <option value="">{t("attention.choose")}</option> : null}
        <optgroup label={t("attention.circles")}>
          {CIRCLES.map((circle) => (
            <option key={circle} value={`circle:${circle}`}>
              {t(`people.circles.${circle}`)}
            </option>
          ))}
        </optgroup>
        {[...parties].map(([group, members]) => (
          <optgroup key={group} label={group}>
            {members.map(({ id, label }) => (
              <option key={id} value={`party:${id}`}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {onRemember === null ? null : (
        <Button size="small" variant="ghost" onClick={onRemember}>
          {t("attention.thisIsMe")}
        </Button>
      )}
    </>
  );
}

/** How those are called for whom the page is. */
export function useWhomName(): (whom: readonly string[]) => string {
  const { t } = useTranslation();
  const parties = usePartyOptions();
  return (whom) =>
    whom
      .map((one) => {
        const circle = CIRCLES.find((known) => one === `circle:${known}`);
        if (circle !== undefined) return t(`people.circles.${circle}`);
        return parties.find(({ id }) => one === `party:${id}`)?.label ?? t("attention.gone");
      })
      .join(", ");
}
