import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { type Dates, type Span, spanOf, within } from "@planwand/shared/views/timeline-dates.ts";
import type { BarGroup, Grouping, Timeline } from "@planwand/shared/views/timeline.ts";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { setDates } from "../../plan/edit-activity.ts";
import { usePlanIndex } from "../../plan/hooks.ts";
import type { PlacedCard } from "../../plan/placed.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { announce } from "../../ui/live-region.tsx";
import { Axis } from "./axis.tsx";
import { Backdrop } from "./backdrop.tsx";
import { type BarPlace, BarRow } from "./bar-row.tsx";
import styles from "./chart.module.css";
import { GroupRow } from "./group-row.tsx";
import { linesByActivity, NO_LINES } from "./lines-of.ts";
import { rowsOf, visibleRows } from "./rows.ts";
import { type Moving, useBarDrag } from "./use-bar-drag.ts";
import { useBarKeys } from "./use-bar-keys.ts";
import { useBarWords } from "./use-bar-words.ts";
import { Unplanned } from "./unplanned.tsx";
import { useWalk } from "./use-walk.ts";
import type { Viewport } from "./use-viewport.ts";
import type { Zooming } from "./use-zoom.ts";
import { type BarBox, WaitLines } from "./wait-lines.tsx";
import type { DayScale } from "./zoom.ts";

const HEIGHTS = { group: 38, bar: 36 } as const;
/** Small bars stay as wide as can be pressed. */
const MIN_BAR_PX = 12;

/** The bars of the plan along the days, and below them what has no dates. */
export function Chart({
  timeline,
  by,
  today,
  scroller,
  viewport,
  label,
  zooming,
  isHiding,
  onOpen,
  onDecision,
  onMoment,
}: {
  readonly timeline: Timeline<PlacedCard>;
  readonly by: Grouping;
  readonly today: LocalDate;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly viewport: Viewport;
  /** Pixels that the names take at the left. */
  readonly label: number;
  readonly zooming: Zooming;
  /** What a filter does not find is left out instead of dimmed. */
  readonly isHiding: (id: string) => boolean;
  readonly onOpen: (id: string) => void;
  readonly onDecision: (id: string) => void;
  readonly onMoment: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite } = usePlanSession();
  const index = usePlanIndex();
  const words = useBarWords();
  const root = useRef<HTMLDivElement>(null);
  const { scale } = zooming;
  const [moving, setMoving] = useState<Moving | null>(null);
  const [active, setActive] = useState<string | null>(null);

  const groups = useMemo(
    () =>
      timeline.groups.map((group) => ({
        ...group,
        bars: group.bars.filter(({ activity }) => !isHiding(activity.id)),
      })),
    [timeline.groups, isHiding],
  );
  const { rows, height } = useMemo(() => rowsOf(groups, HEIGHTS), [groups]);
  const bars = useMemo(() => rows.flatMap((row) => (row.kind === "bar" ? [row] : [])), [rows]);
  const walk = useWalk(bars, scroller);
  const linesOf = useMemo(() => linesByActivity(timeline.lines), [timeline.lines]);

  const datesOf = useCallback((id: string): Dates | null => index.activity(id), [index]);
  const write = (id: string, dates: Dates): void => {
    const activity = index.activity(id);
    if (activity === null) return announce(t("timeline.gone"), "assertive");
    if (activity.start === dates.start && activity.end === dates.end) return undefined;
    setDates(doc, id, dates);
    walk.follow(id);
    const title = words.title(activity);
    return announce(t("timeline.changed", { title, dates: words.dates(dates) }), "assertive");
  };
  useBarDrag(root, scroller, { isOn: canWrite, scale, label, datesOf, onMove: setMoving, onDrop: write });
  const press = useBarKeys({
    canMove: canWrite,
    datesOf,
    say: words.dates,
    onMove: setMoving,
    onDrop: write,
  });
  const { step } = zooming;
  const keys = useLatest((event: KeyboardEvent, id: string) => {
    if (press(event, id) || walk.onKey(event, id)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") step(1);
    else if (event.key === "-") step(-1);
  });

  const places = useMemo(() => {
    const known = new Map<string, BarPlace & { readonly middle: number }>();
    for (const { key, top, bar } of bars)
      known.set(key, { ...placeOf(bar.span, scale), middle: top + HEIGHTS.bar / 2 });
    return known;
  }, [bars, scale]);
  const boxOf = useCallback(
    (id: string): BarBox | null => {
      const place = places.get(id);
      if (place === undefined) return null;
      const span = moving?.id === id && moving.dates !== null ? spanOf(moving.dates) : null;
      const { left, width } = span === null ? place : placeOf(span, scale);
      return { left, right: left + width, middle: place.middle };
    },
    [places, moving, scale],
  );
  const areas = useMemo(() => (by === "phase" ? areasOf(timeline, groups) : []), [by, timeline, groups]);
  const shownX = { from: viewport.left - 400, to: viewport.left + viewport.width + 400 };
  const shownY = { from: viewport.top, to: viewport.top + viewport.height };
  const ghost =
    moving !== null && !places.has(moving.id) && moving.dates !== null ? spanOf(moving.dates) : null;

  return (
    <div
      ref={root}
      className={styles.chart}
      data-testid="timeline"
      data-zoom={zooming.zoom ?? "custom"}
      style={{ "--label": `${String(label)}px` }}
      onPointerOver={({ target }) => setActive(barUnder(target))}
      onPointerLeave={() => setActive(null)}
    >
      <div ref={scroller} className={styles.scroller} data-moving={moving !== null || undefined}>
        <div className={styles.canvas} style={{ width: scale.width + label }}>
          <div className={styles.head} data-head>
            <div className={styles.corner} data-corner>
              {t(`timeline.by.${by}`)}
            </div>
            <Axis
              scale={scale}
              shown={useSteady(shownX)}
              phases={timeline.phases}
              marks={timeline.marks}
              today={today}
              onDecision={onDecision}
              onMoment={onMoment}
            />
          </div>
          <div className={styles.body} style={{ height }}>
            <div className={styles.days}>
              <Backdrop
                scale={scale}
                shown={useSteady(shownX)}
                height={height}
                today={today}
                blackouts={timeline.blackouts}
                areas={areas}
              />
              <WaitLines
                lines={timeline.lines}
                boxOf={boxOf}
                active={moving?.id ?? active ?? walk.focused}
                width={scale.width}
                height={height}
                shown={useSteady(shownY)}
              />
              {ghost === null ? null : (
                <Ghost span={ghost} scale={scale} height={height} dates={moving?.dates ?? null} />
              )}
            </div>
            <ol className={styles.rows} aria-label={t("timeline.bars")}>
              {visibleRows(rows, shownY.from, shownY.to, walk.stop).map((row) =>
                row.kind === "group" ? (
                  <GroupRow key={row.key} group={row.group} by={by} top={row.top} height={row.height} />
                ) : (
                  <BarRow
                    key={row.key}
                    bar={row.bar}
                    lines={linesOf.get(row.key) ?? NO_LINES}
                    place={
                      moving?.id === row.key ? boxPlace(boxOf(row.key)) : (places.get(row.key) ?? NOWHERE)
                    }
                    preview={moving?.id === row.key ? moving.dates : null}
                    top={row.top}
                    height={row.height}
                    at={walk.numberOf(row.key)}
                    total={bars.length}
                    isStop={row.key === walk.stop}
                    canMove={canWrite}
                    onKeyDown={keys}
                    onOpen={onOpen}
                  />
                ),
              )}
            </ol>
          </div>
        </div>
      </div>
      <Unplanned activities={timeline.unplanned} onOpen={onOpen} />
      <p id="timeline-keys" className="visually-hidden">
        {t("timeline.keys")}
      </p>
    </div>
  );
}

const NOWHERE: BarPlace = { left: 0, width: 0 };

/** Where what has no dates yet would come to stand. */
function Ghost({
  span,
  scale,
  height,
  dates,
}: {
  readonly span: Span;
  readonly scale: DayScale;
  readonly height: number;
  readonly dates: Dates | null;
}): ReactNode {
  const words = useBarWords();
  return (
    <span className={styles.ghost} style={{ ...placeOf(span, scale), height }} data-testid="ghost">
      <span>{dates === null ? "" : words.dates(dates)}</span>
    </span>
  );
}

function boxPlace(box: BarBox | null): BarPlace {
  return box === null ? NOWHERE : { left: box.left, width: box.right - box.left };
}

function placeOf(span: Span, scale: DayScale): BarPlace {
  const { first, last } = within(span, scale.range);
  const left = scale.x(first);
  return { left, width: Math.max(MIN_BAR_PX, scale.x(last) + scale.pxPerDay - left) };
}

/** Each phase with days, behind its own bars. */
function areasOf(timeline: Timeline<PlacedCard>, groups: readonly BarGroup<PlacedCard>[]) {
  let top = 0;
  return groups.flatMap(({ id, bars }) => {
    const height = HEIGHTS.group + bars.length * HEIGHTS.bar;
    const area = { top, height };
    top += height;
    const band = timeline.phases.find(({ entry }) => entry.id === id);
    return band === undefined ? [] : [{ phase: band.entry, span: band.span, ...area }];
  });
}

function barUnder(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest<HTMLElement>("[data-row]")?.dataset["row"] ?? null)
    : null;
}

/** A range that keeps its identity while it stays the same. */
function useSteady({ from, to }: { readonly from: number; readonly to: number }) {
  return useMemo(() => ({ from, to }), [from, to]);
}

/** A function that stays the same and does what it was given last. */
function useLatest<Arguments extends unknown[]>(
  run: (...given: Arguments) => void,
): (...given: Arguments) => void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  return useCallback((...given: Arguments) => latest.current(...given), []);
}
