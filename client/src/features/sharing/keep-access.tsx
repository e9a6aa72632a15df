import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { OwnerLink } from "../../fields/owner-link.tsx";
import { useMeta } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import styles from "./sharing.module.css";

/** Why an owner keeps a link of their own, and that link: to copy, to mail to oneself, to open on another device. */
export function KeepAccess({ onTaken }: { readonly onTaken: () => void }): ReactNode {
  const { t } = useTranslation();
  const { planId } = usePlanSession().connection;
  const { title } = useMeta();
  return (
    <div className={styles.access}>
      <p>{t("sharing.access.why")}</p>
      <OwnerLink planId={planId} title={title || t("app.untitledPlan")} onTaken={onTaken} />
      <p className={styles.help}>{t("sharing.access.elsewhere")}</p>
    </div>
  );
}
