import { ADVICE_MAX_LENGTH } from "@planwand/shared/workshop/limits.ts";
import { adviceKey, type Session, STANCES, type Stance } from "@planwand/shared/workshop/session.ts";
import { Check, CircleMinus, CirclePlus, type LucideIcon, Minus, X } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEntries } from "../../plan/entry-lists.ts";
import { announce } from "../../ui/live-region.tsx";
import { Button } from "../../ui/button.tsx";
import { CircleAdvice } from "./circle-advice.tsx";
import styles from "./task.module.css";
import type { TaskProps } from "./task.ts";
import { useUnsentField } from "./use-unsent-field.ts";
import { useTell, useUnderWay } from "./use-workshop.ts";

const ICONS: Record<Stance, LucideIcon> = { for: Check, condition: CirclePlus, against: X, abstain: Minus };

/** The decision point in focus: its question and options, what every circle advises, and one's own advice. */
export function DecideTask({ now: { session, allowed }, step, person, as }: TaskProps<"decide">): ReactNode {
  const { t } = useTranslation();
  const { focus } = session;
  const decision = useEntries("decisions").find(({ id }) => focus?.kind === "decision" && id === focus.id);
  if (decision === undefined) return <p className={styles.look}>{t("takingPart.decide.waiting")}</p>;
  const { id, question, context, options, status, outcome } = decision;
  return (
    <article className={styles.focus} data-testid="focus-decision">
      <h2>{question || t("decisions.untitled")}</h2>
      {context === "" ? null : <p className={styles.context}>{context}</p>}
      {options.length > 0 && (
        <ul className={styles.options} aria-label={t("takingPart.decide.options")}>
          {options.map((option) => (
            <li key={option.id}>
              <strong>{option.title}</strong>
              {option.pros === "" ? null : (
                <span>
                  <CirclePlus size={14} aria-hidden /> {t("takingPart.decide.pro")}: {option.pros}
                </span>
              )}
              {option.cons === "" ? null : (
                <span>
                  <CircleMinus size={14} aria-hidden /> {t("takingPart.decide.con")}: {option.cons}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {status === "decided" ? (
        <p className={styles.decided}>{t("takingPart.decide.decided", { outcome })}</p>
      ) : allowed.has("advise") ? (
        <AdviceForm
          key={`${id}:${person}`}
          session={session}
          step={step.id}
          decision={id}
          person={person}
          as={as}
        />
      ) : null}
      <CircleAdvice session={session} decision={id} />
    </article>
  );
}

function AdviceForm({
  session,
  step,
  decision,
  person,
  as,
}: {
  readonly session: Session;
  readonly step: string;
  readonly decision: string;
  readonly person: string;
  readonly as: string | null;
}): ReactNode {
  const { t } = useTranslation();
  const tell = useTell(session.id);
  const given = session.advice.get(adviceKey(decision, person));
  const isUnderWay = useUnderWay(session.id).some(
    (command) => command.type === "advice.give" && command.decision === decision,
  );
  const [stance, setStance] = useState<Stance | null>(given?.stance ?? null);
  const at = { step, person, field: `advice ${decision}` };
  const { text, write: setText, sent } = useUnsentField(session.id, at, given?.text ?? "");
  const isSame = given !== undefined && given.stance === stance && given.text === text.trim();
  function send(event: FormEvent): void {
    event.preventDefault();
    if (stance === null) return;
    tell({ type: "advice.give", decision, stance, text: text.trim(), as });
    sent(text);
    announce(t("takingPart.decide.given"), "polite");
  }
  return (
    <form className={styles.task} onSubmit={send}>
      <fieldset className={styles.stances}>
        <legend>{t("takingPart.decide.advice")}</legend>
        {STANCES.map((one) => {
          const Icon = ICONS[one];
          return (
            <label key={one} className={styles.stance} data-stance={one}>
              <input type="radio" name="stance" checked={stance === one} onChange={() => setStance(one)} />
              <Icon size={18} aria-hidden />
              {t(`takingPart.decide.stances.${one}`)}
            </label>
          );
        })}
      </fieldset>
      {stance !== null && (
        <label className={styles.labelled}>
          <span>{t("takingPart.decide.why")}</span>
          <textarea
            className={styles.field}
            rows={2}
            maxLength={ADVICE_MAX_LENGTH}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
      )}
      <Button
        type="submit"
        variant="primary"
        size="large"
        className={styles.wide ?? ""}
        disabled={stance === null || isSame || isUnderWay}
      >
        {given === undefined ? t("takingPart.decide.send") : t("takingPart.decide.change")}
      </Button>
      {isSame && <p className={styles.note}>{t("takingPart.decide.given")}</p>}
    </form>
  );
}
