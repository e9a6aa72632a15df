import { type Dates, datesFrom, type Grip, shifted } from "@planwand/shared/views/timeline-dates.ts";
import { type RefObject, useEffect, useRef } from "react";
import { startAutoscroll } from "../../ui/autoscroll.ts";
import { attachPointerDrag, type Point } from "../../ui/pointer-drag.ts";
import type { DayScale } from "./zoom.ts";

/** What is being moved, and the dates it would get now; null where it would get none. */
export interface Moving {
  readonly id: string;
  readonly dates: Dates | null;
}

interface Held {
  readonly id: string;
  readonly grip: Grip | "new";
  readonly from: number;
  at: Point;
  readonly stop: () => void;
}

/**
 * Lets bars and their ends be dragged along the days, by mouse, pen or finger, and what has no dates onto them. Dates snap to days;
 * nothing is written before the drop, and Escape or losing the window lets go.
 */
export function useBarDrag(
  root: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  latest: {
    readonly isOn: boolean;
    readonly scale: DayScale;
    /** Pixels that the names take at the left. */
    readonly label: number;
    readonly datesOf: (id: string) => Dates | null;
    readonly onMove: (moving: Moving | null) => void;
    readonly onDrop: (id: string, dates: Dates) => void;
  },
): void {
  const now = useRef(latest);
  useEffect(() => {
    now.current = latest;
  });
  const { isOn } = latest;
  useEffect(() => {
    const { current: element } = root;
    if (element === null || !isOn) return undefined;
    let held: Held | null = null;

    /** The pixel of the days under a point, however far they are scrolled. */
    const along = (x: number): number => {
      const { current: box } = scroller;
      if (box === null) return 0;
      return x - box.getBoundingClientRect().left - now.current.label + box.scrollLeft;
    };
    const datesNow = (): Dates | null => {
      if (held === null) return null;
      const { scale, datesOf } = now.current;
      const x = along(held.at.x);
      if (held.grip === "new") return isOver(held.at) ? datesFrom(scale.dayAt(x)) : null;
      const dates = datesOf(held.id);
      const days = Math.round((x - held.from) / scale.pxPerDay);
      return dates === null ? null : shifted(dates, held.grip, days);
    };
    const isOver = (at: Point): boolean => {
      const box = scroller.current?.getBoundingClientRect();
      if (box === undefined) return false;
      return (
        at.x >= box.left + now.current.label && at.x <= box.right && at.y >= box.top && at.y <= box.bottom
      );
    };
    let shown = "";
    const show = (): void => {
      if (held === null) return;
      const dates = datesNow();
      const key = `${held.id} ${dates?.start ?? ""} ${dates?.end ?? ""}`;
      if (key === shown) return;
      shown = key;
      now.current.onMove({ id: held.id, dates });
    };
    const letGo = (): void => {
      held?.stop();
      held = null;
      shown = "";
      now.current.onMove(null);
    };
    const drag = attachPointerDrag(element, {
      cardAt: (target) => target.closest<HTMLElement>("[data-bar], [data-unplanned]"),
      lift(card, at) {
        const { current: box } = scroller;
        const id = card.dataset["bar"] ?? card.dataset["unplanned"] ?? "";
        const grip =
          card.dataset["unplanned"] === undefined ? gripAt(card, at, now.current.datesOf(id)) : "new";
        const autoscroll =
          box === null
            ? null
            : startAutoscroll(
                box,
                () => held?.at ?? at,
                () => {
                  const { left, right } = box.getBoundingClientRect();
                  // Only along the days: a bar stays on its line.
                  return { left: left + now.current.label, right, top: -1e6, bottom: 1e6 };
                },
                show,
              );
        held = { id, grip, from: along(at.x), at, stop: () => autoscroll?.stop() };
        show();
      },
      move(at) {
        if (held === null) return;
        held.at = at;
        show();
      },
      drop(at) {
        if (held === null) return;
        held.at = at;
        const [{ id }, dates] = [held, datesNow()];
        letGo();
        if (dates !== null) now.current.onDrop(id, dates);
      },
      cancel: letGo,
    });
    return () => drag.detach();
  }, [root, scroller, isOn]);
}

/** How much of each end is taken hold of as that end, in pixels; of a short bar a third. */
const END_PX = 10;

function gripAt(bar: HTMLElement, at: Point, dates: Dates | null): Grip {
  const { left, right } = bar.getBoundingClientRect();
  const reach = Math.min(END_PX, (right - left) / 3);
  if (at.x - left < reach) return "start";
  // What has only a begin gets its end by pulling at it.
  if (right - at.x < reach || (dates?.end === null && right - at.x < END_PX)) return "end";
  return "whole";
}
