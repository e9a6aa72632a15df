import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { SoleOwner } from "../../fields/sole-owner.tsx";
import type { MyPlan } from "../../sync/my-plans.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import styles from "./start-page.module.css";

/** Asks before the last way to a plan that nobody else owns is taken off the list, and offers a link to come back by. */
export function ForgetDialog({
  plan,
  onForget,
  onClose,
}: {
  readonly plan: MyPlan;
  readonly onForget: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [hasLink, setLink] = useState(false);
  const title = plan.plan.title || t("app.untitledPlan");
  return (
    <Dialog
      title={t("start.forget", { title })}
      description={t("start.forgetText")}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      <SoleOwner plans={[plan]} warning={t("start.forgetAlone")} onTaken={() => setLink(true)} />
      <div className={styles.forgetActions}>
        <Button onClick={onClose}>{t("leave.cancel")}</Button>
        <Button variant="primary" onClick={onForget}>
          {t(hasLink ? "start.forgetYes" : "start.forgetWithoutLink")}
        </Button>
      </div>
    </Dialog>
  );
}
