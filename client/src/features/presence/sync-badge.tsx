import { may } from "@planwand/shared/access/policy.ts";
import { CircleAlert, CircleCheck, CloudCheck, CloudOff, LoaderCircle } from "lucide-react";
import { type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession, useSyncStatus } from "../../sync/session.tsx";
import { part } from "../../ui/part.ts";
import { Popover } from "../../ui/popover.tsx";
import styles from "./sync-badge.module.css";
import { isUnkeptUnasked, syncWords } from "./sync-words.ts";

const SyncDetails = part(async () => (await import("./sync-parts.ts")).SyncDetails);
const SyncNews = part(async () => (await import("./sync-parts.ts")).SyncNews);

const ICONS = { saved: CircleCheck, saving: LoaderCircle, offline: CloudOff, error: CircleAlert } as const;

/** Whether one's edits are safe, in words; opens to an explanation and to what can be done. */
export function SyncBadge(): ReactNode {
  const { t } = useTranslation();
  const { role } = usePlanSession();
  const status = useSyncStatus();
  const mayWrite = may(role, "plan.write");
  const { text, short } = syncWords(t, status, mayWrite);
  const isUnkept = isUnkeptUnasked(status, mayWrite);
  const Icon = status.state === "saved" && isUnkept ? CloudCheck : ICONS[status.state];
  return (
    <>
      <Suspense fallback={null}>
        <SyncNews />
      </Suspense>
      <Popover
        label={t("sync.details")}
        trigger={
          <button
            type="button"
            className={styles.badge}
            data-testid="sync-badge"
            data-state={status.state}
            data-unkept={isUnkept || undefined}
          >
            <Icon aria-hidden />
            <span className={styles.text} data-saved={t("sync.saved")} data-saving={t("sync.saving")}>
              {text}
            </span>
            <span className={styles.short} aria-hidden>
              {short}
            </span>
          </button>
        }
      >
        <SyncDetails />
      </Popover>
    </>
  );
}
