import { CIRCLES } from "@planwand/shared/access/role.ts";
import { ROLE_SLOTS, type RoleSlot } from "@planwand/shared/plan/schema.ts";
import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { assign } from "../../plan/edit-activity.ts";
import { useParties } from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Chip } from "./chip.tsx";
import styles from "./chips.module.css";
import { Field, useLanguage } from "./field.tsx";
import { NewParty } from "./new-party.tsx";
import { usePanel } from "./panel-context.ts";
import { Picker } from "./picker.tsx";

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
  const { canWrite } = usePanel();
  const parties = useParties();
  const held = new Set(activity.roles[slot]);
  const inSlot = parties.filter((party) => held.has(party.id));
  const name = t(`activity.roles.${slot}`);
  const options = CIRCLES.flatMap((circle) =>
    parties
      .filter((party) => party.circle === circle)
      .map((party) => ({ id: party.id, label: party.name, group: t(`people.circles.${circle}`) })),
  );
  return (
    <div className={styles.slot} data-slot={slot}>
      <dt title={PROMPTS.activity[slot].help[useLanguage()]}>{name}</dt>
      <dd>
        <ul className={styles.chips}>
          {inSlot.map((party) => (
            <Chip
              key={party.id}
              label={party.name}
              note={t(`people.circles.${party.circle}`)}
              removeLabel={t("activity.roles.remove", { name: party.name, slot: name })}
              onRemove={canWrite ? () => assign(doc, activity.id, slot, party.id, false) : null}
            />
          ))}
          {inSlot.length === 0 ? <li className={styles.none}>{t("activity.roles.none")}</li> : null}
        </ul>
        {canWrite ? (
          <Picker
            label={t("activity.roles.add", { slot: name })}
            options={options}
            chosen={held}
            onToggle={(party, isIn) => assign(doc, activity.id, slot, party, isIn)}
            renderExtra={(search, clear) => (
              <NewParty key={search} activity={activity.id} slot={slot} name={search} onAdded={clear} />
            )}
          />
        ) : null}
        {slot === "sponsor" && inSlot.length > 1 ? (
          <p className={styles.hint}>{t("activity.roles.severalSponsors")}</p>
        ) : null}
      </dd>
    </div>
  );
}
