import type { Dates } from "@planwand/shared/views/timeline-dates.ts";
import type { Bar, WaitLine } from "@planwand/shared/views/timeline.ts";
import { TriangleAlert } from "lucide-react";
import { type KeyboardEvent, memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DomainIcon } from "../../fields/domain-icon.tsx";
import { STATUS_ICONS } from "../../fields/status-icons.ts";
import { useDomain, useIsFilteredOut } from "../../plan/hooks.ts";
import type { PlacedCard } from "../../plan/placed.ts";
import { Popover } from "../../ui/popover.tsx";
import styles from "./bar-row.module.css";
import { DatesWindow } from "./dates-window.tsx";
import { useBarWords } from "./use-bar-words.ts";

/** Where a bar is, in pixels from the first day. */
export interface BarPlace {
  readonly left: number;
  readonly width: number;
}

/** An activity with its bar: pressing it opens its dates, dragging it or one of its ends changes them. */
export const BarRow = memo(function BarRow({
  bar,
  lines,
  place,
  preview,
  top,
  height,
  at,
  total,
  isStop,
  canMove,
  onKeyDown,
  onOpen,
}: {
  readonly bar: Bar<PlacedCard>;
  /** The lines that begin or end here. */
  readonly lines: readonly WaitLine[];
  readonly place: BarPlace;
  /** The dates that it would get now; null while nobody moves it. */
  readonly preview: Dates | null;
  readonly top: number;
  readonly height: number;
  readonly at: number;
  readonly total: number;
  /** Tab comes to this one. */
  readonly isStop: boolean;
  readonly canMove: boolean;
  readonly onKeyDown: (event: KeyboardEvent, id: string) => void;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = useBarWords();
  const { activity } = bar;
  const { id, status, progress, domain } = activity;
  const isFilteredOut = useIsFilteredOut(id);
  const color = useDomain(domain ?? "")?.color ?? 6;
  const StatusIcon = STATUS_ICONS[status];
  const title = words.title(activity);
  const dates = preview ?? activity;
  const troubles = words.troubles({ ...activity, ...preview }, lines);
  const said = [
    title,
    words.dates(dates),
    t(`board.status.${status}`),
    ...(status === "active" || status === "blocked" ? [t("timeline.progress", { percent: progress })] : []),
    ...troubles,
    ...words.waits(activity, lines),
  ].join(". ");
  return (
    <li
      className={styles.row}
      style={{
        transform: `translateY(${String(top)}px)`,
        height,
        "--bar-color": `var(--domain-${String(color)})`,
      }}
      data-row={id}
      data-filtered-out={isFilteredOut || undefined}
      data-moving={preview !== null || undefined}
      aria-posinset={at}
      aria-setsize={total}
    >
      <span className={styles.label} data-status={status} title={title}>
        <span className={styles.domain}>
          <DomainIcon color={color} />
        </span>
        <span className={styles.title}>{title}</span>
      </span>
      <span className={styles.track} style={{ left: place.left }}>
        <Popover
          label={title}
          trigger={
            <button
              type="button"
              className={styles.bar}
              style={{ width: place.width, "--progress": `${String(status === "done" ? 100 : progress)}%` }}
              data-ink
              data-bar={id}
              data-status={status}
              data-open-start={dates.start === null || undefined}
              data-open-end={dates.end === null || undefined}
              data-movable={canMove || undefined}
              data-trouble={troubles.length > 0 || undefined}
              tabIndex={isStop ? 0 : -1}
              aria-label={said}
              aria-describedby={canMove ? "timeline-keys" : undefined}
              onKeyDown={(event) => onKeyDown(event, id)}
            >
              {place.width >= 22 ? <StatusIcon size={14} aria-hidden="true" /> : null}
              {place.width >= 64 && (status === "active" || status === "blocked") ? (
                <span className={styles.percent}>{`${String(progress)}%`}</span>
              ) : null}
              {canMove ? (
                <>
                  <span className={styles.grip} data-grip="start" />
                  <span className={styles.grip} data-grip="end" />
                </>
              ) : null}
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
        {preview === null ? (
          troubles.map((trouble) => (
            <span key={trouble} className={styles.trouble} aria-hidden="true">
              <TriangleAlert size={13} />
              {trouble}
            </span>
          ))
        ) : (
          <span className={styles.tip} aria-hidden="true">
            {`${words.dates(preview)} · ${words.length(preview)}`}
          </span>
        )}
      </span>
    </li>
  );
});
