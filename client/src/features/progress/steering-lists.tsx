import { daysBetween } from "@planwand/shared/kernel/clock.ts";
import { daysLate } from "@planwand/shared/views/progress.ts";
import type { Steering } from "@planwand/shared/views/steering.ts";
import { AlarmClock, Ban, CalendarClock, Gavel, Grid2x2X, type LucideIcon, Megaphone } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { useDayWords } from "../../fields/day-words.ts";
import { useToday } from "../../plan/today.ts";
import { useDomains, useParties, usePhases } from "../../plan/hooks.ts";
import type { PlacedCard } from "../../plan/placed.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { ShowNext, useFirstOf } from "../../ui/first-of.tsx";
import { reach } from "../../ui/reach.ts";
import styles from "./steering-lists.module.css";

type Show = (view: "activity" | "decisions" | "communication", id: string) => void;

/** What asks for attention: late, blocked, soon, to be decided, to be said, and cells in which nothing is. */
export function SteeringLists({
  steering,
  onShow,
}: {
  readonly steering: Steering<PlacedCard>;
  readonly onShow: Show;
}): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { planId } = usePlanSession().connection;
  const words = useDayWords();
  const today = useToday();
  const parties = useParties();
  const phases = usePhases();
  const domains = useDomains();
  const party = (id: string | null): string => parties.find((one) => one.id === id)?.name ?? "";
  const title = (card: PlacedCard): string => card.title || t("board.untitled");
  const showCell = (phase: string, domain: string): void => {
    navigate(`/plan/${planId}`);
    const around = `[data-testid=cell][data-phase="${phase}"][data-domain="${domain}"]`;
    reach({ controls: ["button"], around, waitsForControl: false });
  };
  const away = (date: string | null): string => {
    if (date === null) return "";
    const days = daysBetween(today, date);
    if (days === 0) return t("progress.today");
    return t(days < 0 ? "progress.daysAgo" : "progress.inDays", { count: Math.abs(days) });
  };
  const blocked = (card: PlacedCard): string => {
    const { waiting } = card;
    if (waiting === null) return t("progress.noReason");
    return [
      waiting.for === "" ? t("progress.noReason") : waiting.for,
      party(waiting.party),
      waiting.since === null ? "" : t("progress.since", { date: words.day(waiting.since) }),
    ]
      .filter(Boolean)
      .join(" · ");
  };
  const nextOf = ({ start, end }: PlacedCard): string =>
    start !== null && start >= today
      ? t("progress.begins", { date: words.short(start) })
      : t("progress.ends", { date: end === null ? "" : words.short(end) });
  return (
    <div className={styles.lists}>
      <List name="late" icon={AlarmClock} isAlarm count={steering.late.length}>
        {steering.late.map((card) => (
          <Item
            key={card.id}
            title={title(card)}
            fact={t("progress.lateBy", { count: daysLate(card, today) })}
            onOpen={() => onShow("activity", card.id)}
          />
        ))}
      </List>
      <List name="blocked" icon={Ban} isAlarm count={steering.blocked.length}>
        {steering.blocked.map((card) => (
          <Item
            key={card.id}
            title={title(card)}
            fact={blocked(card)}
            onOpen={() => onShow("activity", card.id)}
          />
        ))}
      </List>
      <List name="decisions" icon={Gavel} count={steering.decisions.length}>
        {steering.decisions.map(({ id, question, decider, neededBy }) => (
          <Item
            key={id}
            title={question || t("progress.noQuestion")}
            fact={[away(neededBy), party(decider)].filter(Boolean).join(" · ")}
            onOpen={() => onShow("decisions", id)}
          />
        ))}
      </List>
      <List name="moments" icon={Megaphone} count={steering.moments.length}>
        {steering.moments.map(({ id, message, kind, date }) => (
          <Item
            key={id}
            title={message || t("progress.noMessage")}
            fact={`${t(`communication.kinds.${kind}`)} · ${away(date)}`}
            onOpen={() => onShow("communication", id)}
          />
        ))}
      </List>
      <List name="next" icon={CalendarClock} count={steering.next.length}>
        {steering.next.map((card) => (
          <Item
            key={card.id}
            title={title(card)}
            fact={nextOf(card)}
            onOpen={() => onShow("activity", card.id)}
          />
        ))}
      </List>
      <List name="emptyCells" icon={Grid2x2X} count={steering.emptyCells.length}>
        {steering.emptyCells.map(({ phase, domain }) => (
          <Item
            key={`${phase} ${domain}`}
            title={domains.find(({ id }) => id === domain)?.name || t("board.unnamedDomain")}
            fact={phases.find(({ id }) => id === phase)?.name || t("board.unnamedPhase")}
            onOpen={() => showCell(phase, domain)}
          />
        ))}
      </List>
    </div>
  );
}

/** So many of a list are shown at first. */
const SHOWN = 6;

function List({
  name,
  icon: Icon,
  count,
  isAlarm = false,
  children,
}: {
  readonly name: "late" | "blocked" | "decisions" | "moments" | "next" | "emptyCells";
  readonly icon: LucideIcon;
  readonly count: number;
  readonly isAlarm?: boolean;
  readonly children: readonly ReactNode[];
}): ReactNode {
  const { t } = useTranslation();
  const headId = useId();
  const first = useFirstOf(children, SHOWN);
  return (
    <section
      className={styles.list}
      aria-labelledby={headId}
      data-list={name}
      data-alarm={(isAlarm && count > 0) || undefined}
    >
      <h3 id={headId} className={styles.heading}>
        <Icon size={18} aria-hidden="true" />
        {t(`progress.lists.${name}`)}
        <span className={styles.count}>{count}</span>
      </h3>
      {count === 0 ? <p className={styles.none}>{t(`progress.nothing.${name}`)}</p> : <ul>{first.shown}</ul>}
      <ShowNext of={first} />
    </section>
  );
}

function Item({
  title,
  fact,
  onOpen,
}: {
  readonly title: string;
  readonly fact: string;
  readonly onOpen: () => void;
}): ReactNode {
  return (
    <li>
      <button type="button" className={styles.item} onClick={onOpen}>
        <span className={styles.title}>{title}</span>
        <span className={styles.fact}>{fact}</span>
      </button>
    </li>
  );
}
