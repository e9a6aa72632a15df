import type { Scope } from "@planwand/shared/workshop/agenda.ts";
import { scopeKey } from "@planwand/shared/workshop/agenda.ts";
import { IDEA_MAX_LENGTH, IDEAS_PER_PERSON_MAX } from "@planwand/shared/workshop/limits.ts";
import { Send } from "lucide-react";
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "../../plan/clock.ts";
import { announce } from "../../ui/live-region.tsx";
import { Button } from "../../ui/button.tsx";
import { OwnIdea } from "./own-idea.tsx";
import styles from "./task.module.css";
import type { TaskProps } from "./task.ts";
import { useOwnIdeas } from "./use-own-ideas.ts";
import { usePlaceName } from "./use-places.ts";
import { useUnsentField } from "./use-unsent-field.ts";
import { useTell } from "./use-workshop.ts";

/** How many characters must be left before they are counted out loud. */
const COUNT_FROM = 60;

/** A private round: one field, one button, and one's own ideas below it. */
export function IdeasTask({ now: { session, allowed }, step, person, as }: TaskProps<"ideas">): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const tell = useTell(session.id);
  const ideas = useOwnIdeas(session, step.id, person);
  const nameOf = usePlaceName();
  const { text, write, sent } = useUnsentField(session.id, { step: step.id, person, field: "idea" });
  const [scope, setScope] = useState<Scope>(step.scopes[0] ?? { kind: "plan" });
  const field = useRef<HTMLTextAreaElement>(null);
  const isFull = ideas.length >= IDEAS_PER_PERSON_MAX;
  const left = IDEA_MAX_LENGTH - text.length;

  function send(event: FormEvent): void {
    event.preventDefault();
    const said = text.trim();
    if (said === "") return field.current?.focus();
    tell({ type: "idea.submit", step: step.id, idea: newId(), scope: { ...scope }, text: said, as });
    sent("");
    announce(t("takingPart.ideas.sent"), "polite");
    field.current?.focus();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    send(event);
  }

  return (
    <>
      {allowed.has("idea") && !isFull && (
        <form className={styles.task} onSubmit={send}>
          {step.scopes.length > 1 && (
            <fieldset className={styles.scopes}>
              <legend>{t("takingPart.ideas.where")}</legend>
              {step.scopes.map((one) => (
                <label key={scopeKey(one)} className={styles.scope}>
                  <input
                    type="radio"
                    name={`${id}-scope`}
                    checked={scopeKey(one) === scopeKey(scope)}
                    onChange={() => setScope(one)}
                  />
                  {nameOf(one)}
                </label>
              ))}
            </fieldset>
          )}
          <label className={styles.label} htmlFor={`${id}-text`}>
            {t("takingPart.ideas.label")}
          </label>
          <textarea
            ref={field}
            id={`${id}-text`}
            className={styles.field}
            rows={3}
            maxLength={IDEA_MAX_LENGTH}
            enterKeyHint="send"
            placeholder={t("takingPart.ideas.placeholder")}
            aria-describedby={`${id}-note`}
            value={text}
            onChange={(event) => write(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <p id={`${id}-note`} className={styles.note}>
            {left <= COUNT_FROM
              ? t("takingPart.ideas.left", { count: left })
              : step.anonymous
                ? t("takingPart.ideas.anonymous")
                : t("takingPart.ideas.hiddenNote")}
          </p>
          <Button type="submit" variant="primary" size="large" className={styles.wide ?? ""}>
            <Send aria-hidden />
            {t("takingPart.ideas.send")}
          </Button>
        </form>
      )}
      {isFull && <p className={styles.note}>{t("takingPart.ideas.full", { count: ideas.length })}</p>}
      {ideas.length > 0 && (
        <section className={styles.mine} aria-labelledby={`${id}-mine`}>
          <h2 id={`${id}-mine`}>
            {t("takingPart.ideas.mine")} <span className={styles.count}>{ideas.length}</span>
          </h2>
          <ul>
            {ideas.toReversed().map((idea) => (
              <OwnIdea
                key={idea.id}
                session={session.id}
                idea={idea}
                place={step.scopes.length > 1 ? nameOf(idea.scope) : null}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
