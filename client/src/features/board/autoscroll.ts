import { autoscrollStep, type Box } from "./drop-target.ts";
import type { Point } from "./pointer-drag.ts";

/** Scrolls the matrix while a drag is near its edge. */
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
