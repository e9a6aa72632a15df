import { ROLE_SLOTS } from "@planwand/shared/plan/schema.ts";
import { type ReactNode, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { assign } from "../../plan/edit-activity.ts";
import { useActivity, useParties, useParty } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { part } from "../../ui/part.ts";
import { PersonNames } from "./person-names.tsx";
import styles from "./roles-menu.module.css";

const PopoverWindow = part(async () => (await import("../../ui/windows.ts")).PopoverWindow);

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
  const parties = useParties();
  const at = useMemo(() => ({ current: anchor as HTMLButtonElement }), [anchor]);
  if (activity === null || party === null) return null;
  const title = activity.title || t("board.untitled");
  const name = party.name || t("parties.unnamed");
  const sponsors = parties.filter(({ id }) => id !== partyId && activity.roles.sponsor.includes(id));
  return (
    <Suspense fallback={null}>
      <PopoverWindow anchor={at} label={t("parties.rolesOf", { party: name, title })} onClose={onClose}>
        <fieldset className={styles.slots}>
          <legend className={styles.legend}>
            <span className={styles.party}>{name}</span>
            <span className={styles.title}>{title}</span>
          </legend>
          {ROLE_SLOTS.map((slot) => (
            <label key={slot} className={styles.slot}>
              <input
                type="checkbox"
                checked={activity.roles[slot].includes(partyId)}
                onChange={(event) => assign(doc, activityId, slot, partyId, event.currentTarget.checked)}
              />
              <span>{t(`activity.roles.${slot}`)}</span>
              {slot === "sponsor" && sponsors.length > 0 ? (
                <span className={styles.now}>
                  {t("parties.sponsorNow", { names: sponsors.map((one) => one.name).join(", ") })}
                </span>
              ) : null}
            </label>
          ))}
        </fieldset>
        {activity.roles.sponsor.length > 1 ? (
          <p className={styles.hint}>{t("activity.roles.severalSponsors")}</p>
        ) : null}
        <PersonNames activity={activity} partyId={partyId} />
      </PopoverWindow>
    </Suspense>
  );
}
