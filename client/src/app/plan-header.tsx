import { type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { ListFilter, Share2 } from "lucide-react";
import { Link } from "wouter";
import { Avatars } from "../features/presence/avatars.tsx";
import { SyncBadge } from "../features/presence/sync-badge.tsx";
import { usePlanSession } from "../sync/session.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { Logo } from "../ui/logo.tsx";
import { part } from "../ui/part.ts";
import styles from "./plan-header.module.css";
import { UndoButtons } from "../features/undo/undo-buttons.tsx";
import { PlanMenu } from "./plan-menu.tsx";
import { PlanTitle } from "./plan-title.tsx";
import { ViewMenu } from "./view-menu.tsx";
import type { ViewName } from "./view-names.ts";

const ShareDialog = part(async () => (await import("../features/sharing/share-dialog.tsx")).ShareDialog);

/** The bar above the wall: which plan, whether it is saved, who is here. */
export function PlanHeader({
  view,
  isFiltering,
  onFilter,
}: {
  readonly view: ViewName | null;
  readonly isFiltering: boolean;
  readonly onFilter: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { role, canWrite, isPast } = usePlanSession();
  const [isSharing, setSharing] = useState(false);
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.home ?? ""} aria-label={t("app.home")}>
        <Logo />
      </Link>
      <ViewMenu view={view} />
      <PlanTitle />
      {!canWrite && !isPast && (
        <span
          className={styles.readOnly}
          title={t("people.presence.readOnlyHelp", { role: t(`people.roles.${role}`) })}
        >
          {t("people.presence.readOnly")}
        </span>
      )}
      <div className={styles.tools}>
        {!isPast && <UndoButtons />}
        <IconButton
          className={styles.filter}
          label={t("app.filter")}
          aria-expanded={isFiltering}
          onClick={onFilter}
        >
          <ListFilter aria-hidden />
        </IconButton>
        {!isPast && (
          <>
            <SyncBadge />
            <Avatars />
            <Button
              variant="primary"
              className={styles.share ?? ""}
              aria-label={t("app.share")}
              onClick={() => setSharing(true)}
            >
              <Share2 aria-hidden />
              <span className={styles.shareText}>{t("app.share")}</span>
            </Button>
          </>
        )}
        <PlanMenu onFilter={onFilter} />
      </div>
      {isSharing && (
        <Suspense fallback={null}>
          <ShareDialog onClose={() => setSharing(false)} />
        </Suspense>
      )}
    </header>
  );
}
