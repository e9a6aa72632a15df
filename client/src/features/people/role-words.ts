import { roleKey } from "@planwand/shared/plan/read-activity.ts";
import type { Activity, RoleSlot } from "@planwand/shared/plan/schema.ts";
import { useTranslation } from "react-i18next";

/** Writes the roles of a party in an activity in full, each with the person who fills it where that was written down. */
export function useRoleWords(): (
  slots: readonly RoleSlot[],
  party: string,
  names: Activity["names"],
) => string {
  const { t } = useTranslation();
  return (slots, party, names) =>
    slots
      .map((slot) => {
        const person = names[roleKey(slot, party)];
        return t(`activity.roles.${slot}`) + (person === undefined ? "" : ` (${person})`);
      })
      .join(", ");
}
