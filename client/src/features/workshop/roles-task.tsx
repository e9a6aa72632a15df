import { CLAIMED_SLOTS, type ClaimedSlot } from "@planwand/shared/workshop/session.ts";
import { personOf } from "@planwand/shared/views/workshop.ts";
import { HandHelping, Scale } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActivities, useParties } from "../../plan/hooks.ts";
import { useJournal } from "../../plan/journal.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import styles from "./task.module.css";
import type { TaskProps } from "./task.ts";
import { lacking } from "./lacking.ts";
import { usePlaceName } from "./use-places.ts";
import { useTell, useUnderWay } from "./use-workshop.ts";

const ICONS = { executor: HandHelping, codecider: Scale } as const;

/** Which activities still need somebody; one tap takes a role on, in the name of a function of one's own circle. */
export function RolesTask({ now: { session, allowed }, person, as }: Omit<TaskProps, "step">): ReactNode {
  const { t } = useTranslation();
  const journal = useJournal();
  const tell = useTell(session.id);
  const underWay = useUnderWay(session.id);
  const nameOf = usePlaceName();
  const parties = useParties();
  const activities = useActivities();
  const { circle } = personOf(journal, session, person);
  const ordered = parties.toSorted((a, b) => Number(b.circle === circle) - Number(a.circle === circle));
  const [chosen, setParty] = useState<string | null>(null);
  const party = ordered.find(({ id }) => id === chosen) ?? ordered[0];
  const open = lacking(activities);
  const isUnderWay = (activity: string, slot: ClaimedSlot): boolean =>
    underWay.some(
      (command) => command.type === "role.claim" && command.activity === activity && command.slot === slot,
    );
  const mine = session.claims.filter((claim) => claim.person === person);
  const partyName = (id: string): string => parties.find((one) => one.id === id)?.name ?? "";
  const titleOf = (id: string): string =>
    activities.find((one) => one.id === id)?.title || t("board.untitled");
  return (
    <>
      {party !== undefined && allowed.has("claim") && (
        <SelectField
          label={t("takingPart.roles.party")}
          value={party.id}
          options={ordered.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setParty}
        />
      )}
      {mine.length > 0 && (
        <section className={styles.mine}>
          <h2>{t("takingPart.roles.taken")}</h2>
          <ul>
            {mine.map((claim) => (
              <li key={`${claim.activity}:${claim.slot}`} className={styles.own} data-testid="claim">
                <div className={styles.ownText}>
                  <p>{titleOf(claim.activity)}</p>
                  <span className={styles.state}>
                    {t(`takingPart.roles.claimed.${claim.slot}`, { party: partyName(claim.party) })}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {open.length === 0 ? (
        <p className={styles.look}>{t("takingPart.roles.none")}</p>
      ) : (
        <section className={styles.mine}>
          <h2>
            {t("takingPart.roles.lacking")} <span className={styles.count}>{open.length}</span>
          </h2>
          <ul>
            {open.map(({ id, title, place: [phase, domain], slots }) => (
              <li key={id} className={styles.own} data-testid="lacking" data-activity={id}>
                <div className={styles.ownText}>
                  <p>{title || t("board.untitled")}</p>
                  <span className={styles.state}>{nameOf({ kind: "cell", phase, domain })}</span>
                  {party !== undefined && allowed.has("claim") && (
                    <div className={styles.claims}>
                      {CLAIMED_SLOTS.filter((slot) => slots.includes(slot)).map((slot) => {
                        const Icon = ICONS[slot];
                        return (
                          <Button
                            key={slot}
                            aria-label={`${t(`takingPart.roles.slots.${slot}`)}: ${title}`}
                            disabled={isUnderWay(id, slot)}
                            onClick={() =>
                              tell({ type: "role.claim", activity: id, slot, party: party.id, as })
                            }
                          >
                            <Icon aria-hidden />
                            {t(`takingPart.roles.slots.${slot}`)}
                          </Button>
                        );
                      })}
                    </div>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
