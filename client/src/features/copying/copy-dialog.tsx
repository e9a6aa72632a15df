import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/dialog.tsx";
import { CopyForm } from "./copy-form.tsx";

/** Makes a new plan of the open one, for another year or another team. */
export function CopyDialog({
  onCopied,
  onClose,
}: {
  readonly onCopied: (planId: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t("copying.title")}
      description={t("copying.intro")}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      <CopyForm onCopied={onCopied} />
    </Dialog>
  );
}
