import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { usePending } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { announce } from "../../ui/live-region.tsx";
import { Button } from "../../ui/button.tsx";
import { isOfSession } from "./use-workshop.ts";
import styles from "./notices.module.css";

/** What the server did not do of what was asked in a workshop, in its own sentence. What is on screen is what is true. */
export function Refusals(): ReactNode {
  const { t } = useTranslation();
  const { outbox } = usePlanSession().connection;
  const refused = usePending().filter(({ command, problem }) => problem !== null && isOfSession(command));
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
