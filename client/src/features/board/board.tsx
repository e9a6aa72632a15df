import { type ReactNode, type RefObject, Suspense, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useHasMoreThan, usePlanIndex } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { useNarrow } from "../../ui/narrow.ts";
import { part } from "../../ui/part.ts";
import styles from "./board.module.css";
import { Matrix } from "./matrix.tsx";
import { picking } from "./picked.ts";
import { Unplaced } from "./unplaced.tsx";
import type { Roving } from "./roving.ts";
import { useStore } from "./use-store.ts";
import { createWallStores, useWall, type Wall, WallContext } from "./wall-context.ts";

const FirstStep = part(async () => (await import("./wall-parts.ts")).FirstStep);
const AxisTasks = part(async () => (await import("./wall-parts.ts")).AxisTasks);
const RovingFocus = part(async () => (await import("./wall-parts.ts")).RovingFocus);
const Moving = part(async () => (await import("./wall-parts.ts")).Moving);
const MoveDialog = part(async () => (await import("./wall-parts.ts")).MoveDialog);
const Others = part(async () => (await import("./wall-parts.ts")).Others);
const Relations = part(async () => (await import("./wall-parts.ts")).Relations);
const PickedBar = part(async () => (await import("./wall-parts.ts")).PickedBar);
const PhaseTabs = part(async () => (await import("./wall-parts.ts")).PhaseTabs);
const WallAsks = part(async () => (await import("./wall-parts.ts")).WallAsks);
const WallMenu = part(async () => (await import("./wall-parts.ts")).WallMenu);

/**
 * The wall. `openId` is the activity whose panel is open, `onOpen` asks to open another; `moveId` is the activity for which the
 * place is asked in a dialog, and `onAskMove` asks that, or null to close it; `onArchive` puts cards in the bin; `phaseLine` is what is told under the
 * name of a phase, and `onDiscuss` shows what is said about a phase or domain, `onPreview` what a pasted
 * table would bring.
 * Everything on the wall follows the document by itself.
 */
export function Board({
  openId,
  onOpen,
  moveId,
  onAskMove,
  onArchive,
  phaseLine,
  onDiscuss,
  onPreview,
}: {
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly moveId: string | null;
  readonly onAskMove: (id: string | null) => void;
  readonly onArchive: (ids: readonly string[]) => void;
  readonly phaseLine: Wall["phaseLine"];
  readonly onDiscuss: Wall["discuss"];
  readonly onPreview: Wall["preview"];
}): ReactNode {
  const { t } = useTranslation();
  const { canWrite, connection } = usePlanSession();
  const index = usePlanIndex();
  const root = useRef<HTMLDivElement>(null);
  const matrix = useRef<HTMLDivElement>(null);
  const instructionsId = useId();
  const [stores] = useState(() => createWallStores(connection.planId));
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
    stores.opened.set(openId);
  });
  const isNarrow = useNarrow();
  // An empty cell says what might come there; on a full wall only to whoever points at it.
  const isCrowded = useHasMoreThan(10);
  const hasBegun = useHasMoreThan(0);
  const roving = useRef<Roving>(null);
  useFocusBack(roving, openId);
  useFocusBack(roving, moveId);
  const wall = useMemo<Wall>(
    () => ({
      ...stores,
      canWrite,
      instructionsId,
      open: (id) => open.current(id),
      press(id, { isPicking, isRange }) {
        const picked = stores.picked.getSnapshot();
        if (canWrite && (isPicking || picked.size > 0))
          stores.picked.set(picking(index, picked, id, isRange));
        else open.current(id);
      },
      archive: onArchive,
      phaseLine,
      discuss: onDiscuss,
      preview: onPreview,
      ensureTabStop: () => roving.current?.ensure(),
    }),
    [stores, index, canWrite, instructionsId, onArchive, phaseLine, onDiscuss, onPreview],
  );
  return (
    <WallContext value={wall}>
      <div
        ref={root}
        className={styles.board}
        data-read-only={canWrite ? undefined : ""}
        data-crowded={isCrowded || undefined}
      >
        <p id={instructionsId} hidden>
          {t("board.instructions")}
        </p>
        {isNarrow ? (
          <Suspense fallback={<div className={styles.tabs} />}>
            <PhaseTabs matrix={matrix} />
          </Suspense>
        ) : null}
        {hasBegun ? null : (
          <Suspense fallback={null}>
            <FirstStep />
          </Suspense>
        )}
        <Unplaced />
        <Matrix ref={matrix} />
      </div>
      <LazyWallMenu askMove={onAskMove} />
      <Suspense fallback={null}>
        <Others root={root} />
        <Relations root={root} />
        <WallAsks root={root} />
        <RovingFocus root={root} drag={stores.drag} rovingRef={roving} />
      </Suspense>
      {canWrite ? (
        <Suspense fallback={null}>
          <Moving root={root} matrix={matrix} drag={stores.drag} />
        </Suspense>
      ) : null}
      <LazyAxisTasks />
      <LazyPickedBar />
      {moveId === null ? null : (
        <Suspense fallback={null}>
          <MoveDialog key={moveId} ids={[moveId]} onClose={() => onAskMove(null)} />
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

/** The bar is there while cards are picked. */
function LazyPickedBar(): ReactNode {
  const isAsked = useStore(useWall().picked, (picked) => picked.size > 0);
  return isAsked ? (
    <Suspense fallback={null}>
      <PickedBar />
    </Suspense>
  ) : null;
}

/** When `id` becomes null, whatever was open on that card was closed: focus returns to the card. */
function useFocusBack(roving: RefObject<Roving | null>, id: string | null): void {
  const before = useRef(id);
  useEffect(() => {
    const closed = before.current;
    before.current = id;
    if (closed === null || id !== null) return undefined;
    // After the dialog has handed focus back to a button that may be gone by now.
    const later = setTimeout(() => roving.current?.focus(`card:${closed}`), 0);
    return () => clearTimeout(later);
  }, [roving, id]);
}
