import type { Communication } from "@planwand/shared/plan/schema.ts";
import { audienceOf, stateOf } from "@planwand/shared/views/communication.ts";
import { AlarmClock, Check } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "../../plan/today.ts";
import { setField } from "../../plan/edit-entry.ts";
import { useParties } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { useDayWords } from "../../fields/day-words.ts";
import { KindTag } from "./kind-tag.tsx";
import styles from "./moment-row.module.css";

/** How many of an audience are named; the others are counted. */
const NAMED = 4;

/** One moment in a list; all of it opens it, but for its tick. */
export function MomentRow({
  moment,
  isOpen,
  onOpen,
}: {
  readonly moment: Communication;
  readonly isOpen: boolean;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = useDayWords();
  const { id, date } = moment;
  const state = stateOf(moment, useToday());
  return (
    <li className={styles.row} data-moment={id} data-state={state} data-open={isOpen || undefined}>
      <div className={styles.when}>
        {date === null ? (
          <span className={styles.undated}>{t("communication.noDate")}</span>
        ) : (
          <time dateTime={date}>
            <span className={styles.weekday}>{words.weekday(date)}</span>{" "}
            <span className={styles.day}>{words.day(date)}</span>
          </time>
        )}
        {state === "late" ? (
          <span className={styles.late}>
            <AlarmClock size={14} aria-hidden="true" />
            {t("communication.late")}
          </span>
        ) : null}
        {state === "today" ? <span className={styles.today}>{t("communication.today")}</span> : null}
      </div>
      <div className={styles.what}>
        <p className={styles.how}>
          <KindTag kind={moment.kind} />
          <span data-empty={moment.channel === "" || undefined}>
            {moment.channel || t("communication.noChannel")}
          </span>
        </p>
        <button
          type="button"
          className={styles.message}
          data-open-moment={id}
          data-empty={moment.message === "" || undefined}
          aria-current={isOpen || undefined}
          onClick={() => onOpen(id)}
        >
          {moment.message || t("communication.untitled")}
        </button>
        <People moment={moment} />
      </div>
      <DoneTick moment={moment} />
    </li>
  );
}

function People({ moment }: { readonly moment: Communication }): ReactNode {
  const { t } = useTranslation();
  const parties = useParties();
  const audience = audienceOf(moment, parties).map(({ name }) => name);
  const sender = parties.find((party) => party.id === moment.sender)?.name ?? "";
  const rest = audience.length - NAMED;
  const named = audience.slice(0, NAMED).join(", ");
  const names = rest > 0 ? `${named} ${t("communication.andMore", { count: rest })}` : named;
  return (
    <p className={styles.people} title={rest > 0 ? audience.join(", ") : undefined}>
      <span data-empty={audience.length === 0 || undefined}>
        {audience.length === 0 ? t("communication.forNobody") : t("communication.for", { names })}
      </span>
      <span aria-hidden="true"> · </span>
      <span data-empty={sender === "" || undefined}>
        {sender === "" ? t("communication.fromNobody") : t("communication.from", { name: sender })}
      </span>
    </p>
  );
}

function DoneTick({ moment }: { readonly moment: Communication }): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite } = usePlanSession();
  const { id, done } = moment;
  const message = moment.message || t("communication.untitled");
  if (!canWrite) {
    return (
      <span className={styles.tick}>
        {done ? <Check size={15} aria-hidden="true" /> : null}
        {t(done ? "communication.done" : "communication.panel.notDone")}
      </span>
    );
  }
  return (
    <label className={styles.tick}>
      <input
        type="checkbox"
        checked={done}
        aria-label={t("communication.doneOf", { message })}
        onChange={(event) => setField(doc, "communications", id, "done", event.currentTarget.checked)}
      />
      {t("communication.done")}
    </label>
  );
}
