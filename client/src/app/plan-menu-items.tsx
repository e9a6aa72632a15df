import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Settings } from "../features/settings/settings.tsx";
import { usePlanSession } from "../sync/session.tsx";
import { ChoiceField } from "../ui/choice-field.tsx";
import { chooseDensity, chosenDensity, DENSITIES } from "../ui/density.ts";
import styles from "./plan-menu.module.css";
import { useActions } from "./use-actions.ts";
import type { ViewName } from "./view-names.ts";

/** What is behind the button of the plan menu, apart because it is seldom needed. */
export function PlanMenuItems({
  view,
  onDone,
}: {
  readonly view: ViewName | null;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <ul className={styles.items}>
        {useActions(view).map(({ name, icon: Icon, key, menu, run }) =>
          menu === undefined ? null : (
            <li key={name} data-narrow={menu === "narrow" || undefined}>
              <button
                type="button"
                className={styles.item}
                aria-keyshortcuts={key}
                onClick={() => {
                  onDone();
                  run();
                }}
              >
                <Icon size={16} aria-hidden />
                {t(`actions.${name}`)}
              </button>
            </li>
          ),
        )}
      </ul>
      <DensityChoice />
      <Settings />
    </>
  );
}

/** How large the cards are, for this plan on this device. */
function DensityChoice(): ReactNode {
  const { t } = useTranslation();
  const { planId } = usePlanSession().connection;
  const [density, setDensity] = useState(() => chosenDensity(planId));
  return (
    <div className={styles.choice}>
      <ChoiceField
        label={t("app.density.label")}
        choices={DENSITIES.map((value) => ({ value, label: t(`app.density.${value}`) }))}
        value={density}
        onChange={(chosen) => {
          setDensity(chosen);
          chooseDensity(planId, chosen);
        }}
      />
    </div>
  );
}
