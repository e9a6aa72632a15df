import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { AxisBottom, AxisLeft } from "@visx/axis";
import { scaleLinear, scaleUtc } from "@visx/scale";
import { AreaClosed, LinePath } from "@visx/shape";
import type { ReactNode } from "react";
import { useDayWords } from "../../fields/day-words.ts";
import type { Room } from "./chart-frame.tsx";
import styles from "./charts.module.css";

const DAY_MS = 86_400_000;

/** A value on a day. */
export interface Point {
  readonly date: LocalDate;
  readonly value: number;
}

/** A line of points. */
export interface Line {
  readonly mark: string;
  readonly points: readonly Point[];
  /** The room below it is coloured. */
  readonly isArea?: boolean;
}

/** Lines over days, with their axes and a line for today. */
export function Lines({
  lines,
  top,
  today,
  unit = "",
  room,
}: {
  readonly lines: readonly Line[];
  /** The highest value there is room for. */
  readonly top: number;
  readonly today: LocalDate;
  readonly unit?: string;
  readonly room: Room;
}): ReactNode {
  const words = useDayWords();
  const days = lines.flatMap(({ points }) => points.map(({ date }) => date)).toSorted();
  const [first, last] = [days[0] ?? today, days.at(-1) ?? today];
  const { width, height, left, right, bottom } = room;
  // A local date is read and written in one zone, so it stays that day.
  const x = scaleUtc<number>({
    domain: [utc(first), first === last ? new Date(utc(last).getTime() + DAY_MS) : utc(last)],
    range: [left, width - right],
  });
  const y = scaleLinear<number>({
    domain: [0, Math.max(1, top)],
    range: [height - bottom, room.top],
    nice: true,
  });
  const xOf = ({ date }: Point): number => x(utc(date));
  const yOf = ({ value }: Point): number => y(value);
  const ticks = x
    .ticks(Math.max(2, Math.floor((width - left) / 110)))
    .filter((tick) => tick.getTime() % DAY_MS === 0 && dateOf(tick) <= last);
  return (
    <g>
      {y.ticks(5).map((value) => (
        <line key={value} className={styles.grid} x1={left} x2={width - right} y1={y(value)} y2={y(value)} />
      ))}
      <AxisLeft
        scale={y}
        left={left}
        numTicks={5}
        hideTicks
        hideAxisLine
        tickFormat={(value) => `${String(Number(value))}${unit}`}
        tickLabelProps={{ fill: "var(--text-muted)", fontSize: 13, textAnchor: "end", dx: -4, dy: 4 }}
      />
      <AxisBottom
        scale={x}
        top={height - bottom}
        tickValues={ticks}
        stroke="var(--border-control)"
        tickStroke="var(--border-control)"
        tickFormat={(value) => words.short(dateOf(value instanceof Date ? value : new Date(Number(value))))}
        tickLabelProps={{ fill: "var(--text-muted)", fontSize: 13, textAnchor: "middle", dy: 4 }}
      />
      <line
        className={styles.today}
        x1={x(utc(today))}
        x2={x(utc(today))}
        y1={room.top}
        y2={height - bottom}
      />
      {lines.map(({ mark, points, isArea }) => (
        <g key={mark} data-series={mark}>
          {isArea === true ? (
            <AreaClosed
              className={styles.area ?? ""}
              data-mark={mark}
              data={[...points]}
              x={xOf}
              y={yOf}
              yScale={y}
            />
          ) : null}
          <LinePath
            className={styles.line ?? ""}
            data-mark={mark}
            data={[...points]}
            x={xOf}
            y={yOf}
            fill="none"
          />
          {points.length < 3
            ? points.map((point) => (
                <circle
                  key={point.date}
                  className={styles.dot}
                  data-mark={mark}
                  cx={xOf(point)}
                  cy={yOf(point)}
                  r={4}
                />
              ))
            : null}
        </g>
      ))}
    </g>
  );
}

function utc(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

function dateOf(date: Date): LocalDate {
  return date.toISOString().slice(0, 10);
}
