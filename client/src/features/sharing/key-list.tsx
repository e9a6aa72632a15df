import { mayInvite } from "@planwand/shared/access/policy.ts";
import type { KeyResponse } from "@planwand/shared/protocol/http.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNearDates } from "../../fields/near-dates.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/toaster.tsx";
import styles from "./sharing.module.css";
import type { Keys } from "./use-keys.ts";

/** The links that were made before, each of which can be withdrawn. */
export function KeyList({ keys }: { readonly keys: Keys }): ReactNode {
  const { t } = useTranslation();
  const { list } = keys;
  if (list === null) return <p className={styles.help}>{t("sharing.loading")} …</p>;
  if (list === "failed") return <p className={styles.help}>{t("sharing.offline")}</p>;
  if (list.length === 0) return <p className={styles.help}>{t("sharing.noLinks")}</p>;
  return (
    <details className={styles.made}>
      <summary className={styles.roleName}>
        {t("sharing.existing")} ({list.length})
      </summary>
      <ul className={styles.keys}>
        {list.map((key) => (
          <KeyRow key={key.id} shareKey={key} revoke={keys.revoke} />
        ))}
      </ul>
    </details>
  );
}

function KeyRow({
  shareKey,
  revoke,
}: {
  readonly shareKey: KeyResponse;
  readonly revoke: Keys["revoke"];
}): ReactNode {
  const { t } = useTranslation();
  const own = usePlanSession().role;
  const [isAsking, setAsking] = useState(false);
  const { moment } = useNearDates();
  const date = moment(shareKey.createdAt, { month: "short" });
  const role = t(`people.roles.${shareKey.role}`);
  const facts: string[] = [t("sharing.madeOn", { date }), t("sharing.uses", { count: shareKey.uses })];
  if (shareKey.expiresAt !== null)
    facts.push(t("sharing.expires", { date: moment(shareKey.expiresAt, { month: "short" }) }));

  // The list does not say by which link we ourselves came in.
  const mayBeOurs = shareKey.role === own && shareKey.uses > 0;
  const warning = mayBeOurs ? t("sharing.revokeConfirmOwn") : t("sharing.revokeConfirm");

  async function withdraw(): Promise<void> {
    showToast((await revoke(shareKey.id)) ? t("sharing.revoked") : t("sharing.failed"));
  }

  return (
    <li className={styles.key} data-testid="share-key" data-role={shareKey.role}>
      <div className={styles.roleText}>
        <p>{role}</p>
        <p className={styles.help}>{isAsking ? warning : facts.join(", ")}</p>
      </div>
      {mayInvite(own, shareKey.role) && isAsking && (
        <div className={styles.confirm}>
          <Button variant="danger" size="small" autoFocus onClick={() => void withdraw()}>
            {t("sharing.revokeYes")}
          </Button>
          <Button variant="ghost" size="small" onClick={() => setAsking(false)}>
            {t("sharing.cancel")}
          </Button>
        </div>
      )}
      {mayInvite(own, shareKey.role) && !isAsking && (
        <Button
          variant="ghost"
          size="small"
          aria-label={t("sharing.revokeFor", { role, date })}
          onClick={() => setAsking(true)}
        >
          {t("sharing.revoke")}
        </Button>
      )}
    </li>
  );
}
