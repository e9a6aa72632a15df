import type { KeyResponse } from "@planwand/shared/protocol/http.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/toaster.tsx";
import styles from "./sharing.module.css";
import type { Keys } from "./use-keys.ts";

/** The links that were made before, each of which can be withdrawn. */
export function KeyList({ keys }: { readonly keys: Keys }): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="share-links">
      <h3 id="share-links" className={styles.roleName}>
        {t("sharing.existing")}
      </h3>
      {keys.list === null && <p className={styles.help}>{t("sharing.loading")} …</p>}
      {keys.list === "failed" && <p className={styles.help}>{t("sharing.offline")}</p>}
      {Array.isArray(keys.list) && keys.list.length === 0 && <p className={styles.help}>{t("sharing.noLinks")}</p>}
      {Array.isArray(keys.list) && keys.list.length > 0 && (
        <ul className={styles.keys}>
          {keys.list.map((key: KeyResponse) => (
            <KeyRow key={key.id} shareKey={key} revoke={keys.revoke} />
          ))}
        </ul>
      )}
    </section>
  );
}

function KeyRow({
  shareKey,
  revoke,
}: {
  readonly shareKey: KeyResponse;
  readonly revoke: Keys["revoke"];
}): ReactNode {
  const { t, i18n } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const format = new Intl.DateTimeFormat(i18n.language, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
  const date = format.format(shareKey.createdAt);
  const role = t(`people.roles.${shareKey.role}`);
  const facts: string[] = [t("sharing.madeOn", { date }), t("sharing.uses", { count: shareKey.uses })];
  if (shareKey.expiresAt !== null) facts.push(t("sharing.expires", { date: format.format(shareKey.expiresAt) }));

  async function withdraw(): Promise<void> {
    showToast((await revoke(shareKey.id)) ? t("sharing.revoked") : t("sharing.failed"));
  }

  return (
    <li className={styles.key} data-testid="share-key" data-role={shareKey.role}>
      <div className={styles.roleText}>
        <p>{role}</p>
        <p className={styles.help}>{isAsking ? t("sharing.revokeConfirm") : facts.join(", ")}</p>
      </div>
      {isAsking ? (
        <div className={styles.confirm}>
          <Button variant="danger" size="small" autoFocus onClick={() => void withdraw()}>
            {t("sharing.revokeYes")}
          </Button>
          <Button variant="ghost" size="small" onClick={() => setAsking(false)}>
            {t("sharing.cancel")}
          </Button>
        </div>
      ) : (
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
