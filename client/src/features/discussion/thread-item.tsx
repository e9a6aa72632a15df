import { may } from "@planwand/shared/access/policy.ts";
import type { Mention } from "@planwand/shared/journal/events.ts";
import type { Comment } from "@planwand/shared/journal/journal.ts";
import type { Thread } from "@planwand/shared/views/discussion.ts";
import { Check, MessageSquareReply, RotateCcw } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "../../plan/clock.ts";
import { give, useJournal } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { kept } from "../../ui/kept.ts";
import { announce } from "../../ui/live-region.tsx";
import { CommentRow } from "./comment-row.tsx";
import { Composer } from "./composer.tsx";
import styles from "./discussion.module.css";
import { useAuthor } from "./use-author.ts";

/** Under what a half-written answer to a thread is kept on this device. */
export const replyKey = (thread: string): string => `planwand:reply:${thread}`;

/** A comment with its replies; it can be answered, and settled by whoever began it or may write the plan. */
export function ThreadItem({
  thread,
  readUpTo,
  onWriting,
}: {
  readonly thread: Thread;
  readonly readUpTo: number;
  /** Somebody begins to write in it. */
  readonly onWriting: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { connection, role, actor } = usePlanSession();
  const authorOf = useAuthor(useJournal());
  const { root, replies } = thread;
  const draftKey = replyKey(root.id);
  const [hadDraft] = useState(() => kept(draftKey) !== null);
  const [isReplying, setReplying] = useState(hadDraft);
  const settledBy = root.resolved === null ? null : authorOf(root.resolved.by).name;
  useEffect(() => {
    if (isReplying && settledBy !== null)
      announce(t("discussion.settledMeanwhile", { name: settledBy }), "polite");
  }, [t, isReplying, settledBy]);
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
        <CommentRow comment={root} isNew={isNew(root)} onWriting={onWriting} />
        {replies.map((comment) => (
          <CommentRow key={comment.id} comment={comment} isNew={isNew(comment)} onWriting={onWriting} />
        ))}
      </ul>
      {settledBy === null ? null : (
        <p className={styles.settled}>
          <Check size={14} aria-hidden="true" />
          {t(isReplying ? "discussion.settledMeanwhile" : "discussion.resolved", { name: settledBy })}
        </p>
      )}
      {isReplying ? (
        <Composer
          draftKey={draftKey}
          label={t("discussion.replyTo", { name: authorOf(root.by).name })}
          postLabel={t("discussion.reply")}
          isAutoFocused={!hadDraft}
          onPost={reply}
          onCancel={() => setReplying(false)}
        />
      ) : (
        <div className={styles.actions}>
          {may(role, "journal.command") && root.resolved === null ? (
            <Button
              variant="ghost"
              size="small"
              onClick={() => {
                onWriting();
                setReplying(true);
              }}
            >
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
