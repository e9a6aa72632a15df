import { may } from "@planwand/shared/access/policy.ts";
import { agreementKey } from "@planwand/shared/journal/journal.ts";
import { changedTerms, termsOf } from "@planwand/shared/views/agreements.ts";
import { Check, TriangleAlert } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePartyOptions } from "../../fields/parties.tsx";
import { giveNow } from "../../plan/give-now.ts";
import { useActivity, useParties } from "../../plan/hooks.ts";
import { give, useJournal } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/toaster.tsx";
import styles from "./agreements.module.css";

/** Which parties have seen this activity and agree to it as it reads now, and saying so on behalf of one. */
export function Agreements({ activityId }: { readonly activityId: string }): ReactNode {
  const { t } = useTranslation();
  const { connection, role } = usePlanSession();
  const activity = useActivity(activityId);
  const parties = useParties();
  const options = usePartyOptions();
  const journal = useJournal();
  const id = useId();
  const [party, setParty] = useState("");
  const [isBusy, setBusy] = useState(false);
  if (activity === null) return null;
  const agreed = parties.flatMap((one) => {
    const agreement = journal.agreements.get(agreementKey(activityId, one.id));
    return agreement === undefined ? [] : [{ party: one, agreement }];
  });

  async function agree(wanted: string): Promise<void> {
    setBusy(true);
    const answer = await giveNow(connection, { type: "agreement.give", activity: activityId, party: wanted });
    setBusy(false);
    if (answer === "unsaved") showToast(t("agreement.unsaved"));
    else if (!answer.ok) showToast(answer.failure.title ?? t("agreement.unsaved"));
    else setParty("");
  }

  return (
    <div className={styles.agreements} data-testid="agreements">
      {agreed.length === 0 ? <p className={styles.none}>{t("agreement.none")}</p> : null}
      <ul className={styles.list}>
        {agreed.map(({ party: one, agreement }) => {
          const changed = changedTerms(agreement.terms, termsOf(activity));
          const by = journal.members.get(agreement.by)?.name ?? t("discussion.somebody");
          const holds = changed.length === 0;
          return (
            <li key={one.id} className={styles.agreement} data-holds={holds}>
              {holds ? (
                <Check size={15} aria-hidden="true" />
              ) : (
                <TriangleAlert size={15} aria-hidden="true" />
              )}
              <span className={styles.words}>
                <strong>{one.name}</strong>
                {` ${holds ? t("agreement.holds", { name: by }) : t("agreement.lapsed", { fields: changed.map((field) => t(`agreement.terms.${field}`)).join(", ") })}`}
              </span>
              {may(role, "journal.command") ? (
                <Button
                  variant="ghost"
                  size="small"
                  disabled={isBusy}
                  onClick={() =>
                    holds
                      ? give(connection, { type: "agreement.withdraw", activity: activityId, party: one.id })
                      : void agree(one.id)
                  }
                >
                  {holds ? t("agreement.withdraw") : t("agreement.again")}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {may(role, "journal.command") ? (
        <div className={styles.give}>
          <label className="visually-hidden" htmlFor={id}>
            {t("agreement.party")}
          </label>
          <select
            id={id}
            className={styles.party}
            value={party}
            onChange={(event) => setParty(event.currentTarget.value)}
          >
            <option value="">{t("agreement.party")}</option>
            {options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.label}
              </option>
            ))}
          </select>
          <Button size="small" disabled={party === "" || isBusy} onClick={() => void agree(party)}>
            {t("agreement.give")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
