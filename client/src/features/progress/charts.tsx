import { burnUpOf, type DayStand, trendOf } from "@planwand/shared/views/trend.ts";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useDayWords } from "../../fields/day-words.ts";
import { useToday } from "../../plan/today.ts";
import type { PlacedCard } from "../../plan/placed.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { type Line, Lines } from "./lines.tsx";
import { percentOf } from "./use-part-words.ts";

/** What had to be done, what was done, and what should be done by each day. */
export function BurnUp({
  stands,
  activities,
}: {
  readonly stands: readonly DayStand[];
  readonly activities: readonly PlacedCard[];
}): ReactNode {
  const { t } = useTranslation();
  const words = useDayWords();
  const today = useToday();
  const days = useMemo(() => burnUpOf(stands, activities), [stands, activities]);
  const now = days.find(({ date }) => date === today);
  const points = (valueOf: (day: (typeof days)[number]) => number | null) =>
    days.flatMap((day) => {
      const value = valueOf(day);
      return value === null ? [] : [{ date: day.date, value }];
    });
  const lines: readonly Line[] = [
    { mark: "done", points: points(({ done }) => done), isArea: true },
    { mark: "planned", points: points(({ planned }) => planned) },
    { mark: "scope", points: points(({ scope }) => scope) },
  ];
  const top = Math.max(...days.map(({ scope, planned }) => Math.max(scope ?? 0, planned)), 1);
  const written = (value: number | null): string => (value === null ? "–" : String(value));
  return (
    <ChartFrame
      testId="burn-up"
      title={t("progress.burnUp.title")}
      summary={t("progress.burnUp.summary", {
        done: now?.done ?? 0,
        scope: now?.scope ?? 0,
        planned: now?.planned ?? 0,
      })}
      series={lines.map(({ mark }) => ({
        mark,
        name: t(`progress.burnUp.${mark as "done" | "planned" | "scope"}`),
      }))}
      heads={[
        t("progress.day"),
        t("progress.burnUp.scope"),
        t("progress.burnUp.planned"),
        t("progress.burnUp.done"),
      ]}
      rows={days.map(({ date, scope, planned, done }) => [
        words.day(date),
        written(scope),
        String(planned),
        written(done),
      ])}
    >
      {(room) => <Lines lines={lines} top={top} today={today} room={room} />}
    </ChartFrame>
  );
}

/** How progress, what is late and what is blocked went. */
export function Trend({ stands }: { readonly stands: readonly DayStand[] }): ReactNode {
  const { t } = useTranslation();
  const words = useDayWords();
  const today = useToday();
  const days = useMemo(() => trendOf(stands), [stands]);
  const [first, last] = [days[0], days.at(-1)];
  const lines: readonly Line[] = [
    {
      mark: "progress",
      points: days.flatMap(({ date, progress }) => (progress === null ? [] : [{ date, value: progress }])),
      isArea: true,
    },
  ];
  return (
    <ChartFrame
      testId="trend"
      title={t("progress.trend.title")}
      summary={
        first === undefined || days.length < 2
          ? t("progress.trend.new", { now: percentOf(last?.progress ?? null) })
          : t("progress.trend.summary", {
              date: words.day(first.date),
              before: percentOf(first.progress),
              now: percentOf(last?.progress ?? null),
            })
      }
      series={[{ mark: "progress", name: t("progress.trend.progress") }]}
      heads={[
        t("progress.day"),
        t("progress.trend.progress"),
        t("progress.trend.late"),
        t("progress.trend.blocked"),
      ]}
      rows={days.map(({ date, progress, late, blocked }) => [
        words.day(date),
        percentOf(progress),
        String(late),
        String(blocked),
      ])}
    >
      {(room) => <Lines lines={lines} top={100} today={today} unit="%" room={room} />}
    </ChartFrame>
  );
}
