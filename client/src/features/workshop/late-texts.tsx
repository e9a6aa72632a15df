import type { WorkshopNow } from "@planwand/shared/views/workshop.ts";
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
import { isLateIdea, useTell } from "./use-workshop.ts";

interface Late {
  readonly key: string;
  readonly text: string;
  /** Takes it out of the list. */
  readonly forget: () => void;
}

/** What came too late: texts of steps that are over, unsent or refused. Nothing of it is lost unless it is thrown away. */
export function LateTexts({
  session,
  now,
  as,
}: {
  readonly session: string;
  /** The session as it goes on; null when it is over. */
  readonly now: WorkshopNow | null;
  /** In whose name an idea is sent on; null for the member. */
  readonly as: string | null;
}): ReactNode {
  const { t } = useTranslation();
  const titleId = useId();
  const tell = useTell(session);
  const late = useLate(session, now?.step.id ?? null);
  if (late.length === 0) return null;
  const { step, allowed } = now ?? {};
  const scope = step?.kind === "ideas" && allowed?.has("idea") === true ? (step.scopes[0] ?? null) : null;
  async function copy(text: string): Promise<void> {
    announce(t((await copyText(text)) ? "takingPart.late.copied" : "takingPart.late.notCopied"), "polite");
  }
  return (
    <section className={styles.late} aria-labelledby={titleId} data-testid="late-texts">
      <h2 id={titleId}>{t("takingPart.late.title")}</h2>
      <p className={styles.note}>{t("takingPart.late.text")}</p>
      <ul>
        {late.map(({ key, text, forget }) => (
          <li key={key}>
            <p>{text}</p>
            <div className={styles.lateTools}>
              {scope !== null && step !== undefined && (
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
                      as,
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
  const { outbox, planId } = usePlanSession().connection;
  const place = { planId, session };
  const unsent = useUnsent(place).filter((one) => one.step !== step && one.text.trim() !== "");
  const refused = usePending().flatMap(({ command, problem }) =>
    problem !== null && isLateIdea(command) && command.session === session ? [command] : [],
  );
  return [
    ...unsent.map((one) => ({
      key: `${one.step} ${one.person} ${one.field}`,
      text: one.text.trim(),
      forget: () => keepUnsent(place, { ...one, text: "" }),
    })),
    ...refused.map(({ id, text }) => ({ key: id, text, forget: () => outbox.dismiss(id) })),
  ];
}
