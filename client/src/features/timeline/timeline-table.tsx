import { type Span, spanOf } from "@planwand/shared/views/timeline-dates.ts";
import type { Grouping, Timeline, WaitLine } from "@planwand/shared/views/timeline.ts";
import { memo, type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useDayWords } from "../../fields/day-words.ts";
import type { PlacedCard } from "../../plan/placed.ts";
import { firstOf, useGrowing } from "./use-growing.ts";
import { linesByActivity, NO_LINES } from "./lines-of.ts";
import { useGroupName } from "./group-row.tsx";
import styles from "./timeline-table.module.css";
import { PaperBar, PaperDays } from "./paper-bar.tsx";
import { useBarWords } from "./use-bar-words.ts";

/** Rows that are drawn at once; the rest follows while the browser has nothing better to do. */
const BATCH = 150;

/** All that the timeline shows, as tables: for who does not see it, for who would rather read, and with the bars for paper. */
export function TimelineTable({
  timeline,
  by,
  hasBars = false,
  isHiding,
  onOpen,
  onDecision,
  onMoment,
}: {
  readonly timeline: Timeline<PlacedCard>;
  readonly by: Grouping;
  readonly hasBars?: boolean;
  readonly isHiding: (id: string) => boolean;
  readonly onOpen: (id: string) => void;
  readonly onDecision: (id: string) => void;
  readonly onMoment: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const lines = useMemo(() => linesByActivity(timeline.lines), [timeline.lines]);
  const groups = [
    ...timeline.groups.map(({ id, bars }) => ({
      id,
      cards: bars.map(({ activity }) => activity),
      isPlanned: true,
    })),
    ...(timeline.unplanned.length === 0 ? [] : [{ id: null, cards: timeline.unplanned, isPlanned: false }]),
  ];
  const found = groups.map(({ cards }) => cards.filter(({ id }) => !isHiding(id)));
  const limit = useGrowing(found.flat().length, BATCH);
  const shown = firstOf(found, limit);
  const heads = [
    t("timeline.table.activity"),
    t("activity.start"),
    t("activity.end"),
    t("timeline.table.length"),
    t("activity.status"),
    t("timeline.table.remarks"),
  ];
  return (
    <div className={styles.tables}>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={t("timeline.bars")} data-testid="timeline-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              {hasBars ? (
                <td>
                  <PaperDays range={timeline.range} />
                </td>
              ) : null}
            </tr>
          </thead>
          {groups.map(({ id, isPlanned }, at) => (
            <tbody key={`${id ?? ""} ${String(isPlanned)}`}>
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={heads.length + (hasBars ? 1 : 0)}>
                  {isPlanned ? <GroupName by={by} id={id} /> : t("timeline.unplanned")}
                </th>
              </tr>
              {(shown[at] ?? []).map((card) => (
                <TableRow
                  key={card.id}
                  card={card}
                  lines={lines.get(card.id) ?? NO_LINES}
                  range={hasBars ? timeline.range : null}
                  onOpen={onOpen}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <OtherDays {...{ timeline, onDecision, onMoment }} />
    </div>
  );
}

function GroupName({ by, id }: { readonly by: Grouping; readonly id: string | null }): ReactNode {
  return useGroupName(by, id);
}

const TableRow = memo(function TableRow({
  card,
  lines,
  range,
  onOpen,
}: {
  readonly card: PlacedCard;
  readonly lines: readonly WaitLine[];
  /** The days along which its bar lies; null for none. */
  readonly range: Span | null;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = useBarWords();
  const { short, day } = useDayWords();
  const remarks = [...words.troubles(card, lines), ...words.waits(card, lines)];
  const date = (value: string | null): string =>
    value === null ? "–" : `${short(value)} ${value.slice(0, 4)}`;
  return (
    <tr data-table-row={card.id}>
      <th scope="row">
        <button type="button" className={styles.link} onClick={() => onOpen(card.id)}>
          {words.title(card)}
        </button>
      </th>
      <td title={card.start === null ? undefined : day(card.start)}>{date(card.start)}</td>
      <td title={card.end === null ? undefined : day(card.end)}>{date(card.end)}</td>
      <td>{spanOf(card) === null ? "–" : words.length(card)}</td>
      <td>{t(`board.status.${card.status}`)}</td>
      <td>{remarks.join("; ")}</td>
      {range === null ? null : (
        <td>
          <PaperBar card={card} range={range} />
        </td>
      )}
    </tr>
  );
});

/** Phases, closed periods, moments and decisions: what lies behind and above the bars. */
function OtherDays({
  timeline,
  onDecision,
  onMoment,
}: {
  readonly timeline: Timeline<PlacedCard>;
  readonly onDecision: (id: string) => void;
  readonly onMoment: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { day } = useDayWords();
  const { phases, blackouts, marks } = timeline;
  const spans = [
    ...phases.map(({ entry, span }) => ({
      ...span,
      what: t("timeline.table.phase"),
      name: entry.name,
      id: entry.id,
    })),
    ...blackouts.map(({ entry, span }) => ({
      ...span,
      what: t("timeline.table.blackout"),
      name: entry.name,
      id: entry.id,
    })),
  ].toSorted((a, b) => (a.first < b.first ? -1 : 1));
  return (
    <>
      <h3 className={styles.heading}>{t("timeline.table.other")}</h3>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={t("timeline.table.other")} data-testid="timeline-other">
          <thead>
            <tr>
              <th scope="col">{t("timeline.table.date")}</th>
              <th scope="col">{t("timeline.table.kind")}</th>
              <th scope="col">{t("timeline.table.what")}</th>
            </tr>
          </thead>
          <tbody>
            {spans.map(({ first, last, what, name, id }) => (
              <tr key={id}>
                <td>{`${day(first)} – ${day(last)}`}</td>
                <td>{what}</td>
                <td>{name}</td>
              </tr>
            ))}
            {marks.flatMap(({ date, moments, decisions }) => [
              ...decisions.map(({ id, question }) => (
                <tr key={id}>
                  <td>{day(date)}</td>
                  <td>{t("timeline.table.decision")}</td>
                  <td>
                    <button type="button" className={styles.link} onClick={() => onDecision(id)}>
                      {question || t("timeline.noQuestion")}
                    </button>
                  </td>
                </tr>
              )),
              ...moments.map(({ id, kind, message }) => (
                <tr key={id}>
                  <td>{day(date)}</td>
                  <td>{t(`communication.kinds.${kind}`)}</td>
                  <td>
                    <button type="button" className={styles.link} onClick={() => onMoment(id)}>
                      {message || t("timeline.noMessage")}
                    </button>
                  </td>
                </tr>
              )),
            ])}
          </tbody>
        </table>
      </div>
    </>
  );
}
