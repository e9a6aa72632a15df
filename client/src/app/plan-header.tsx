import { may } from "@planwand/shared/access/policy.ts";
import { type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Share2 } from "lucide-react";
import { Link } from "wouter";
import { SyncBadge } from "../features/presence/sync-badge.tsx";
import { usePlanSession } from "../sync/session.tsx";
import { Button } from "../ui/button.tsx";
import { Logo } from "../ui/logo.tsx";
import { useNarrow } from "../ui/narrow.ts";
import { part } from "../ui/part.ts";
import styles from "./plan-header.module.css";
import { PlanMenu } from "./plan-menu.tsx";
import { PlanTitle } from "./plan-title.tsx";
import { ViewMenu } from "./view-menu.tsx";
import type { ViewName } from "./view-names.ts";
import { openedWindow } from "./windows.ts";

const Avatars = part(async () => (await import("./header-parts.ts")).Avatars);
const HeaderTools = part(async () => (await import("./header-parts.ts")).HeaderTools);

/** The bar above the wall: which plan, whether it is saved, who is here. */
export function PlanHeader({
  view,
  isFiltering,
}: {
  readonly view: ViewName | null;
  readonly isFiltering: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { role, canWrite, isPast } = usePlanSession();
  const isNarrow = useNarrow();
  const reading = may(role, "journal.command") ? "commenting" : "readOnly";
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
          title={t(`people.presence.${reading}Help`, { role: t(`people.roles.${role}`).toLocaleLowerCase() })}
        >
          {t(`people.presence.${reading}`)}
        </span>
      )}
      <div className={styles.tools}>
        <Suspense fallback={null}>
          <HeaderTools view={view} isFiltering={isFiltering} />
        </Suspense>
        {!isPast && (
          <>
            <SyncBadge />
            <Suspense fallback={null}>
              <Avatars view={view} />
            </Suspense>
            {may(role, "people.invite") && (
              <Button
                variant="primary"
                className={styles.share ?? ""}
                aria-label={t("app.share")}
                onClick={() => openedWindow.set("share")}
              >
                <Share2 aria-hidden />
                <span className={styles.shareText}>{t("app.share")}</span>
              </Button>
            )}
          </>
        )}
        {!isNarrow && <PlanMenu view={view} />}
      </div>
    </header>
  );
}
