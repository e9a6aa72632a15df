import { ROLE_SLOTS, type RoleSlot } from "@planwand/shared/plan/schema.ts";
import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { assign } from "../../plan/edit-activity.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import styles from "../../fields/chips.module.css";
import { Field, useLanguage } from "../../fields/field.tsx";
import { NewParty } from "./new-party.tsx";
import { PartySet } from "../../fields/parties.tsx";

/** Who does what: five slots, each filled by functions, teams and bodies. */
export function RolesField({ activity }: { activity: CardSnapshot }): ReactNode {
  const { t } = useTranslation();
  return (
    <Field name="roles" label={t("activity.roles.label")}>
      {() => (
        <dl className={styles.slots}>
          {ROLE_SLOTS.map((slot) => (
            <Slot key={slot} activity={activity} slot={slot} />
          ))}
        </dl>
      )}
    </Field>
  );
}

function Slot({ activity, slot }: { activity: CardSnapshot; slot: RoleSlot }): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const name = t(`activity.roles.${slot}`);
  return (
    <div className={styles.slot} data-slot={slot}>
      <dt title={PROMPTS.activity[slot].help[useLanguage()]}>{name}</dt>
      <dd>
        <PartySet
          label={name}
          chosen={activity.roles[slot]}
          onToggle={(party, isIn) => assign(doc, activity.id, slot, party, isIn)}
          renderExtra={(search, clear) => (
            <NewParty key={search} activity={activity.id} slot={slot} name={search} onAdded={clear} />
          )}
        />
        {slot === "sponsor" && activity.roles.sponsor.length > 1 ? (
          <p className={styles.hint}>{t("activity.roles.severalSponsors")}</p>
        ) : null}
      </dd>
    </div>
  );
}
