import { type Box, startAutoscroll } from "../../ui/autoscroll.ts";
import { type CellBox, type DropTarget, dropTargetAt } from "./drop-target.ts";
import { liftOverlay, type Overlay } from "./overlay.ts";
import { attachPointerDrag, type Point, type PointerDrag } from "../../ui/pointer-drag.ts";
import type { Store } from "../../sync/store.ts";
import type { Drag } from "./wall-context.ts";

/** What happens with a dragged card. */
export interface WallDragHooks {
  /** The cards that move with this one, itself among them. */
  together(id: string): readonly string[];
  lifted(id: string): void;
  /** Puts the card there; false when nothing changed, so that the picture glides back. */
  dropped(id: string, target: DropTarget): boolean;
  /** It was let go where nothing changes, or with Escape. */
  cancelled(id: string): void;
  /** The drag is over, whatever its outcome. */
  ended(): void;
  /** The aim is now this, until it is another or the drag is over. */
  aimed(target: DropTarget | null): void;
}

/**
 * Dragging the cards inside `root` to the cells of `matrixOf()` by mouse, pen and finger.
 * Returns `cancel`, which does what Escape does, and `detach`.
 */
export function attachWallDrag(
  root: HTMLElement,
  matrixOf: () => HTMLElement | null,
  drag: Store<Drag | null>,
  hooks: WallDragHooks,
): PointerDrag {
  let held: { id: string; ids: readonly string[]; overlay: Overlay; at: Point; stop(): void } | null = null;

  const aim = (): void => {
    const matrix = matrixOf();
    if (held === null || matrix === null) return;
    const target = dropTargetAt(held.at, cellsAt(matrix, held.at), visibleBox(matrix), held.ids);
    const before = drag.getSnapshot();
    if (before === null || sameTarget(before.target, target)) return;
    drag.set({ ...before, target });
    hooks.aimed(target);
  };
  const finish = (back: boolean): void => {
    if (held === null) return;
    held.stop();
    held.overlay.remove(back);
    held = null;
    matrixOf()?.removeAttribute("data-dragging");
    drag.set(null);
    hooks.ended();
  };

  return attachPointerDrag(root, {
    cardAt: (target) => target.closest<HTMLElement>("[data-draggable]"),
    lift(card, at) {
      const id = card.dataset["cardId"];
      const matrix = matrixOf();
      if (id === undefined || matrix === null) return;
      const autoscroll = startAutoscroll(
        matrix,
        () => held?.at ?? at,
        () => visibleBox(matrix),
        aim,
      );
      const ids = hooks.together(id);
      held = { id, ids, overlay: liftOverlay(card, at, ids.length), at, stop: () => autoscroll.stop() };
      matrix.setAttribute("data-dragging", "");
      drag.set({ id, ids, by: "pointer", target: null });
      hooks.lifted(id);
    },
    move(at) {
      if (held === null) return;
      held.at = at;
      // First what measures the wall, then what changes the page.
      aim();
      held?.overlay.moveTo(at);
    },
    drop(at) {
      if (held === null) return;
      held.at = at;
      aim();
      const { id } = held;
      const target = drag.getSnapshot()?.target ?? null;
      const changed = target !== null && hooks.dropped(id, target);
      finish(!changed);
      if (!changed) hooks.cancelled(id);
    },
    cancel() {
      const id = held?.id;
      finish(true);
      if (id !== undefined) hooks.cancelled(id);
    },
  });
}

function sameTarget(a: DropTarget | null, b: DropTarget | null): boolean {
  return a?.phase === b?.phase && a?.domain === b?.domain && a?.before === b?.before;
}

/** The part of the matrix that its sticky headers leave free, which is what it scrolls elements into. */
export function visibleBox(matrix: HTMLElement): Box {
  const { left, top } = matrix.getBoundingClientRect();
  const { scrollPaddingLeft, scrollPaddingTop } = getComputedStyle(matrix);
  return {
    left: left + (Number.parseFloat(scrollPaddingLeft) || 0),
    top: top + (Number.parseFloat(scrollPaddingTop) || 0),
    right: left + matrix.clientWidth,
    bottom: top + matrix.clientHeight,
  };
}

/** The cell under the pointer with its cards, top to bottom: only these need measuring, however large the wall is. */
function cellsAt(matrix: HTMLElement, pointer: Point): CellBox[] {
  const under = document.elementsFromPoint(pointer.x, pointer.y);
  const cell = under
    .map((element) => element.closest<HTMLElement>("[data-cell]"))
    .find((found) => found !== null);
  if (cell === undefined || !matrix.contains(cell)) return [];
  const { left, top, right, bottom } = cell.getBoundingClientRect();
  const { phase = "", domain = "" } = cell.dataset;
  const cards = [...cell.querySelectorAll<HTMLElement>("[data-card-id]")].map((card) => {
    const box = card.getBoundingClientRect();
    return { id: card.dataset["cardId"] ?? "", top: box.top, bottom: box.bottom };
  });
  return [{ phase, domain, left, top, right, bottom, cards }];
}
