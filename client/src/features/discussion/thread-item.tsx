import { may } from "@planwand/shared/access/policy.ts";
import type { Mention } from "@planwand/shared/journal/events.ts";
import type { Comment } from "@planwand/shared/journal/journal.ts";
import type { Thread } from "@planwand/shared/views/discussion.ts";
import { Check, MessageSquareReply, RotateCcw } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "../../plan/clock.ts";
import { give, useJournal } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { CommentRow } from "./comment-row.tsx";
import { Composer } from "./composer.tsx";
import styles from "./discussion.module.css";
import { useAuthor } from "./use-author.ts";

/** A comment with its replies; it can be answered, and settled by whoever began it or may write the plan. */
export function ThreadItem({
  thread,
  readUpTo,
}: {
  readonly thread: Thread;
  readonly readUpTo: number;
}): ReactNode {
  const { t } = useTranslation();
  const { connection, role, actor } = usePlanSession();
  const authorOf = useAuthor(useJournal());
  const [isReplying, setReplying] = useState(false);
  const { root, replies } = thread;
  const maySettle = may(role, "plan.write") || (root.by === actor.id && may(role, "journal.command"));
  const isNew = ({ by, seq, withdrawn }: Comment): boolean =>
    by !== actor.id && seq > readUpTo && withdrawn === null;
  const reply = (text: string, mentions: Mention[]): void => {
    const { anchor, id } = root;
    give(connection, { type: "comment.add", comment: newId(), anchor, replyTo: id, text, mentions });
    setReplying(false);
  };
  return (
    <li className={styles.thread} data-resolved={root.resolved !== null || undefined}>
      <ul className={styles.comments}>
        <CommentRow comment={root} isNew={isNew(root)} />
        {replies.map((comment) => (
          <CommentRow key={comment.id} comment={comment} isNew={isNew(comment)} />
        ))}
      </ul>
      {root.resolved === null ? null : (
        <p className={styles.settled}>
          <Check size={14} aria-hidden="true" />
          {t("discussion.resolved", { name: authorOf(root.resolved.by).name })}
        </p>
      )}
      {isReplying ? (
        <Composer
          draftKey={`planwand:reply:${root.id}`}
          label={t("discussion.replyTo", { name: authorOf(root.by).name })}
          postLabel={t("discussion.reply")}
          isAutoFocused
          onPost={reply}
          onCancel={() => setReplying(false)}
        />
      ) : (
        <div className={styles.actions}>
          {may(role, "journal.command") && root.resolved === null ? (
            <Button variant="ghost" size="small" onClick={() => setReplying(true)}>
              <MessageSquareReply aria-hidden />
              {t("discussion.reply")}
            </Button>
          ) : null}
          {maySettle ? (
            <Button
              variant="ghost"
              size="small"
              onClick={() =>
                give(connection, {
                  type: root.resolved === null ? "thread.resolve" : "thread.reopen",
                  comment: root.id,
                })
              }
            >
              {root.resolved === null ? <Check aria-hidden /> : <RotateCcw aria-hidden />}
              {t(root.resolved === null ? "discussion.resolve" : "discussion.reopen")}
            </Button>
          ) : null}
        </div>
      )}
    </li>
  );
}
