import type { Decision } from "@planwand/shared/plan/schema.ts";
import { daysLeft, needsExaminationBoard } from "@planwand/shared/views/decisions.ts";
import { AlarmClock, CalendarClock, MessageSquare, ShieldAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "../../plan/today.ts";
import { useActivity, useParties } from "../../plan/hooks.ts";
import { useOpenComments } from "../../plan/journal.ts";
import { useShortDays } from "../../fields/short-days.ts";
import styles from "./decisions.module.css";
import { StandingMark } from "./standing-mark.tsx";
import { useStanding } from "./use-standing.ts";

/** A decision point in the register: the question, who decides, by when, and where it stands. Pressing it opens it. */
export function DecisionRow({
  decision,
  isOpen,
  isUrgent = false,
  onOpen,
  onPaper = null,
}: {
  readonly decision: Decision;
  readonly isOpen: boolean;
  /** Whether it cannot wait for the next meeting of the body whose agenda this is. */
  readonly isUrgent?: boolean;
  readonly onOpen: (id: string) => void;
  /** What is told below it on paper. */
  readonly onPaper?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const parties = useParties();
  const { standing, seal } = useStanding();
  const dateWords = useShortDays();
  const activity = useActivity(decision.activity ?? "");
  const comments = useOpenComments("decision", decision.id);
  const now = standing(decision);
  const sealed = seal(decision);
  const decider = parties.find(({ id }) => id === decision.decider);
  const left = daysLeft(decision, now, useToday());
  const decidedOn = sealed?.decidedOn ?? decision.decidedOn;
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        data-decision={decision.id}
        data-open={isOpen || undefined}
        aria-current={isOpen || undefined}
        onClick={() => onOpen(decision.id)}
      >
        <span className={styles.question}>
          {sealed?.question ?? (decision.question || t("decisions.untitled"))}
        </span>
        <span className={styles.facts}>
          {isUrgent ? (
            <span className={styles.urgent}>
              <CalendarClock size={14} aria-hidden="true" />
              {t("decisions.agenda.cannotWait")}
            </span>
          ) : null}
          <StandingMark standing={now} />
          <span>
            {decider === undefined
              ? t("decisions.noDecider")
              : t("decisions.by", { name: sealed?.deciderName ?? decider.name })}
          </span>
          {now === "decided" && decidedOn !== null ? (
            <span>{t("decisions.decidedOn", { date: dateWords(decidedOn) })}</span>
          ) : decision.neededBy === null ? (
            <span>{t("decisions.noDate")}</span>
          ) : (
            <span className={styles.due} data-late={(left !== null && left < 0) || undefined}>
              {left !== null && left <= 14 ? <AlarmClock size={14} aria-hidden="true" /> : null}
              {t("decisions.neededBy", { date: dateWords(decision.neededBy) })}
              {left === null || left > 14
                ? null
                : ` (${left < 0 ? t("decisions.late", { count: -left }) : t("decisions.left", { count: left })})`}
            </span>
          )}
          {activity === null ? null : (
            <span className={styles.activity}>{activity.title || t("board.untitled")}</span>
          )}
          {comments === 0 ? null : (
            <span className={styles.comments}>
              <MessageSquare size={13} aria-hidden="true" />
              {t("board.card.comments", { count: comments })}
            </span>
          )}
          {now !== "decided" && needsExaminationBoard(decision, parties) ? (
            <span className={styles.warning}>
              <ShieldAlert size={14} aria-hidden="true" />
              {t("decisions.boardShort")}
            </span>
          ) : null}
        </span>
        {sealed === null ? null : <span className={styles.outcome}>{sealed.outcome}</span>}
      </button>
      {onPaper}
    </li>
  );
}
