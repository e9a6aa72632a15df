import { roleKey } from "@planwand/shared/plan/read-activity.ts";
import type { RoleSlot } from "@planwand/shared/plan/schema.ts";
import { slotsOf } from "@planwand/shared/views/roles.ts";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { useDraft } from "../../fields/use-draft.ts";
import { namePerson } from "../../plan/edit-party.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import styles from "./roles-menu.module.css";

/** Who fills each role, for a college that wants to write that down; folded away, since a plan needs no names of persons. */
export function PersonNames({
  activity,
  partyId,
}: {
  readonly activity: CardSnapshot;
  readonly partyId: string;
}): ReactNode {
  const { t } = useTranslation();
  const held = slotsOf(activity, partyId);
  if (held.length === 0) return null;
  const isNamed = held.some((slot) => activity.names[roleKey(slot, partyId)] !== undefined);
  return (
    <details className={styles.names} open={isNamed || undefined}>
      <summary>{t("parties.person.title")}</summary>
      <p className={styles.help}>{t("parties.person.help")}</p>
      {held.map((slot) => (
        <PersonName key={slot} activity={activity} partyId={partyId} slot={slot} />
      ))}
    </details>
  );
}

function PersonName({
  activity,
  partyId,
  slot,
}: {
  readonly activity: CardSnapshot;
  readonly partyId: string;
  readonly slot: RoleSlot;
}): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const id = useId();
  const draft = useDraft(activity.names[roleKey(slot, partyId)] ?? "", (name) =>
    namePerson(doc, activity.id, slot, partyId, name.trim()),
  );
  return (
    <div className={styles.person}>
      <label htmlFor={id}>{t(`activity.roles.${slot}`)}</label>
      <input
        id={id}
        className={styles.personName}
        value={draft.value}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => draft.change(event.currentTarget.value)}
        onBlur={() => draft.leave()}
      />
    </div>
  );
}
