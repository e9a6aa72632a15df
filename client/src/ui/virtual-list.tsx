import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { usePrinting } from "./use-printing.ts";
import { useVirtual } from "./use-virtual.ts";
import styles from "./virtual-list.module.css";

/**
 * A list on a page of its own (`ViewPage`) of which only the entries in sight are drawn, each as high as it needs to be. `heightOf`
 * guesses a height in pixels until it is measured. On paper all are drawn, one below the other.
 */
export function VirtualList({
  label,
  keys,
  heightOf,
  children,
}: {
  readonly label: string;
  readonly keys: readonly string[];
  readonly heightOf: (index: number) => number;
  readonly children: (index: number) => ReactNode;
}): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const [above, setAbove] = useState(0);
  const isPrinting = usePrinting();
  // What stands above the list on the page may become higher or lower.
  useLayoutEffect(() => {
    const { current: own } = list;
    const page = pageOf(own);
    if (own === null || page === null) return undefined;
    const measure = (): void => {
      const top = own.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop;
      setAbove(Math.round(top));
    };
    measure();
    const sizes = new ResizeObserver(measure);
    for (const part of page.firstElementChild?.children ?? []) sizes.observe(part);
    return () => sizes.disconnect();
  }, []);
  const virtual = useVirtual({
    count: keys.length,
    getScrollElement: () => pageOf(list.current),
    estimateSize: heightOf,
    getItemKey: (index) => keys[index] ?? index,
    overscan: 5,
    scrollMargin: above,
  });
  const drawn = isPrinting
    ? keys.map((key, index) => ({ index, start: above, key }))
    : virtual.getVirtualItems();
  return (
    <ul ref={list} className={styles.list} style={{ height: virtual.getTotalSize() }} aria-label={label}>
      {drawn.map(({ index, start, key }) => (
        <li
          key={key}
          ref={virtual.measureElement}
          data-index={index}
          className={styles.item}
          style={{ transform: `translateY(${String(start - above)}px)` }}
          aria-setsize={keys.length}
          aria-posinset={index + 1}
        >
          {children(index)}
        </li>
      ))}
    </ul>
  );
}

function pageOf(list: HTMLElement | null): HTMLElement | null {
  return list?.closest<HTMLElement>("[data-view-page]") ?? null;
}
