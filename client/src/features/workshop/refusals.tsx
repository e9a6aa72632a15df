import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { usePending } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { announce } from "../../ui/live-region.tsx";
import { Button } from "../../ui/button.tsx";
import { isLateIdea, isOfSession } from "./use-workshop.ts";
import styles from "./notices.module.css";

/**
 * What the server did not do of what was asked in this session, in its own sentence. What is on screen is what is true; ideas that came too
 * late stand among the task (`LateTexts`).
 */
export function Refusals({ session }: { readonly session: string }): ReactNode {
  const { t } = useTranslation();
  const { outbox } = usePlanSession().connection;
  const pending = usePending();
  const refused = pending.filter(
    ({ command, problem }) =>
      problem !== null && isOfSession(command) && command.session === session && !isLateIdea(command),
  );
  useEffect(() => {
    // What a session before this one refused is over, and blocks nothing.
    for (const { command, problem } of pending)
      if (problem !== null && isOfSession(command) && command.session !== session) outbox.dismiss(command.id);
  }, [pending, session, outbox]);
  const last = refused.at(-1);
  const said = last === undefined ? null : last.problem || t("workshop.refused");
  useEffect(() => {
    if (said !== null) announce(said, "assertive");
  }, [said]);
  if (said === null) return null;
  return (
    <div className={styles.notice} data-tone="danger" data-testid="workshop-refusal">
      <p>
        {said}{" "}
        {last !== undefined && "text" in last.command && last.command.text !== undefined ? (
          <q>{last.command.text}</q>
        ) : null}
      </p>
      <Button
        size="small"
        onClick={() => {
          for (const { command } of refused) outbox.dismiss(command.id);
        }}
      >
        {t("workshop.dismiss")}
      </Button>
    </div>
  );
}
