import { Bell, Ellipsis, LayoutGrid, Search } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { usePlanSession } from "../sync/session.tsx";
import styles from "./phone-bar.module.css";
import { PlanMenu } from "./plan-menu.tsx";
import { useNews } from "./use-news.ts";
import type { ViewName } from "./view-names.ts";
import { openedWindow } from "./windows.ts";

/** What one does most with a plan on a phone, where a thumb reaches it. */
export function PhoneBar({ view }: { readonly view: ViewName | null }): ReactNode {
  const { t } = useTranslation();
  const { connection, isPast } = usePlanSession();
  const { planId } = connection;
  return (
    <nav className={styles.bar} aria-label={t("views.bar")} data-phone-bar>
      <Link
        href={`/plan/${planId}`}
        className={styles.item ?? ""}
        aria-current={view === null ? "page" : undefined}
      >
        <LayoutGrid size={20} aria-hidden />
        {t("app.views.wall")}
      </Link>
      {!isPast && <ForMe planId={planId} isHere={view === "attention"} />}
      <button type="button" className={styles.item} onClick={() => openedWindow.set("palette")}>
        <Search size={20} aria-hidden />
        {t("palette.button")}
      </button>
      <PlanMenu
        view={view}
        trigger={
          <button type="button" className={styles.item}>
            <Ellipsis size={20} aria-hidden />
            {t("app.menu")}
          </button>
        }
      />
    </nav>
  );
}

/** The way to what waits for whoever is here; a dot, and its name, say that something is new. */
function ForMe({ planId, isHere }: { readonly planId: string; readonly isHere: boolean }): ReactNode {
  const { t } = useTranslation();
  const { isNew, label } = useNews();
  return (
    <Link
      href={`/plan/${planId}/attention`}
      className={styles.item ?? ""}
      aria-current={isHere ? "page" : undefined}
      aria-label={label}
      data-testid="attention-mark"
      data-new={isNew || undefined}
    >
      <Bell size={20} aria-hidden />
      {t("attention.title")}
    </Link>
  );
}
