import type { Span } from "@planwand/shared/views/timeline-dates.ts";
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { type DayScale, dayScale, pxPerDay, within, type Zoom, zoomStep } from "./zoom.ts";

/** A day that stays where it is on screen while the scale changes: days from the first, and pixels from the left of the days. */
interface Anchor {
  readonly days: number;
  readonly at: number;
}

/** How close one looks, by button, key, wheel or pinch. */
export interface Zooming {
  readonly scale: DayScale;
  /** What is chosen; null in between, after a pinch. */
  readonly zoom: Zoom | null;
  choose(zoom: Zoom): void;
  /** One step closer or farther away. */
  step(direction: 1 | -1): void;
}

/** The scale of the timeline in `scroller`, of which the days take the width but for `label` pixels. */
export function useZoom(
  scroller: RefObject<HTMLElement | null>,
  range: Span,
  {
    zoom,
    width,
    label,
    onZoom,
  }: {
    readonly zoom: Zoom;
    readonly width: number;
    readonly label: number;
    readonly onZoom: (zoom: Zoom) => void;
  },
): Zooming {
  const [pinched, setPinched] = useState<number | null>(null);
  const px = pxPerDay(pinched ?? zoom, range, Math.max(240, width - label - 2));
  const scale = useMemo(() => dayScale(range, px), [range, px]);
  const anchor = useRef<Anchor | null>(null);
  const shown = useRef({ px, first: range.first });

  const keep = (at: number): void => {
    const { current: element } = scroller;
    if (element !== null) anchor.current = { days: (element.scrollLeft + at) / shown.current.px, at };
  };

  useLayoutEffect(() => {
    const { current: element } = scroller;
    const before = shown.current;
    shown.current = { px, first: range.first };
    if (element === null) return;
    const moved = scale.x(before.first) / px;
    const kept = anchor.current;
    anchor.current = null;
    if (kept !== null) element.scrollTo({ left: (kept.days + moved) * px - kept.at, behavior: "instant" });
    // Somebody gave the plan an earlier first day: what one looks at stays where it is.
    else if (before.px === px && before.first !== range.first)
      element.scrollBy({ left: moved * px, behavior: "instant" });
  }, [scroller, scale, px, range.first]);

  useEffect(() => {
    const { current: element } = scroller;
    if (element === null) return undefined;
    let apart: number | null = null;
    const zoomBy = (factor: number, clientX: number): void => {
      keep(Math.max(0, clientX - element.getBoundingClientRect().left - label));
      setPinched((now) => within((now ?? shown.current.px) * factor));
    };
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomBy(Math.exp(-event.deltaY / 180), event.clientX);
    };
    const onTouchMove = (event: TouchEvent): void => {
      const [one, other] = event.touches;
      if (one === undefined || other === undefined) return;
      event.preventDefault();
      const now = Math.max(20, Math.abs(one.clientX - other.clientX));
      if (apart !== null) zoomBy(now / apart, (one.clientX + other.clientX) / 2);
      apart = now;
    };
    const onTouchEnd = (): void => void (apart = null);
    element.addEventListener("wheel", onWheel, { passive: false });
    element.addEventListener("touchmove", onTouchMove, { passive: false });
    element.addEventListener("touchend", onTouchEnd);
    return () => {
      element.removeEventListener("wheel", onWheel);
      element.removeEventListener("touchmove", onTouchMove);
      element.removeEventListener("touchend", onTouchEnd);
    };
  });

  const choose = (next: Zoom): void => {
    keep((width - label) / 2);
    setPinched(null);
    onZoom(next);
  };
  return { scale, zoom: pinched === null ? zoom : null, choose, step: (way) => choose(zoomStep(px, way)) };
}
