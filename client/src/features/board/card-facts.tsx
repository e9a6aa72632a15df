import { AlarmClock, ChevronsUp, Diamond, ListChecks, MessageSquare } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { STATUS_ICONS } from "../../fields/status-icons.ts";
import { useToday } from "../../plan/today.ts";
import { useCircles, useOpenDecisions, useParty } from "../../plan/hooks.ts";
import { useOpenComments } from "../../plan/journal.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import styles from "./card.module.css";
import { dueOf } from "../../plan/due.ts";

const CIRCLES_SHOWN = 3;

/**
 * What the card says below its title; every sign has words with it. On a dimmed card they are a shade of what is there: to be read
 * in full as soon as somebody points at the card, and left out for who listens.
 */
export function CardFacts({
  activity,
  isDimmed,
}: {
  readonly activity: CardSnapshot;
  readonly isDimmed: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const decisions = useOpenDecisions(activity.id);
  const comments = useOpenComments("activity", activity.id);
  const StatusIcon = STATUS_ICONS[activity.status];
  const done = activity.steps.filter((step) => step.done).length;
  const sponsor = activity.roles.sponsor[0];
  return (
    <span className={styles.facts} aria-hidden={isDimmed || undefined}>
      <span className={styles.status} data-status={activity.status}>
        <StatusIcon size={14} aria-hidden="true" />
        {t(`board.status.${activity.status}`)}
      </span>
      {activity.priority === "high" ? (
        <span className={styles.high} title={t("board.card.highPriority")}>
          <ChevronsUp size={15} aria-hidden="true" />
          <span className="visually-hidden">{t("board.card.highPriority")}</span>
        </span>
      ) : null}
      {activity.steps.length > 0 ? (
        <span className={styles.fact}>
          <ListChecks size={14} aria-hidden="true" />
          <span aria-hidden="true">{`${String(done)}/${String(activity.steps.length)}`}</span>
          <span className="visually-hidden">
            {t("board.card.steps", { done, total: activity.steps.length })}
          </span>
        </span>
      ) : null}
      {decisions > 0 ? (
        <span className={styles.fact} title={t("board.card.decisions", { count: decisions })}>
          <Diamond size={13} fill="currentColor" aria-hidden="true" />
          <span aria-hidden="true">{decisions}</span>
          <span className="visually-hidden">{t("board.card.decisions", { count: decisions })}</span>
        </span>
      ) : null}
      {comments > 0 ? (
        <span
          className={styles.fact}
          data-fact="comments"
          title={t("board.card.comments", { count: comments })}
        >
          <MessageSquare size={13} aria-hidden="true" />
          <span aria-hidden="true">{comments}</span>
          <span className="visually-hidden">{t("board.card.comments", { count: comments })}</span>
        </span>
      ) : null}
      <Due activity={activity} />
      <span className={styles.parties}>
        {sponsor === undefined ? null : <Sponsor party={sponsor} />}
        <Circles activity={activity} />
      </span>
    </span>
  );
}

function Due({ activity }: { activity: CardSnapshot }): ReactNode {
  const { t } = useTranslation();
  const due = dueOf(activity, useToday());
  if (due === null) return null;
  return (
    <span className={styles.due} data-late={due.kind === "late" || undefined}>
      <AlarmClock size={14} aria-hidden="true" />
      {due.kind === "late" ? t("board.card.overdue", { count: due.days }) : t("board.card.dueToday")}
    </span>
  );
}

/** The circles that take part, as initials: three at most, and how many more. */
function Circles({ activity }: { activity: CardSnapshot }): ReactNode {
  const { t } = useTranslation();
  const circles = useCircles(activity);
  if (circles.length === 0) return null;
  const names = circles.map((circle) => t(`people.circles.${circle}`)).join(", ");
  const label = t("board.card.circles", { names });
  return (
    <span className={styles.circles} title={label}>
      <span className="visually-hidden">{label}</span>
      {circles.slice(0, CIRCLES_SHOWN).map((circle) => (
        <span key={circle} className={styles.circle} data-circle={circle} aria-hidden="true">
          {t(`people.circleInitials.${circle}`)}
        </span>
      ))}
      {circles.length > CIRCLES_SHOWN ? (
        <span aria-hidden="true">{`+${String(circles.length - CIRCLES_SHOWN)}`}</span>
      ) : null}
    </span>
  );
}

function Sponsor({ party }: { party: string }): ReactNode {
  const { t } = useTranslation();
  const sponsor = useParty(party);
  if (sponsor === null) return null;
  return (
    <span className={styles.sponsor} data-circle={sponsor.circle} title={sponsor.name}>
      <span className="visually-hidden">{`${t("board.card.sponsor")}: `}</span>
      {sponsor.name}
    </span>
  );
}
