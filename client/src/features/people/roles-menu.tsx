import { ROLE_SLOTS } from "@planwand/shared/plan/schema.ts";
import { type ReactNode, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { assign } from "../../plan/edit-activity.ts";
import { useActivity, useParty } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { part } from "../../ui/part.ts";
import styles from "./matrix.module.css";

const PopoverWindow = part(async () => (await import("../../ui/popover-window.tsx")).PopoverWindow);

/** The five roles of one party in one activity, to tick. */
export function RolesMenu({
  activityId,
  partyId,
  anchor,
  onClose,
}: {
  readonly activityId: string;
  readonly partyId: string;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const activity = useActivity(activityId);
  const party = useParty(partyId);
  const at = useMemo(() => ({ current: anchor as HTMLButtonElement }), [anchor]);
  if (activity === null || party === null) return null;
  const label = t("parties.rolesOf", { party: party.name, title: activity.title || t("board.untitled") });
  return (
    <Suspense fallback={null}>
      <PopoverWindow anchor={at} label={label} onClose={onClose}>
        <fieldset className={styles.slots}>
          <legend>{label}</legend>
          {ROLE_SLOTS.map((slot) => (
            <label key={slot} className={styles.slot}>
              <input
                type="checkbox"
                checked={activity.roles[slot].includes(partyId)}
                onChange={(event) => assign(doc, activityId, slot, partyId, event.currentTarget.checked)}
              />
              {t(`activity.roles.${slot}`)}
            </label>
          ))}
          {activity.roles.sponsor.length > 1 ? (
            <p className={styles.hint}>{t("activity.roles.severalSponsors")}</p>
          ) : null}
        </fieldset>
      </PopoverWindow>
    </Suspense>
  );
}
