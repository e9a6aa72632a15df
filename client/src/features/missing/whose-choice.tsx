import { circlesWith, type FindingCounts, type Whose } from "@planwand/shared/checks/groups.ts";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { useParties } from "../../plan/hooks.ts";
import styles from "./missing.module.css";

/** Whose findings to show: everybody's, a circle's, nobody's in particular, or one party's. Each with how many. */
export function WhoseChoice({
  whose,
  counts,
  onChoose,
}: {
  readonly whose: Whose;
  readonly counts: FindingCounts;
  readonly onChoose: (whose: Whose) => void;
}): ReactNode {
  const { t } = useTranslation();
  const parties = useParties();
  const id = useId();
  const circles = circlesWith(counts);
  const party = whose.kind === "party" ? whose.party : "";
  const chosen = parties.find((one) => one.id === party);
  // A party of which nothing is missing any more stays to be seen as chosen.
  const options =
    chosen === undefined || counts.byParty.some((one) => one.party.id === party)
      ? counts.byParty
      : [...counts.byParty, { party: chosen, count: 0 }];
  const chip = (choice: Whose, name: string, count: number, isOn: boolean): ReactNode => (
    <button type="button" className={styles.chip} aria-pressed={isOn} onClick={() => onChoose(choice)}>
      {name}
      <span className={styles.chipCount}>{count}</span>
    </button>
  );
  return (
    <div className={styles.whose}>
      <span id={`${id}-label`} className={styles.whoseLabel}>
        {t("missing.whose")}
      </span>
      <ul className={styles.chips} aria-labelledby={`${id}-label`}>
        <li>{chip({ kind: "all" }, t("missing.everybody"), counts.all, whose.kind === "all")}</li>
        {circles.map((circle) => (
          <li key={circle}>
            {chip(
              { kind: "circle", circle },
              t(`people.circles.${circle}`),
              counts.byCircle[circle],
              whose.kind === "circle" && whose.circle === circle,
            )}
          </li>
        ))}
        {counts.nobody === 0 && whose.kind !== "nobody" ? null : (
          <li>{chip({ kind: "nobody" }, t("missing.nobody"), counts.nobody, whose.kind === "nobody")}</li>
        )}
      </ul>
      <select
        className={styles.partyChoice}
        aria-label={t("missing.party")}
        value={party}
        data-on={party !== "" || undefined}
        onChange={({ currentTarget: { value } }) =>
          onChoose(value === "" ? { kind: "all" } : { kind: "party", party: value })
        }
      >
        <option value="">{t("missing.chooseParty")}</option>
        {options.map(({ party: { id: value, name }, count }) => (
          <option key={value} value={value}>
            {t("missing.option", { name: name || t("parties.unnamed"), count })}
          </option>
        ))}
      </select>
    </div>
  );
}
