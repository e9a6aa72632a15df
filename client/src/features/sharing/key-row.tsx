import { mayInvite } from "@planwand/shared/access/policy.ts";
import type { KeyResponse } from "@planwand/shared/protocol/http.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNearDates } from "../../fields/near-dates.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/toaster.tsx";
import { KeyName } from "./key-name.tsx";
import { KeyPeople } from "./key-people.tsx";
import styles from "./sharing.module.css";
import { useKeyWords } from "./use-key-words.ts";
import type { Keys } from "./use-keys.ts";

/** One link: what it is called, what it gives, who made it and who came in with it; it can be renamed and withdrawn. */
export function KeyRow({
  shareKey,
  isEnded,
  keys,
}: {
  readonly shareKey: KeyResponse;
  readonly isEnded: boolean;
  readonly keys: Keys;
}): ReactNode {
  const { role, actor } = usePlanSession();
  const words = useKeyWords(shareKey);
  const isOurs = shareKey.people.some(({ id }) => id === actor.id);
  const mayChange = mayInvite(role, shareKey.role) && !isEnded;
  return (
    <li className={styles.key} data-testid="share-key" data-role={shareKey.role}>
      <div className={styles.keyText}>
        <KeyName
          shareKey={shareKey}
          words={words.name}
          onRename={mayChange && shareKey.origin === "person" ? keys.rename : null}
        />
        <p className={styles.help}>{words.facts}</p>
        <KeyPeople shareKey={shareKey} />
      </div>
      {mayChange && <Withdraw shareKey={shareKey} name={words.name} isOurs={isOurs} revoke={keys.revoke} />}
    </li>
  );
}

/** Ends a link, after saying once more what that does. */
function Withdraw({
  shareKey,
  name,
  isOurs,
  revoke,
}: {
  readonly shareKey: KeyResponse;
  readonly name: string;
  readonly isOurs: boolean;
  readonly revoke: Keys["revoke"];
}): ReactNode {
  const { t } = useTranslation();
  const { moment } = useNearDates();
  const [isAsking, setAsking] = useState(false);
  const date = moment(shareKey.createdAt, { month: "short" });

  async function withdraw(): Promise<void> {
    showToast((await revoke(shareKey.id)) ? t("sharing.revoked") : t("sharing.failed"));
  }

  if (!isAsking)
    return (
      <Button
        variant="ghost"
        size="small"
        aria-label={t("sharing.revokeFor", { name, date })}
        onClick={() => setAsking(true)}
      >
        {t("sharing.revoke")}
      </Button>
    );
  return (
    <div className={styles.asking}>
      <p className={styles.help} role="alert">
        {t(isOurs ? "sharing.revokeConfirmOwn" : "sharing.revokeConfirm")}
      </p>
      <div className={styles.confirm}>
        <Button variant="danger" size="small" autoFocus onClick={() => void withdraw()}>
          {t("sharing.revokeYes")}
        </Button>
        <Button variant="ghost" size="small" onClick={() => setAsking(false)}>
          {t("sharing.cancel")}
        </Button>
      </div>
    </div>
  );
}
