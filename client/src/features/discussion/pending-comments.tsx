import type { Anchor } from "@planwand/shared/journal/events.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useJournal, usePending } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import styles from "./discussion.module.css";

/** What this device still has to tell about something, or what the server would not take. */
export function PendingComments({ anchor }: { readonly anchor: Anchor }): ReactNode {
  const { t } = useTranslation();
  const { outbox } = usePlanSession().connection;
  const { comments } = useJournal();
  const here = usePending().filter(
    ({ command }) =>
      command.type === "comment.add" &&
      command.anchor.kind === anchor.kind &&
      command.anchor.id === anchor.id &&
      !comments.has(command.comment),
  );
  if (here.length === 0) return null;
  return (
    <ul className={styles.threads} role="status">
      {here.map(({ command, problem }) => (
        <li key={command.id} className={styles.pending} data-refused={problem !== null || undefined}>
          <p className={styles.text}>{command.type === "comment.add" ? command.text : null}</p>
          <p className={styles.note}>
            {problem === null ? t("discussion.pending") : t("discussion.refused", { why: problem })}
          </p>
          {problem === null ? null : (
            <Button size="small" onClick={() => outbox.dismiss(command.id)}>
              {t("discussion.dismiss")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
