import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { setSingleKeys, singleKeysAreOn } from "../../ui/single-keys.ts";
import styles from "./shortcuts.module.css";

/** Every key that does something, by what it is for. A key of one character can be switched off: see `single-keys.ts`. */
const GROUPS = {
  move: [
    ["walk", "← → ↑ ↓"],
    ["rowEnds", "Home · End"],
    ["open", "Enter"],
    ["lift", "Spatie"],
    ["menu", "Shift + F10"],
    ["pick", "X"],
    ["neighbour", "J · K"],
    ["close", "Esc"],
  ],
  edit: [["addNext", "Enter"]],
} as const;

/** Every key; `actions` are those that work everywhere in a plan. */
export function ShortcutList({
  actions,
}: {
  readonly actions: readonly { readonly name: string; readonly words: string; readonly keys: string }[];
}): ReactNode {
  const { t } = useTranslation();
  const [isOn, setOn] = useState(singleKeysAreOn);
  return (
    <div className={styles.groups}>
      <section>
        <h3 className={styles.heading}>{t("help.groups.everywhere")}</h3>
        <dl className={styles.keys}>
          {actions.map(({ name, words, keys }) => (
            <div key={name} className={styles.row}>
              <dt>{words}</dt>
              <dd>
                <kbd className={styles.key}>{keys}</kbd>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      {(["move", "edit"] as const).map((group) => (
        <section key={group}>
          <h3 className={styles.heading}>{t(`help.groups.${group}`)}</h3>
          <dl className={styles.keys}>
            {GROUPS[group].map(([what, keys]) => (
              <div key={what} className={styles.row}>
                <dt>{t(`help.keys.${what}`)}</dt>
                <dd>
                  <kbd className={styles.key}>{what === "lift" ? t("help.space") : keys}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => {
            setOn(event.currentTarget.checked);
            setSingleKeys(event.currentTarget.checked);
          }}
        />
        {t("help.singleKeys")}
      </label>
    </div>
  );
}
