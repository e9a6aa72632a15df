import type { Point } from "./pointer-drag.ts";

/** How near to the edge, in pixels, the matrix starts to scroll, and how far per frame at the very edge. */
const EDGE_PX = 56;
const MAX_STEP_PX = 20;

/** A rectangle in viewport pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Scrolls what is dragged in while a drag is near its edge. */
export interface Autoscroll {
  stop(): void;
}

/**
 * Looks every frame where the pointer is and scrolls `matrix` when it is near an edge of what `visible` gives;
 * `scrolled` is called after each step, since other cells are then under the pointer.
 */
export function startAutoscroll(
  matrix: HTMLElement,
  pointer: () => Point,
  visible: () => Box,
  scrolled: () => void,
): Autoscroll {
  let frame = requestAnimationFrame(tick);
  function tick(): void {
    frame = requestAnimationFrame(tick);
    const step = autoscrollStep(pointer(), visible());
    if (step.x === 0 && step.y === 0) return;
    const { scrollLeft, scrollTop } = matrix;
    matrix.scrollBy({ left: step.x, top: step.y, behavior: "instant" });
    if (matrix.scrollLeft !== scrollLeft || matrix.scrollTop !== scrollTop) scrolled();
  }
  return { stop: () => cancelAnimationFrame(frame) };
}

/** Pixels to scroll in this frame: none in the middle, more towards the edge of `visible` and beyond it. */
export function autoscrollStep(pointer: Point, visible: Box): { readonly x: number; readonly y: number } {
  return {
    x: axisStep(pointer.x, visible.left, visible.right),
    y: axisStep(pointer.y, visible.top, visible.bottom),
  };
}

function axisStep(at: number, start: number, end: number): number {
  const edge = Math.min(EDGE_PX, (end - start) / 4);
  const intoStart = start + edge - at;
  const intoEnd = at - (end - edge);
  if (intoStart > 0) return -Math.ceil(Math.min(1, intoStart / edge) * MAX_STEP_PX);
  if (intoEnd > 0) return Math.ceil(Math.min(1, intoEnd / edge) * MAX_STEP_PX);
  return 0;
}
