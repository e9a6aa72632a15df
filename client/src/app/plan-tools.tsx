import { type ReactNode, Suspense, useEffect, useRef, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { part } from "../ui/part.ts";
import { letterOf } from "../ui/shortcut.ts";
import { showToast } from "../ui/toaster.tsx";
import { isSingleKey } from "../ui/single-keys.ts";
import { FOR_COPYING } from "./for-copying.ts";
import { useActions } from "./use-actions.ts";
import type { ViewName } from "./view-names.ts";
import { offeredTable, openedWindow } from "./windows.ts";

const AccessCard = part(async () => (await import("./tools.ts")).AccessCard);
const BinDialog = part(async () => (await import("./tools.ts")).BinDialog);
const CopyDialog = part(async () => (await import("./tools.ts")).CopyDialog);
const ExportDialog = part(async () => (await import("./tools.ts")).ExportDialog);
const GuideDialog = part(async () => (await import("./tools.ts")).GuideDialog);
const HelpWindow = part(async () => (await import("./tools.ts")).HelpWindow);
const ImportDialog = part(async () => (await import("./tools.ts")).ImportDialog);
const LeaveDialog = part(async () => (await import("./tools.ts")).LeaveDialog);
const OwnNameDialog = part(async () => (await import("./tools.ts")).OwnNameDialog);
const ShareDialog = part(async () => (await import("./tools.ts")).ShareDialog);
const StartDialog = part(async () => (await import("./workshop-parts.ts")).StartDialog);
const PlanPalette = part(async () => (await import("./tools.ts")).PlanPalette);

/** Shuts the window that is open; what it opened with is of this plan and this time only. */
function close(): void {
  openedWindow.set(null);
  offeredTable.set(null);
}

/** The keys that work everywhere in a plan, and the windows over it. */
export function PlanTools({
  planId,
  view,
  hasPanel,
}: {
  readonly planId: string;
  readonly view: ViewName | null;
  /** Something is open beside the wall. */
  readonly hasPanel: boolean;
}): ReactNode {
  const opened = useSyncExternalStore(openedWindow.subscribe, openedWindow.getSnapshot);
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const actions = useActions(view);
  const now = useRef({ actions, view, hasPanel });
  useEffect(() => {
    now.current = { actions, view, hasPanel };
  });
  useEffect(() => {
    // Who types somewhere that takes no text means no shortcut: only the wall has some, and nothing at all beside it counts as the wall.
    const isOnWall = ({ target }: KeyboardEvent): boolean => {
      if (now.current.view !== null || !(target instanceof Element)) return false;
      return target.closest("main") !== null || (target === document.body && !now.current.hasPanel);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isFindKey(event)) {
        event.preventDefault();
        const open = openedWindow.getSnapshot();
        if (open === null || open === "palette") openedWindow.set(open === null ? "palette" : null);
        return;
      }
      if (openedWindow.getSnapshot() !== null || !isSingleKey(event) || !isOnWall(event)) return;
      const action = now.current.actions.find(({ key }) => key === event.key);
      if (action === undefined) return;
      event.preventDefault();
      action.run();
    };
    document.addEventListener("keydown", onKeyDown);
    document.documentElement.dataset["keys"] = "";
    if (history.state === FOR_COPYING) {
      history.replaceState(null, "");
      openedWindow.set("copy");
    }
    return () => {
      delete document.documentElement.dataset["keys"];
      document.removeEventListener("keydown", onKeyDown);
      close();
    };
  }, []);
  return (
    <Suspense fallback={null}>
      <AccessCard isHidden={hasPanel} />
      {opened === "bin" && (
        <BinDialog
          onClose={close}
          onShow={(where, id) => navigate(`/plan/${planId}/${where}${id === null ? "" : `/${id}`}`)}
        />
      )}
      {opened === "copy" && (
        <CopyDialog
          onClose={close}
          onCopied={(copy) => {
            close();
            navigate(`/plan/${copy}`);
            showToast(t("copying.made"));
          }}
        />
      )}
      {opened === "export" && <ExportDialog onClose={close} />}
      {opened === "guide" && (
        <GuideDialog
          onClose={close}
          onShow={(shown) => {
            close();
            navigate(shown === "wall" ? `/plan/${planId}` : `/plan/${planId}/${shown}`);
          }}
        />
      )}
      {opened === "import" && <ImportDialog offered={offeredTable.getSnapshot()} onClose={close} />}
      {opened === "leave" && <LeaveDialog onClose={close} />}
      {opened === "ownName" && <OwnNameDialog onClose={close} />}
      {opened === "share" && <ShareDialog onClose={close} />}
      {opened === "workshop" && (
        <StartDialog
          onClose={close}
          onStarted={() => {
            close();
            if (view !== null) navigate(`/plan/${planId}`);
          }}
        />
      )}
      {(opened === "help" || opened === "shortcuts") && (
        <HelpWindow
          view={view}
          hasPanel={hasPanel}
          isAtShortcuts={opened === "shortcuts"}
          actions={actions}
          onClose={close}
        />
      )}
      {opened === "palette" && <PlanPalette planId={planId} view={view} actions={actions} onClose={close} />}
    </Suspense>
  );
}

function isFindKey(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && letterOf(event) === "k";
}
