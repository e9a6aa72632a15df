import type { Session } from "@planwand/shared/workshop/session.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/dialog.tsx";
import { MinutesLinks } from "./minutes-links.tsx";

/** Said once on the wall when a session was closed: where its minutes are. */
export function ClosedDialog({
  planId,
  session,
  onClose,
}: {
  readonly planId: string;
  readonly session: Session;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t("takingPart.closed.title")}
      description={t("takingPart.closed.text")}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      <MinutesLinks planId={planId} session={session} />
    </Dialog>
  );
}
