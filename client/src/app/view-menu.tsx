import { ChevronDown, LayoutGrid } from "lucide-react";
import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession } from "../sync/session.tsx";
import { Popover } from "../ui/popover.tsx";
import { part } from "../ui/part.ts";
import type { ViewName } from "./view-names.ts";
import styles from "./view-menu.module.css";

const ViewMenuItems = part(async () => (await import("./header-parts.ts")).ViewMenuItems);

/** Which view of the plan this is, and the way to the others. */
export function ViewMenu({ view }: { readonly view: ViewName | null }): ReactNode {
  const { t } = useTranslation();
  const { planId } = usePlanSession().connection;
  const now = view ?? "wall";
  return (
    <Popover
      label={t("app.views.label")}
      size="columns"
      trigger={
        <button
          type="button"
          className={styles.button}
          aria-label={t("app.views.now", { view: t(`app.views.${now}`) })}
        >
          <LayoutGrid size={17} aria-hidden />
          <span className={styles.name}>{t(`app.views.${now}`)}</span>
          <ChevronDown size={14} aria-hidden />
        </button>
      }
    >
      {(close) => <ViewMenuItems now={now} planId={planId} onDone={close} />}
    </Popover>
  );
}
