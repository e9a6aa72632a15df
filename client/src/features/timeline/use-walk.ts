import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";

/** One tab stop for all bars; the arrow keys, Home and End go from one to the next. */
export interface Walk {
  /** The bar that Tab comes to. */
  readonly stop: string | null;
  /** The bar that has focus. */
  readonly focused: string | null;
  /** Which one it is of all, from 1. */
  numberOf(id: string): number;
  /** Whether the press was one that walks. */
  onKey(event: KeyboardEvent, id: string): boolean;
  /** Keeps this bar in sight and in focus when it comes to stand elsewhere. */
  follow(id: string): void;
}

/** Walks over bars in their order, also to those that are not drawn because they are out of sight. */
export function useWalk(
  bars: readonly { readonly key: string; readonly top: number; readonly height: number }[],
  scroller: RefObject<HTMLElement | null>,
): Walk {
  const [chosen, choose] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const numbers = useMemo(() => new Map(bars.map(({ key }, at) => [key, at + 1])), [bars]);
  const stop = chosen !== null && numbers.has(chosen) ? chosen : (bars[0]?.key ?? null);

  useEffect(() => {
    const { current: element } = scroller;
    if (element === null) return undefined;
    const look = (): void => {
      const { activeElement } = document;
      const id = element.contains(activeElement) ? activeElement?.getAttribute("data-bar") : null;
      setFocused(id ?? null);
      if (id != null) choose(id);
    };
    element.addEventListener("focusin", look);
    element.addEventListener("focusout", look);
    return () => {
      element.removeEventListener("focusin", look);
      element.removeEventListener("focusout", look);
    };
  }, [scroller]);

  useEffect(() => {
    const { current: id } = wanted;
    const { current: element } = scroller;
    const row = bars.find(({ key }) => key === id);
    if (id === null || element === null || row === undefined) return;
    wanted.current = null;
    const head = element.querySelector<HTMLElement>("[data-head]")?.offsetHeight ?? 0;
    const [top, bottom] = [element.scrollTop, element.scrollTop + element.clientHeight - head];
    if (row.top < top) element.scrollTo({ top: row.top, behavior: "instant" });
    else if (row.top + row.height > bottom)
      element.scrollBy({ top: row.top + row.height - bottom, behavior: "instant" });
    const bar = element.querySelector<HTMLElement>(`[data-bar="${CSS.escape(id)}"]`);
    bar?.focus({ preventScroll: true });
    if (bar !== null) intoSight(element, bar);
  });

  const go = (id: string): void => {
    wanted.current = id;
    choose(id);
  };
  return {
    stop,
    focused,
    numberOf: (id) => numbers.get(id) ?? 1,
    follow: (id) => {
      if (document.activeElement?.getAttribute("data-bar") === id) go(id);
    },
    onKey(event, id) {
      if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
      const at = (numbers.get(id) ?? 1) - 1;
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: bars.length - 1 }[event.key];
      if (to === undefined) return false;
      event.preventDefault();
      const next = bars[Math.min(bars.length - 1, Math.max(0, to))];
      if (next !== undefined) go(next.key);
      return true;
    },
  };
}

/** Scrolls along the days until the begin of a bar can be seen beside the names. */
function intoSight(scroller: HTMLElement, bar: HTMLElement): void {
  const label = scroller.querySelector<HTMLElement>("[data-corner]")?.offsetWidth ?? 0;
  const box = scroller.getBoundingClientRect();
  const { left, right } = bar.getBoundingClientRect();
  if (left < box.left + label) scroller.scrollLeft -= box.left + label - left + 24;
  else if (left > box.right - 40) scroller.scrollLeft += Math.min(right, left + 200) - box.right + 24;
}
