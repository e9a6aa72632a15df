import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { lengthOf, type Span } from "@planwand/shared/views/timeline-dates.ts";
import { scaleUtc } from "@visx/scale";
import { type TimeInterval, utcDay, utcMonday, utcMonth, utcYear } from "d3-time";

/** How close one looks: so that a week, a month, a quarter or all of the plan fits well on a screen. */
export const ZOOMS = ["week", "month", "quarter", "whole"] as const;
export type Zoom = (typeof ZOOMS)[number];

const PX_PER_DAY: Record<Exclude<Zoom, "whole">, number> = { week: 44, month: 14, quarter: 5 };
const [MIN_PX, MAX_PX] = [0.4, 80] as const;

/** Pixels for a day at a zoom, or at one in between that a pinch left; `width` is what there is for the whole plan. */
export function pxPerDay(zoom: Zoom | number, range: Span, width: number): number {
  if (typeof zoom === "number") return within(zoom);
  return zoom === "whole" ? Math.max(MIN_PX, width / lengthOf(range)) : PX_PER_DAY[zoom];
}

export function within(px: number): number {
  return Math.min(MAX_PX, Math.max(MIN_PX, px));
}

/** The zoom one step closer (1) or farther away (-1) than what is shown. */
export function zoomStep(px: number, direction: 1 | -1): Zoom {
  const closer = (["quarter", "month", "week"] as const).find((zoom) => PX_PER_DAY[zoom] > px * 1.01);
  const farther = (["week", "month", "quarter"] as const).find((zoom) => PX_PER_DAY[zoom] < px * 0.99);
  return direction === 1 ? (closer ?? "week") : (farther ?? "whole");
}

/** Where days are, in pixels from the first of the range. A local date is read and written in one zone, so it stays that day. */
export interface DayScale {
  readonly range: Span;
  readonly pxPerDay: number;
  readonly width: number;
  /** The left edge of a day. */
  x(date: LocalDate): number;
  /** The day under a pixel. */
  dayAt(x: number): LocalDate;
  /** The left edges of what begins in the range, at the first day of the week, month and so on. */
  ticks(unit: TickUnit): readonly Tick[];
}

/** The first day of a week, month and so on, and where it lies. */
export interface Tick {
  readonly date: LocalDate;
  readonly x: number;
  readonly width: number;
}

export type TickUnit = "day" | "week" | "month" | "quarter" | "year";

const INTERVALS: Record<TickUnit, TimeInterval> = {
  day: utcDay,
  week: utcMonday,
  month: utcMonth,
  quarter: utcMonth.every(3) ?? utcMonth,
  year: utcYear,
};

export function dayScale(range: Span, px: number): DayScale {
  const days = lengthOf(range);
  const width = days * px;
  const [first, end] = [utc(range.first), utcDay.offset(utc(range.last), 1)];
  const scale = scaleUtc<number>({ domain: [first, end], range: [0, width] });
  return {
    range,
    pxPerDay: px,
    width,
    x: (date) => scale(utc(date)),
    dayAt: (x) => dateOf(utcDay.floor(scale.invert(Math.min(width - 1, Math.max(0, x))))),
    ticks(unit) {
      const interval = INTERVALS[unit];
      // The one that the range begins in has begun before it.
      return interval.range(interval.floor(first), end).map((date) => {
        const from = Math.max(0, scale(date));
        return { date: dateOf(date), x: from, width: scale(interval.offset(date, 1)) - from };
      });
    },
  };
}

/** The two rows of the axis at a scale: what is wide enough to be read. */
export function axisUnits(px: number): readonly [upper: TickUnit, lower: TickUnit] {
  if (px >= 24) return ["month", "day"];
  if (px >= 6) return ["month", "week"];
  if (px >= 1.45) return ["year", "month"];
  return ["year", "quarter"];
}

function utc(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

function dateOf(date: Date): LocalDate {
  return date.toISOString().slice(0, 10);
}
