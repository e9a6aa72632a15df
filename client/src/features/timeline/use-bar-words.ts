import { daysBetween } from "@planwand/shared/kernel/clock.ts";
import { daysLate } from "@planwand/shared/views/progress.ts";
import { type Dates, lengthOf, spanOf } from "@planwand/shared/views/timeline-dates.ts";
import type { WaitLine } from "@planwand/shared/views/timeline.ts";
import { useTranslation } from "react-i18next";
import { useDayWords } from "../../fields/day-words.ts";
import { useToday } from "../../plan/today.ts";
import { usePlanIndex } from "../../plan/hooks.ts";
import type { PlacedCard } from "../../plan/placed.ts";

/** What is said of a bar, on screen and by a screen reader. */
export interface BarWords {
  title(activity: Pick<PlacedCard, "title">): string;
  /** 3 december 2026 – 15 januari 2027 */
  dates(dates: Dates): string;
  /** 12 dagen */
  length(dates: Dates): string;
  /** What is wrong with it, each in a few words: late, before what it waits for, ends before it begins. */
  troubles(activity: PlacedCard, lines: readonly WaitLine[]): readonly string[];
  /** What it waits for and what waits for it, each in a sentence. */
  waits(activity: PlacedCard, lines: readonly WaitLine[]): readonly string[];
}

/** The words of bars, in the language of the page. */
export function useBarWords(): BarWords {
  const today = useToday();
  const { t } = useTranslation();
  const index = usePlanIndex();
  const { day } = useDayWords();
  const title = (activity: Pick<PlacedCard, "title"> | null): string =>
    activity?.title || t("board.untitled");
  const other = (id: string): string => title(index.activity(id));
  const domainOf = (id: string): string => {
    const domain = index.activity(id)?.place[1];
    return index.list("domains").find((entry) => entry.id === domain)?.name || t("board.unnamedDomain");
  };
  const length = (dates: Dates): string => {
    const span = spanOf(dates);
    return span === null ? "" : t("timeline.days", { count: lengthOf(span) });
  };
  return {
    title,
    length,
    dates({ start, end }) {
      if (start === null && end === null) return t("timeline.noDates");
      if (start === null) return t("timeline.until", { date: day(end ?? "") });
      if (end === null) return t("timeline.from", { date: day(start) });
      return t("timeline.fromUntil", { start: day(start), end: day(end) });
    },
    troubles(activity, lines) {
      const late = daysLate(activity, today);
      const { start, end } = activity;
      return [
        ...(late > 0 ? [t("timeline.late", { count: late })] : []),
        ...(start !== null && end !== null && daysBetween(start, end) < 0 ? [t("timeline.reversed")] : []),
        ...lines
          .filter(({ to, isBroken }) => to === activity.id && isBroken)
          .map(({ from }) => t("timeline.tooEarly", { title: other(from) })),
      ];
    },
    waits: ({ id }, lines) =>
      lines.flatMap(({ from, to, crossesDomains, isBroken, isVoid }) => {
        if (from !== id && to !== id) return [];
        const there = to === id ? from : to;
        const said = t(to === id ? "timeline.waitsFor" : "timeline.waitedFor", { title: other(there) });
        const marks = [
          ...(crossesDomains ? [t("timeline.otherDomain", { domain: domainOf(there) })] : []),
          ...(isBroken ? [t("timeline.broken")] : []),
          ...(isVoid ? [t("timeline.void")] : []),
        ];
        return [marks.length === 0 ? said : `${said} (${marks.join(", ")})`];
      }),
  };
}
