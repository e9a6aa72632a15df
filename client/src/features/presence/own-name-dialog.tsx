import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/dialog.tsx";
import { OwnName } from "./own-name.tsx";

/** The same as pressing one's own face, from the menu: on a phone no faces are shown. */
export function OwnNameDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog title={t("who.title")} closeLabel={t("app.close")} onClose={onClose}>
      <OwnName onDone={onClose} />
    </Dialog>
  );
}
