import { CIRCLES } from "@planwand/shared/access/role.ts";
import type { RoleSlot } from "@planwand/shared/plan/schema.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { assignNewParty } from "../../plan/edit-activity.ts";
import { useParties } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import styles from "../../fields/chips.module.css";

/** Offers to add what was searched as a new party: first that, then its circle. */
export function NewParty({
  activity,
  slot,
  name,
  onAdded,
}: {
  readonly activity: string;
  readonly slot: RoleSlot;
  readonly name: string;
  readonly onAdded: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, actor } = usePlanSession();
  const parties = useParties();
  const [isAsking, setAsking] = useState(false);
  const isKnown = parties.some((party) => party.name.toLocaleLowerCase() === name.toLocaleLowerCase());
  if (name === "" || isKnown) return null;
  if (!isAsking) {
    return (
      <Button size="small" className={styles.newParty ?? ""} onClick={() => setAsking(true)}>
        {t("activity.picker.newParty", { name })}
      </Button>
    );
  }
  return (
    <div className={styles.newCircle} role="group" aria-label={t("activity.picker.newPartyCircle", { name })}>
      <p>{t("activity.picker.newPartyCircle", { name })}</p>
      {CIRCLES.map((circle) => (
        <Button
          key={circle}
          size="small"
          onClick={() => {
            assignNewParty(doc, activity, slot, { name, circle, by: actor.id });
            onAdded();
          }}
        >
          {t(`people.circles.${circle}`)}
        </Button>
      ))}
      <p className={styles.hint}>{t("activity.picker.noPersons")}</p>
    </div>
  );
}
