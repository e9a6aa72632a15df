import { type RefObject, useEffect, useMemo, useRef } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { moveTo } from "../../plan/actions.ts";
import { usePlanIndex } from "../../plan/hooks.ts";
import { TOPIC } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import type { Store } from "../../sync/store.ts";
import { showToast } from "../../ui/toaster.tsx";
import { type DropTarget, dropIndex } from "./drop-target.ts";
import { createKeyboardDrag, spotOf } from "./keyboard-drag.ts";
import type { Spot } from "./keyboard-move.ts";
import { attachRoving, type Roving } from "./roving.ts";
import { useSpeech } from "./speech.ts";
import { attachWallDrag } from "./wall-drag.ts";
import type { Drag } from "./wall-context.ts";

/**
 * Everything that moves cards or focus on the wall: pointer, finger and keyboard. It listens on `root` as a whole, so that cards
 * carry no handlers, and renders nothing itself.
 */
export function useMoving(
  root: RefObject<HTMLElement | null>,
  matrix: RefObject<HTMLElement | null>,
  drag: Store<Drag | null>,
): { ensureTabStop(): void; focusCard(id: string): void } {
  const { t } = useTranslation();
  const { doc, connection, canWrite } = usePlanSession();
  const index = usePlanIndex();
  const speech = useSpeech();
  const roving = useRef<Roving>(null);

  useEffect(() => {
    const { current: wall } = root;
    if (wall === null) return undefined;
    const attached = attachRoving(wall);
    roving.current = attached;
    attached.ensure();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (drag.getSnapshot() === null && attached.navigate(event)) event.preventDefault();
    };
    wall.addEventListener("keydown", onKeyDown);
    return () => {
      wall.removeEventListener("keydown", onKeyDown);
      attached.detach();
    };
  }, [root, drag]);

  useEffect(() => {
    const { current: wall } = root;
    if (wall === null || !canWrite) return undefined;
    const { presence } = connection;
    let stopWatching: (() => void) | null = null;
    const started = (id: string): void => {
      presence.setDragging(id);
      stopWatching = index.subscribe(TOPIC.activity(id), () => {
        if (index.activity(id) !== null) return;
        pointer.cancel();
        keyboard.cancel();
        showToast(t("board.drag.gone"));
      });
    };
    const ended = (): void => {
      stopWatching?.();
      stopWatching = null;
      presence.setDragging(null);
    };
    const put = (id: string, spot: Spot): void => flushSync(() => moveTo(doc, id, spot));
    const pointer = attachWallDrag(wall, () => matrix.current, drag, {
      lifted: started,
      ended,
      dropped(id, target: DropTarget) {
        const { phase, domain } = target;
        const spot = { phase, domain, index: dropIndex(target.before, index.cell(phase, domain), id) };
        const now = spotOf(index, id);
        if (now?.phase === phase && now.domain === domain && now.index === spot.index) return false;
        put(id, spot);
        speech.dropped(id, spot);
        return true;
      },
      cancelled(id) {
        if (index.activity(id) !== null) speech.cancelled(id, spotOf(index, id));
      },
    });
    const keyboard = createKeyboardDrag(index, { drag, speech, lifted: started, dropped: put, ended });
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!keyboard.handle(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onFocusOut = (event: FocusEvent): void => {
      if (event.relatedTarget !== null) keyboard.cancel();
    };
    wall.addEventListener("keydown", onKeyDown, { capture: true });
    wall.addEventListener("focusout", onFocusOut);
    wall.addEventListener("pointerdown", keyboard.cancel, { capture: true });
    return () => {
      wall.removeEventListener("keydown", onKeyDown, { capture: true });
      wall.removeEventListener("focusout", onFocusOut);
      wall.removeEventListener("pointerdown", keyboard.cancel, { capture: true });
      keyboard.cancel();
      pointer.detach();
    };
  }, [root, matrix, drag, canWrite, doc, connection, index, speech, t]);

  return useMemo(
    () => ({
      ensureTabStop: () => roving.current?.ensure(),
      focusCard: (id) => roving.current?.focus(`card:${id}`),
    }),
    [],
  );
}
