import { type ReactNode, Suspense, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession } from "../../sync/session.tsx";
import { part } from "../../ui/part.ts";
import styles from "./board.module.css";
import { Matrix } from "./matrix.tsx";
import { Unplaced } from "./unplaced.tsx";
import { useArchive } from "./use-archive.ts";
import { useRoving } from "./use-roving.ts";
import { useStore } from "./use-store.ts";
import { createWallStores, useWall, type Wall, WallContext } from "./wall-context.ts";

const AxisTasks = part(async () => (await import("./axis-tasks.tsx")).AxisTasks);
const loadingMoving = import("./moving.tsx");
const Moving = part(async () => (await loadingMoving).Moving);
const MoveDialog = part(async () => (await import("./move-dialog.tsx")).MoveDialog);
const WallMenu = part(async () => (await import("./wall-menu.tsx")).WallMenu);

/**
 * The wall. `openId` is the activity whose panel is open, `onOpen` asks to open another; `moveId` is the activity for which the
 * place is asked in a dialog, and `onAskMove` asks that, or null to close it.
 * Everything on the wall follows the document by itself.
 */
export function Board({
  openId,
  onOpen,
  moveId,
  onAskMove,
}: {
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly moveId: string | null;
  readonly onAskMove: (id: string | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { canWrite } = usePlanSession();
  const root = useRef<HTMLDivElement>(null);
  const matrix = useRef<HTMLDivElement>(null);
  const instructionsId = useId();
  const [stores] = useState(createWallStores);
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
    stores.opened.set(openId);
  });
  const archive = useArchive();
  const roving = useRoving(root, stores.drag);
  useFocusBack(roving.focusCard, openId);
  useFocusBack(roving.focusCard, moveId);
  const wall = useMemo<Wall>(
    () => ({
      ...stores,
      canWrite,
      instructionsId,
      open: (id) => open.current(id),
      archive,
      ensureTabStop: roving.ensureTabStop,
    }),
    [stores, canWrite, instructionsId, archive, roving],
  );
  return (
    <WallContext value={wall}>
      <div ref={root} className={styles.board} data-read-only={canWrite ? undefined : ""}>
        <p id={instructionsId} hidden>
          {t("board.instructions")}
        </p>
        <Unplaced />
        <Matrix ref={matrix} />
      </div>
      <LazyWallMenu askMove={onAskMove} />
      {canWrite ? (
        <Suspense fallback={null}>
          <Moving root={root} matrix={matrix} drag={stores.drag} />
        </Suspense>
      ) : null}
      <LazyAxisTasks />
      {moveId === null ? null : (
        <Suspense fallback={null}>
          <MoveDialog key={moveId} id={moveId} onClose={() => onAskMove(null)} />
        </Suspense>
      )}
    </WallContext>
  );
}

/** Nothing of it is drawn until the menu of a card is opened. */
function LazyWallMenu({ askMove }: { readonly askMove: (id: string) => void }): ReactNode {
  const isAsked = useStore(useWall().menu, (menu) => menu !== null);
  return isAsked ? (
    <Suspense fallback={null}>
      <WallMenu askMove={askMove} />
    </Suspense>
  ) : null;
}

/** Nothing of it is drawn until a menu of a phase or domain is opened. */
function LazyAxisTasks(): ReactNode {
  const isAsked = useStore(useWall().axis, (task) => task !== null);
  return isAsked ? (
    <Suspense fallback={null}>
      <AxisTasks />
    </Suspense>
  ) : null;
}

/** When `id` becomes null, whatever was open on that card was closed: focus returns to the card. */
function useFocusBack(focusCard: (id: string) => void, id: string | null): void {
  const before = useRef(id);
  useEffect(() => {
    const closed = before.current;
    before.current = id;
    if (closed === null || id !== null) return undefined;
    // After the dialog has handed focus back to a button that may be gone by now.
    const later = setTimeout(() => focusCard(closed), 0);
    return () => clearTimeout(later);
  }, [focusCard, id]);
}
