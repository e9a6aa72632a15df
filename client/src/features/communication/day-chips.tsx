import type { Communication, Decision } from "@planwand/shared/plan/schema.ts";
import { stateOf } from "@planwand/shared/views/communication.ts";
import type { Dated } from "@planwand/shared/views/month.ts";
import { AlarmClock, CalendarOff, Check, Gavel } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "../../plan/today.ts";
import styles from "./day-chips.module.css";
import { KIND_ICONS } from "./kind-tag.tsx";

/** What falls on a day, one below the other: closed periods, moments and decisions, each with its sign and its words. */
export function DayChips({
  day,
  openId,
  onOpen,
  onDecision,
}: {
  readonly day: Dated;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly onDecision: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { moments, decisions, blackouts } = day;
  if (moments.length + decisions.length + blackouts.length === 0) return null;
  return (
    <ul className={styles.chips}>
      {blackouts.map(({ id, name }) => (
        <li key={id} className={styles.blackout} title={t("communication.calendar.blackout")}>
          <CalendarOff size={13} aria-hidden="true" />
          <span>
            <span className="visually-hidden">{`${t("communication.calendar.blackout")}: `}</span>
            {name || t("communication.calendar.unnamedBlackout")}
          </span>
        </li>
      ))}
      {moments.map((moment) => (
        <li key={moment.id}>
          <MomentChip moment={moment} isOpen={moment.id === openId} onOpen={onOpen} />
        </li>
      ))}
      {decisions.map((decision) => (
        <li key={decision.id}>
          <DecisionChip decision={decision} onDecision={onDecision} />
        </li>
      ))}
    </ul>
  );
}

function MomentChip({
  moment,
  isOpen,
  onOpen,
}: {
  readonly moment: Communication;
  readonly isOpen: boolean;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const Icon = KIND_ICONS[moment.kind];
  const state = stateOf(moment, useToday());
  const message = moment.message || t("communication.untitled");
  return (
    <button
      type="button"
      className={styles.chip}
      data-kind={moment.kind}
      data-state={state}
      data-open-moment={moment.id}
      aria-current={isOpen || undefined}
      title={message}
      onClick={() => onOpen(moment.id)}
    >
      <span className={styles.head}>
        <Icon size={13} aria-hidden="true" />
        {t(`communication.kinds.${moment.kind}`)}
        {state === "done" ? (
          <span className={styles.mark}>
            <Check size={13} aria-hidden="true" />
            <span className="visually-hidden">{t("communication.done")}</span>
          </span>
        ) : null}
      </span>
      <span className={styles.words}>{message}</span>
      {state === "late" ? (
        <span className={styles.late}>
          <AlarmClock size={13} aria-hidden="true" />
          {t("communication.late")}
        </span>
      ) : null}
    </button>
  );
}

function DecisionChip({
  decision: { id, question, status },
  onDecision,
}: {
  readonly decision: Decision;
  readonly onDecision: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = question || t("communication.calendar.untitledDecision");
  return (
    <button
      type="button"
      className={styles.chip}
      data-kind="decision"
      title={words}
      onClick={() => onDecision(id)}
    >
      <span className={styles.head}>
        <Gavel size={13} aria-hidden="true" />
        {t(status === "decided" ? "communication.calendar.decided" : "communication.calendar.decision")}
      </span>
      <span className={styles.words}>{words}</span>
    </button>
  );
}
