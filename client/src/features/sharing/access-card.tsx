import { KeyRound, X } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { isAccessDue, setAccessDue } from "../../plan/access-due.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import styles from "./access-card.module.css";
import { KeepAccess } from "./keep-access.tsx";

/** Asks whoever just made the plan to keep a link to come back by; it holds up nothing, and is not asked again. */
export function AccessCard({
  isHidden,
}: {
  /** Something else has its corner; what it shows stays with it. */
  readonly isHidden: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { role, isPast, connection } = usePlanSession();
  const { planId } = connection;
  const id = useId();
  const [isOpen, setOpen] = useState(() => isAccessDue(planId));
  const [isTaken, setTaken] = useState(false);
  if (!isOpen || isPast || role !== "owner") return null;

  function close(): void {
    setAccessDue(planId, false);
    setOpen(false);
  }

  function take(): void {
    setAccessDue(planId, false);
    setTaken(true);
  }

  return (
    <aside
      className={styles.card}
      hidden={isHidden}
      aria-labelledby={id}
      data-testid="access-card"
      {...(isHidden ? {} : { "data-bottom-bar": "tall" })}
    >
      <div className={styles.head}>
        <KeyRound size={20} aria-hidden />
        <h2 id={id} className={styles.title}>
          {t("sharing.access.title")}
        </h2>
        <IconButton size="small" label={t("app.close")} onClick={close}>
          <X aria-hidden />
        </IconButton>
      </div>
      <KeepAccess onTaken={take} />
      <div className={styles.foot}>
        <Button size="small" variant="ghost" onClick={close}>
          {t(isTaken ? "sharing.access.done" : "sharing.access.later")}
        </Button>
      </div>
    </aside>
  );
}
