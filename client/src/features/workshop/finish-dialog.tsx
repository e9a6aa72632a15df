import type { Session } from "@planwand/shared/workshop/session.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import styles from "./lead.module.css";
import { useTell, useWorkshopLive } from "./use-workshop.ts";

/** Asks before a session is closed, and what happens to ideas that nobody has seen. */
export function FinishDialog({
  session,
  onClose,
}: {
  readonly session: Session;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const tell = useTell(session.id);
  const { counts } = useWorkshopLive();
  const hidden = counts.reduce((sum, { ideas }) => sum + Object.values(ideas).reduce((a, b) => a + b, 0), 0);
  const hasVotes = counts.some(({ dots }) => dots > 0);
  const close = (what: "ask" | "reveal" | "discard"): void => {
    tell({ type: "session.close", hidden: what });
    onClose();
  };
  return (
    <Dialog
      title={t("leading.finish.title")}
      description={t("leading.finish.text")}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      {hidden > 0 && <p>{t("leading.finish.hidden", { count: hidden })}</p>}
      {hasVotes && <p>{t("leading.finish.votes")}</p>}
      <div className={styles.answers}>
        {hidden === 0 && !hasVotes ? (
          <Button variant="primary" size="large" onClick={() => close("ask")}>
            {t("leading.finish.close")}
          </Button>
        ) : (
          <>
            <Button variant="primary" size="large" onClick={() => close("reveal")}>
              {t("leading.finish.reveal")}
            </Button>
            <Button variant="danger" size="large" onClick={() => close("discard")}>
              {t("leading.finish.discard")}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}
