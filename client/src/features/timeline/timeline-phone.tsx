import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { lengthOf, type Span } from "@planwand/shared/views/timeline-dates.ts";
import { type Bar, type Grouping, type Timeline, type WaitLine } from "@planwand/shared/views/timeline.ts";
import { daysBetween } from "@planwand/shared/kernel/clock.ts";
import { TriangleAlert } from "lucide-react";
import { memo, type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useDayWords } from "../../fields/day-words.ts";
import { STATUS_ICONS } from "../../fields/status-icons.ts";
import { useDomain, useIsFilteredOut } from "../../plan/hooks.ts";
import type { PlacedCard } from "../../plan/placed.ts";
import { Popover } from "../../ui/popover.tsx";
import { DatesWindow } from "./dates-window.tsx";
import { firstOf, useGrowing } from "./use-growing.ts";
import { linesByActivity, NO_LINES } from "./lines-of.ts";
import { useGroupName } from "./group-row.tsx";
import styles from "./timeline-phone.module.css";
import { Unplanned } from "./unplanned.tsx";
import { useBarWords } from "./use-bar-words.ts";

const BATCH = 60;

/** The timeline on a phone: a list, each activity with where it lies in the whole plan, to be pressed for its dates. */
export function TimelinePhone({
  timeline,
  by,
  today,
  isHiding,
  onOpen,
}: {
  readonly timeline: Timeline<PlacedCard>;
  readonly by: Grouping;
  readonly today: LocalDate;
  readonly isHiding: (id: string) => boolean;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const lines = useMemo(() => linesByActivity(timeline.lines), [timeline.lines]);
  const found = timeline.groups.map(({ bars }) => bars.filter(({ activity }) => !isHiding(activity.id)));
  const limit = useGrowing(found.flat().length, BATCH);
  const shown = firstOf(found, limit);
  return (
    <div className={styles.phone} data-testid="timeline-phone">
      {timeline.groups.map(({ id }, at) => (
        <Group key={id ?? ""} by={by} id={id} timeline={timeline}>
          {(shown[at] ?? []).map((bar) => (
            <Item
              key={bar.activity.id}
              bar={bar}
              lines={lines.get(bar.activity.id) ?? NO_LINES}
              range={timeline.range}
              today={today}
              onOpen={onOpen}
            />
          ))}
        </Group>
      ))}
      <Unplanned activities={timeline.unplanned} onOpen={onOpen} />
    </div>
  );
}

function Group({
  by,
  id,
  timeline,
  children,
}: {
  readonly by: Grouping;
  readonly id: string | null;
  readonly timeline: Timeline<PlacedCard>;
  readonly children: readonly ReactNode[];
}): ReactNode {
  const { t } = useTranslation();
  const words = useDayWords();
  const name = useGroupName(by, id);
  const band = timeline.phases.find(({ entry }) => by === "phase" && entry.id === id);
  return (
    <section className={styles.group} aria-label={name}>
      <header className={styles.head}>
        <h3>{name}</h3>
        {band === undefined ? null : (
          <p>{`${words.short(band.span.first)} – ${words.short(band.span.last)} ${band.span.last.slice(0, 4)}`}</p>
        )}
      </header>
      {children.length === 0 ? <p className={styles.none}>{t("timeline.none")}</p> : <ul>{children}</ul>}
    </section>
  );
}

const Item = memo(function Item({
  bar,
  lines,
  range,
  today,
  onOpen,
}: {
  readonly bar: Bar<PlacedCard>;
  readonly lines: readonly WaitLine[];
  readonly range: Span;
  readonly today: LocalDate;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = useBarWords();
  const days = useDayWords();
  const { activity, span } = bar;
  const { id, status, domain } = activity;
  const isFilteredOut = useIsFilteredOut(id);
  const color = useDomain(domain ?? "")?.color ?? 6;
  const StatusIcon = STATUS_ICONS[status];
  const share = (date: LocalDate): number => (daysBetween(range.first, date) / lengthOf(range)) * 100;
  const troubles = words.troubles(activity, lines);
  return (
    <li
      className={styles.item}
      style={{ "--bar-color": `var(--domain-${String(color)})` }}
      data-row={id}
      data-filtered-out={isFilteredOut || undefined}
    >
      <Popover
        label={words.title(activity)}
        trigger={
          <button type="button" className={styles.button} data-bar={id} data-status={status}>
            <span className={styles.title}>{words.title(activity)}</span>
            <span className={styles.facts}>
              <StatusIcon size={14} aria-hidden="true" />
              <span>{t(`board.status.${status}`)}</span>
              <span>{`${days.short(span.first)} – ${days.short(span.last)}`}</span>
              <span>{words.length(activity)}</span>
            </span>
            {troubles.map((trouble) => (
              <span key={trouble} className={styles.trouble}>
                <TriangleAlert size={13} aria-hidden="true" />
                {trouble}
              </span>
            ))}
            <span className={styles.strip} data-ink aria-hidden="true">
              <span
                className={styles.bar}
                style={{
                  left: `${String(Math.max(0, share(span.first)))}%`,
                  width: `max(6px, ${String((lengthOf(span) / lengthOf(range)) * 100)}%)`,
                }}
              />
              <span className={styles.today} style={{ left: `${String(share(today))}%` }} />
            </span>
          </button>
        }
      >
        {(close) => (
          <DatesWindow
            activity={activity}
            lines={lines}
            onOpen={() => {
              close();
              onOpen(id);
            }}
          />
        )}
      </Popover>
    </li>
  );
});
