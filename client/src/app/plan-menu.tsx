import { Ellipsis } from "lucide-react";
import { type ReactNode, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { usePlanSession } from "../sync/session.tsx";
import { IconButton } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import { part } from "../ui/part.ts";
import { isSingleKey } from "../ui/single-keys.ts";
import type { PlanWindow } from "./plan-menu-items.tsx";

const PlanMenuItems = part(async () => (await import("./plan-menu-items.tsx")).PlanMenuItems);
const BinDialog = part(async () => (await import("../features/bin/bin-dialog.tsx")).BinDialog);
const ExportDialog = part(async () => (await import("../features/exporting/export-dialog.tsx")).ExportDialog);
const ImportDialog = part(async () => (await import("../features/importing/import-dialog.tsx")).ImportDialog);
const GuideDialog = part(async () => (await import("../features/guide/guide-dialog.tsx")).GuideDialog);
const LeaveDialog = part(async () => (await import("../features/leave/leave-dialog.tsx")).LeaveDialog);
const ShortcutsDialog = part(
  async () => (await import("../features/help/shortcuts-dialog.tsx")).ShortcutsDialog,
);

/** The button behind which is what one seldom needs, and the windows that it opens. */
export function PlanMenu({ onFilter }: { readonly onFilter: () => void }): ReactNode {
  const { t } = useTranslation();
  const [opened, open] = useState<PlanWindow | null>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === "?" && isSingleKey(event)) open("shortcuts");
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  const close = (): void => open(null);
  const [, navigate] = useLocation();
  const { planId } = usePlanSession().connection;
  return (
    <>
      <Popover
        label={t("app.menu")}
        trigger={
          <IconButton label={t("app.menu")}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        {(closeMenu) => <PlanMenuItems onOpen={open} onFilter={onFilter} onDone={closeMenu} />}
      </Popover>
      <Suspense fallback={null}>
        {opened === "bin" && <BinDialog onClose={close} />}
        {opened === "export" && <ExportDialog onClose={close} />}
        {opened === "guide" && (
          <GuideDialog
            onClose={close}
            onShow={(view) => {
              close();
              navigate(view === "wall" ? `/plan/${planId}` : `/plan/${planId}/${view}`);
            }}
          />
        )}
        {opened === "import" && <ImportDialog onClose={close} />}
        {opened === "leave" && <LeaveDialog onClose={close} />}
        {opened === "shortcuts" && <ShortcutsDialog onClose={close} />}
      </Suspense>
    </>
  );
}
