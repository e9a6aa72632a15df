import { type RefObject, useEffect, useState } from "react";

/** What of the timeline is on screen, in its own pixels, rounded so that a little scrolling draws nothing anew. */
export interface Viewport {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const STEP_PX = 120;

/** Follows how far an element is scrolled and how large it is; looks for it anew when the form of the view changes. */
export function useViewport(scroller: RefObject<HTMLElement | null>, form: string): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ left: 0, top: 0, width: 1100, height: 700 });
  useEffect(() => {
    const { current: element } = scroller;
    if (element === null) return undefined;
    const look = (): void => {
      const next = {
        left: rounded(element.scrollLeft),
        top: rounded(element.scrollTop),
        width: element.clientWidth,
        height: element.clientHeight,
      };
      setViewport((before) => (isSame(before, next) ? before : next));
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      observer.disconnect();
    };
  }, [scroller, form]);
  return viewport;
}

function rounded(px: number): number {
  return Math.floor(px / STEP_PX) * STEP_PX;
}

function isSame(a: Viewport, b: Viewport): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}
