import { type RefObject, useEffect } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { cellKey } from "../../plan/cells.ts";
import { shownDensity } from "../../ui/density.ts";
import { filterOf } from "../../plan/filter.ts";
import { usePlanIndex } from "../../plan/hooks.ts";
import { TOPIC } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import type { Store } from "../../sync/store.ts";
import { isSingleKey } from "../../ui/single-keys.ts";
import { showToast } from "../../ui/toaster.tsx";
import { type DropTarget, dropIndex } from "./drop-target.ts";
import { createPeeking } from "./peeking.ts";
import { cellsAreShort, shownIds } from "./overflow.ts";
import { movedWith } from "./picked.ts";
import { cardWithFocus, createKeyboardDrag, spotOf } from "./keyboard-drag.ts";
import type { Spot } from "./keyboard-move.ts";
import { useSpeech } from "./speech.ts";
import { toggled } from "./folds.ts";
import { putCards } from "./put-cards.ts";
import { attachWallDrag } from "./wall-drag.ts";
import { type Drag, useWall } from "./wall-context.ts";

/**
 * Everything that moves cards on the wall: pointer, finger and keyboard. It listens on `root` as a whole, so that cards carry
 * no handlers, and renders nothing itself. It is fetched apart: a wall can be read before it is there, and by a viewer without.
 */
export function Moving({
  root,
  matrix,
  drag,
}: {
  readonly root: RefObject<HTMLElement | null>;
  readonly matrix: RefObject<HTMLElement | null>;
  readonly drag: Store<Drag | null>;
}): null {
  const { t } = useTranslation();
  const { doc, connection } = usePlanSession();
  const index = usePlanIndex();
  const speech = useSpeech();
  const { folds, menu, picked, whole } = useWall();

  useEffect(() => {
    const { current: wall } = root;
    if (wall === null) return undefined;
    const { presence } = connection;
    let stopWatching: (() => void) | null = null;
    const together = (id: string): readonly string[] => movedWith(index, picked.getSnapshot(), id);
    const peeking = createPeeking(folds);
    const started = (id: string): void => {
      presence.setDragging(id);
      stopWatching = index.subscribe(TOPIC.activity(id), () => {
        if (index.activity(id) !== null) return;
        pointer.cancel();
        keyboard.cancel();
        showToast(t("moving.drag.gone"));
      });
    };
    const ended = (): void => {
      peeking.end();
      stopWatching?.();
      stopWatching = null;
      presence.setDragging(null);
    };
    const put = (id: string, spot: Spot): void =>
      flushSync(() => putCards({ doc }, index, { whole }, together(id), spot));
    const pointer = attachWallDrag(wall, () => matrix.current, drag, {
      together,
      aimed: peeking.aim,
      lifted: started,
      ended,
      dropped(id, target: DropTarget) {
        const { phase, domain } = target;
        const cell = index.cell(phase, domain);
        const isShort = cellsAreShort(shownDensity(), filterOf(doc).found.getSnapshot() !== null);
        const isWhole = whole.getSnapshot().has(cellKey(phase, domain)) || !isShort;
        // Below the last card that is shown, not below those that are not.
        const firstHidden = cell[shownIds(cell, isWhole).length] ?? null;
        const spot = { phase, domain, index: dropIndex(target.before ?? firstHidden, cell, id) };
        peeking.stay();
        const now = spotOf(index, id);
        if (
          together(id).length === 1 &&
          now?.phase === phase &&
          now.domain === domain &&
          now.index === spot.index
        )
          return false;
        put(id, spot);
        speech.dropped(together(id), spot);
        return true;
      },
      cancelled(id) {
        if (index.activity(id) !== null) speech.cancelled(id, spotOf(index, id));
      },
    });
    const keyboard = createKeyboardDrag(index, {
      drag,
      speech,
      together,
      lifted: started,
      dropped: put,
      ended,
    });
    const askMenu = (target: EventTarget | null): boolean => {
      const card = target instanceof Element ? target.closest<HTMLElement>("[data-draggable]") : null;
      const anchor = card?.querySelector<HTMLElement>("[data-card-menu]") ?? null;
      const id = card?.dataset["cardId"];
      if (anchor === null || id === undefined) return false;
      menu.set({ id, anchor });
      return true;
    };
    const onContextMenu = (event: MouseEvent): void => {
      // A long press of a finger lifts the card.
      if (drag.getSnapshot() === null && !isByTouch(event) && askMenu(event.target)) event.preventDefault();
    };
    const pick = (event: KeyboardEvent): boolean => {
      const id = cardWithFocus(event.target);
      const wantsMenu = event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
      if (wantsMenu) return askMenu(event.target);
      if (event.key === "Escape" && picked.getSnapshot().size > 0) picked.set(new Set());
      else if (event.key === "x" && id !== null && isSingleKey(event))
        picked.set(toggled(picked.getSnapshot(), id));
      else return false;
      return true;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!keyboard.handle(event) && !pick(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onFocusOut = (event: FocusEvent): void => {
      if (event.relatedTarget !== null) keyboard.cancel();
    };
    wall.addEventListener("keydown", onKeyDown, { capture: true });
    wall.addEventListener("contextmenu", onContextMenu);
    wall.addEventListener("focusout", onFocusOut);
    wall.addEventListener("pointerdown", keyboard.cancel, { capture: true });
    wall.setAttribute("data-movable", "");
    return () => {
      wall.removeAttribute("data-movable");
      wall.removeEventListener("keydown", onKeyDown, { capture: true });
      wall.removeEventListener("contextmenu", onContextMenu);
      wall.removeEventListener("focusout", onFocusOut);
      wall.removeEventListener("pointerdown", keyboard.cancel, { capture: true });
      keyboard.cancel();
      pointer.detach();
    };
  }, [root, matrix, drag, doc, connection, index, speech, folds, menu, picked, whole, t]);

  return null;
}

function isByTouch(event: MouseEvent): boolean {
  return event instanceof PointerEvent && event.pointerType === "touch";
}
