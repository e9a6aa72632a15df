import type { WorkshopNow } from "@planwand/shared/views/workshop.ts";
import { IDEA_MAX_LENGTH } from "@planwand/shared/workshop/limits.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "../../plan/clock.ts";
import { usePending } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { copyText } from "../../ui/copy-text.ts";
import { Button } from "../../ui/button.tsx";
import { announce } from "../../ui/live-region.tsx";
import { keepUnsent, useUnsent } from "./unsent.ts";
import styles from "./task.module.css";
import { usePersonName } from "./use-names.ts";
import { isLateIdea, useTell } from "./use-workshop.ts";

interface Late {
  readonly key: string;
  readonly text: string;
  /** Why it was not taken. */
  readonly why: string;
  /** Who wrote it, of all who share this device: in that name it is sent. */
  readonly person: string;
  /** Takes it out of the list. */
  readonly forget: () => void;
}

/** What came too late: texts of steps that are over, unsent or refused. Nothing of it is lost unless it is thrown away. */
export function LateTexts({
  session,
  now,
  person: speaker,
}: {
  readonly session: Session;
  /** The session as it goes on; null when it is over. */
  readonly now: WorkshopNow | null;
  /** In whose name this device speaks now. */
  readonly person: string;
}): ReactNode {
  const { t } = useTranslation();
  const titleId = useId();
  const { actor } = usePlanSession();
  const tell = useTell(session.id);
  const nameOf = usePersonName(session);
  const late = useLate(session.id, now?.step.id ?? null);
  if (late.length === 0) return null;
  const { step, allowed } = now ?? {};
  const scope = step?.kind === "ideas" && allowed?.has("idea") === true ? (step.scopes[0] ?? null) : null;
  async function copy(text: string): Promise<void> {
    announce(t((await copyText(text)) ? "takingPart.late.copied" : "takingPart.late.notCopied"), "polite");
  }
  return (
    <section className={styles.late} aria-labelledby={titleId} data-testid="late-texts">
      <h2 id={titleId}>{t("takingPart.late.title")}</h2>
      <ul>
        {late.map(({ key, text, why, person, forget }) => (
          <li key={key}>
            <p>{text}</p>
            <p className={styles.note}>
              {person === speaker ? null : `${t("takingPart.late.by", { name: nameOf(person) })} `}
              {why}
            </p>
            <div className={styles.lateTools}>
              {scope !== null && step !== undefined && text.length <= IDEA_MAX_LENGTH && (
                <Button
                  size="small"
                  variant="primary"
                  onClick={() => {
                    tell({
                      type: "idea.submit",
                      step: step.id,
                      idea: newId(),
                      scope: { ...scope },
                      text,
                      as: person === actor.id ? null : person,
                    });
                    forget();
                    announce(t("takingPart.ideas.sent"), "polite");
                  }}
                >
                  {t("takingPart.late.send")}
                </Button>
              )}
              <Button size="small" onClick={() => void copy(text)}>
                {t("takingPart.late.copy")}
              </Button>
              <Button size="small" variant="ghost" onClick={forget}>
                {t("takingPart.late.forget")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useLate(session: string, step: string | null): readonly Late[] {
  const { t } = useTranslation();
  const { actor, connection } = usePlanSession();
  const { outbox, planId } = connection;
  const place = { planId, session };
  const unsent = useUnsent(place).filter((one) => one.step !== step && one.text.trim() !== "");
  const refused = usePending().flatMap(({ command, problem }) => {
    if (problem === null || !isLateIdea(command) || command.session !== session) return [];
    const person = "as" in command ? (command.as ?? actor.id) : actor.id;
    return [{ ...command, person, why: problem || t("workshop.refused") }];
  });
  return [
    ...unsent.map((one) => ({
      key: `${one.step} ${one.person} ${one.field}`,
      text: one.text.trim(),
      why: t("takingPart.late.over"),
      person: one.person,
      forget: () => keepUnsent(place, { ...one, text: "" }),
    })),
    ...refused.map(({ id, text, why, person }) => ({
      key: id,
      text,
      why,
      person,
      forget: () => outbox.dismiss(id),
    })),
  ];
}
