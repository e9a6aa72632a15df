import { may } from "@planwand/shared/access/policy.ts";
import { CircleAlert, CircleCheck, CloudCheck, CloudOff, LoaderCircle } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SaveState } from "../../sync/unsaved.ts";
import { usePlanSession, useSyncStatus } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { announce } from "../../ui/live-region.tsx";
import { Popover } from "../../ui/popover.tsx";
import { DiscardEdits } from "./discard-edits.tsx";
import { RescueButton } from "./rescue-button.tsx";
import styles from "./sync-badge.module.css";
import { isUnkeptUnasked, syncWords, whyUnkept } from "./sync-words.ts";

const ICONS = { saved: CircleCheck, saving: LoaderCircle, offline: CloudOff, error: CircleAlert } as const;

/** Whether one's edits are safe, in words; opens to an explanation and to what can be done. */
export function SyncBadge(): ReactNode {
  const { t } = useTranslation();
  const { connection, role } = usePlanSession();
  const status = useSyncStatus();
  const mayWrite = may(role, "plan.write");
  const { text, short, help } = syncWords(t, status, mayWrite);
  const why = whyUnkept(status);
  const isUnkept = isUnkeptUnasked(status, mayWrite);
  const whyText = why === null ? null : t(`sync.unkept.${why}`);
  useAnnouncedState(status.state, help);
  useAnnouncedLoss(isUnkept ? whyText : null);
  const Icon = status.state === "saved" && isUnkept ? CloudCheck : ICONS[status.state];
  return (
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
          <span className={styles.text}>{text}</span>
          <span className={styles.short} aria-hidden>
            {short}
          </span>
        </button>
      }
    >
      <div className={styles.details}>
        <p className={styles.summary}>{text}</p>
        <p>{help}</p>
        {whyText !== null && <p>{whyText}</p>}
        {status.state === "offline" && (
          <Button variant="secondary" onClick={connection.retry}>
            {t("sync.retry")}
          </Button>
        )}
        {isUnkept && status.state !== "offline" && (
          <Button variant="secondary" onClick={connection.retry}>
            {t("sync.keepAgain")}
          </Button>
        )}
        {isUnkept && status.state === "offline" && status.unsaved > 0 && <RescueButton />}
        {status.state === "error" && (
          <>
            <RescueButton />
            <DiscardEdits />
          </>
        )}
      </div>
    </Popover>
  );
}

/** Says once, when this device no longer keeps anything, why and what to do. */
function useAnnouncedLoss(why: string | null): void {
  useEffect(() => {
    if (why !== null) announce(why, "polite");
  }, [why]);
}

/** Says it when the connection is lost, saving fails, or all is well again; not at every edit. */
function useAnnouncedState(state: SaveState, help: string): void {
  const { t } = useTranslation();
  const said = useRef<SaveState>("saved");
  useEffect(() => {
    if (state === "saving" || state === said.current) return;
    said.current = state;
    announce(state === "saved" ? t("sync.nowSaved") : help, "polite");
  }, [state, help, t]);
}
