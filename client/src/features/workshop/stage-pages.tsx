import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./stage-pages.module.css";

/** One of the things on the stage. */
export interface StageItem {
  readonly key: string;
  readonly content: ReactNode;
}

/** How large, in hundredths of the stage, and in how many columns. */
export interface StageSize {
  readonly size: number;
  readonly columns: number;
}

/** From large to what can just be read from eight metres. */
const SIZES: readonly StageSize[] = [
  { size: 4.4, columns: 1 },
  { size: 3.6, columns: 2 },
  { size: 3, columns: 2 },
  { size: 3, columns: 3 },
  { size: 2.6, columns: 3 },
  { size: 2.6, columns: 4 },
  { size: 2.2, columns: 3 },
  { size: 2.2, columns: 4 },
];
/** A page is long enough in sight to be read. */
const TURNS_AFTER_MS = 12_000;
/** Narrower than this it is no stage but a phone that looks at it. */
const NARROW_PX = 720;

/** How a list was laid out: how large, and on which page each item is. */
interface Layout extends StageSize {
  readonly pageOf: readonly number[];
}

/**
 * A list for the whole room: as large as all of it fits, else in pages that turn by themselves, until somebody turns them with the arrow
 * keys. Columns of a fixed height go on to the right, so that a page is as many columns as there is room for; what is on another page is not
 * laid out.
 */
export function StagePages({
  items,
  sizes = SIZES,
  testId,
  isOrdered = false,
  isPlain = false,
  label = "",
}: {
  readonly items: readonly StageItem[];
  readonly sizes?: readonly StageSize[];
  readonly testId?: string;
  readonly isOrdered?: boolean;
  /** Without a frame around each. */
  readonly isPlain?: boolean;
  /** What stands above it. */
  readonly label?: string;
}): ReactNode {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement & HTMLOListElement>(null);
  const [layout, setLayout] = useState<Layout>({ size: 2.2, columns: 1, pageOf: [] });
  const count = Math.max(1, ...layout.pageOf.map((page) => page + 1));
  const [page, turn] = useTurningPages(count);
  // What is in it changes with every rendering; so may how much room it needs.
  useLayoutEffect(() => {
    const measure = (): void => {
      const next = list.current === null ? null : bestLayout(list.current, sizes);
      if (next !== null) setLayout((before) => (isSame(before, next) ? before : next));
    };
    measure();
    const seen = new ResizeObserver(measure);
    if (list.current?.parentElement != null) seen.observe(list.current.parentElement);
    return () => seen.disconnect();
  });
  const List = isOrdered ? "ol" : "ul";
  const here = layout.pageOf.flatMap((one, at) => (one === page ? at + 1 : []));
  return (
    <div className={styles.stage} data-pages={count}>
      {(count > 1 || label !== "") && (
        <p className={styles.pages}>
          {label !== "" && <strong>{label}</strong>}
          {count > 1 && <span>{t("beamer.page", { range: rangeOf(here), all: items.length })}</span>}
          {count > 1 && (
            <span className={styles.dots}>
              {Array.from({ length: count }, (_, at) => (
                <button
                  key={at}
                  type="button"
                  aria-label={t("beamer.toPage", { page: at + 1 })}
                  aria-current={at === page ? "page" : undefined}
                  onClick={() => turn(at)}
                />
              ))}
            </span>
          )}
        </p>
      )}
      <List
        ref={list}
        className={styles.list}
        data-testid={testId}
        data-plain={isPlain || undefined}
        style={styleOf(layout, count)}
      >
        {items.map(({ key, content }, at) => (
          <li key={key} data-away={(layout.pageOf[at] ?? 0) !== page || undefined}>
            {content}
          </li>
        ))}
      </List>
    </div>
  );
}

/** The first and the last of the items on a page, by their numbers. */
function rangeOf(here: readonly number[]): string {
  const [first = 1, last = first] = [here[0], here.at(-1)];
  return first === last ? String(first) : `${String(first)}–${String(last)}`;
}

function styleOf({ size, columns }: StageSize, pages: number): Record<string, string> {
  return {
    "--size": String(size),
    columnCount: String(columns),
    columnFill: pages > 1 ? "auto" : "balance",
  };
}

/** The largest at which all is in sight; else the smallest, in pages. */
function bestLayout(list: HTMLElement, sizes: readonly StageSize[]): Layout | null {
  const width = list.clientWidth;
  if (width === 0) return null;
  const before = list.style.cssText;
  // All of it is laid out to see what fits.
  list.dataset["measured"] = "";
  const isNarrow = window.innerWidth < NARROW_PX;
  let best: Layout | null = null;
  for (const { size, columns: wanted } of sizes) {
    const columns = isNarrow ? 1 : Math.min(wanted, Math.max(1, list.children.length));
    Object.assign(list.style, { columnCount: String(columns), columnFill: "auto" });
    list.style.setProperty("--size", String(size));
    const gap = Number.parseFloat(getComputedStyle(list).columnGap) || 0;
    const step = (list.getBoundingClientRect().width + gap) / columns;
    const { left } = list.getBoundingClientRect();
    const pageOf = [...list.children].map((item) =>
      Math.floor(Math.round((item.getBoundingClientRect().left - left) / step) / columns),
    );
    best = { size, columns, pageOf };
    if (list.scrollWidth <= width + 1) break;
  }
  list.style.cssText = before;
  delete list.dataset["measured"];
  return best;
}

function isSame(a: Layout, b: Layout): boolean {
  return (
    a.size === b.size &&
    a.columns === b.columns &&
    a.pageOf.length === b.pageOf.length &&
    a.pageOf.every((page, at) => page === b.pageOf[at])
  );
}

/** The page in sight, of so many, and how to turn to another: from then on they do not turn by themselves. */
function useTurningPages(count: number): readonly [page: number, turn: (to: number) => void] {
  const [turned, setTurned] = useState(0);
  const [isByHand, setByHand] = useState(false);
  const page = turned % count;
  const turn = (to: number): void => {
    setByHand(true);
    setTurned((to + count) % count);
  };
  const press = useRef(turn);
  useEffect(() => {
    press.current = turn;
  });
  useEffect(() => {
    if (count < 2 || isByHand) return undefined;
    const timer = setInterval(() => setTurned((before) => (before + 1) % count), TURNS_AFTER_MS);
    return () => clearInterval(timer);
  }, [count, isByHand]);
  useEffect(() => {
    if (count < 2) return undefined;
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key === "ArrowRight") press.current(page + 1);
      if (key === "ArrowLeft") press.current(page - 1);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [count, page]);
  return [page, turn];
}
