import { isLocalDate } from "@planwand/shared/kernel/clock.ts";
import { agendaOf, cannotWait } from "@planwand/shared/views/decisions.ts";
import { Printer } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { DateInput } from "../../fields/date-input.tsx";
import { useEntries } from "../../plan/entry-lists.ts";
import { useParties } from "../../plan/hooks.ts";
import { Button } from "../../ui/button.tsx";
import { DecisionRow } from "./decision-row.tsx";
import { useShortDays } from "../../fields/short-days.ts";
import styles from "./decisions.module.css";
import { PrintedDecision } from "./printed-decision.tsx";
import { useStanding } from "./use-standing.ts";

/** What one body has on its table at a meeting: to decide, to advise on, to hear; to be printed as an annex. */
export function Agenda({
  body,
  on,
  next,
  openId,
  onChoose,
  onOpen,
}: {
  readonly body: string;
  /** The day of the meeting, and of the one after that; empty when not known. */
  readonly on: string;
  readonly next: string;
  readonly openId: string | null;
  readonly onChoose: (chosen: { readonly body: string; readonly on: string; readonly next: string }) => void;
  readonly onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const ids = useId();
  const decisions = useEntries("decisions");
  const communications = useEntries("communications");
  const parties = useParties();
  const { standing } = useStanding();
  const dateWords = useShortDays();
  const deciding = parties.filter(
    ({ id, kind }) =>
      kind === "body" || decisions.some(({ decider, advisers }) => decider === id || advisers.includes(id)),
  );
  const party = deciding.find(({ id }) => id === body) ?? deciding[0];
  if (party === undefined) return <p className={styles.none}>{t("decisions.agenda.noBodies")}</p>;
  const meetings = { on: isLocalDate(on) ? on : null, next: isLocalDate(next) ? next : null };
  const agenda = agendaOf(party.id, { decisions, communications }, standing);
  const title =
    meetings.on === null
      ? t("decisions.agenda.title", { name: party.name })
      : t("decisions.agenda.titleOn", { name: party.name, date: dateWords(meetings.on) });
  return (
    <div className={styles.agenda} data-testid="agenda">
      <div className={styles.choices}>
        <label className={styles.choice} htmlFor={`${ids}-body`}>
          {t("decisions.agenda.body")}
          <select
            id={`${ids}-body`}
            value={party.id}
            onChange={(event) => onChoose({ body: event.currentTarget.value, on, next })}
          >
            {deciding.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {(["on", "next"] as const).map((day) => (
          <div key={day} className={styles.choice}>
            <label id={`${ids}-${day}-label`} htmlFor={`${ids}-${day}`}>
              {t(`decisions.agenda.${day}`)}
            </label>
            <DateInput
              id={`${ids}-${day}`}
              label={t(`decisions.agenda.${day}`)}
              value={meetings[day]}
              onChange={(date) => onChoose({ body: party.id, on, next, [day]: date ?? "" })}
            />
          </div>
        ))}
        <Button onClick={() => print()}>
          <Printer aria-hidden />
          {t("decisions.agenda.print")}
        </Button>
      </div>
      <h3 className={styles.agendaTitle}>{title}</h3>
      {(["toDecide", "toAdvise"] as const).map((name) => (
        <section key={name} className={styles.section} aria-label={t(`decisions.agenda.${name}`)}>
          <h4
            className={styles.heading}
          >{`${t(`decisions.agenda.${name}`)} (${String(agenda[name].length)})`}</h4>
          {agenda[name].length === 0 ? <p className={styles.none}>{t("decisions.agenda.none")}</p> : null}
          <ul className={styles.list}>
            {agenda[name].map((decision) => (
              <DecisionRow
                key={decision.id}
                decision={decision}
                isOpen={decision.id === openId}
                isUrgent={cannotWait(decision.neededBy, meetings)}
                onOpen={onOpen}
                onPaper={<PrintedDecision decision={decision} hasRoom={name === "toDecide"} />}
              />
            ))}
          </ul>
        </section>
      ))}
      <section className={styles.section} aria-label={t("decisions.agenda.moments")}>
        <h4
          className={styles.heading}
        >{`${t("decisions.agenda.moments")} (${String(agenda.moments.length)})`}</h4>
        {agenda.moments.length === 0 ? <p className={styles.none}>{t("decisions.agenda.none")}</p> : null}
        <ul className={styles.list}>
          {agenda.moments.map(({ id, kind, date, channel, message }) => (
            <li key={id} className={styles.moment}>
              <span className={styles.question}>{message || t("board.untitled")}</span>
              <span className={styles.facts}>
                <span>{t(`decisions.kinds.${kind}`)}</span>
                {date === null ? null : <span>{dateWords(date)}</span>}
                <span>{channel}</span>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
