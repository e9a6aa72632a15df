import type { Comment } from "@planwand/shared/journal/journal.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNearDates } from "../../fields/near-dates.ts";
import { give, useJournal } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { initialsOf } from "../../ui/avatar-text.ts";
import { CommentMenu } from "./comment-menu.tsx";
import { CommentText } from "./comment-text.tsx";
import { Composer } from "./composer.tsx";
import styles from "./discussion.module.css";
import { useAuthor } from "./use-author.ts";

/** One comment: who, when, what, and what can be done with it. */
export function CommentRow({
  comment,
  isNew,
  onWriting,
}: {
  readonly comment: Comment;
  readonly isNew: boolean;
  /** Its writer begins to change it. */
  readonly onWriting: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { connection } = usePlanSession();
  const journal = useJournal();
  const author = useAuthor(journal)(comment.by);
  const [isEditing, setEditing] = useState(false);
  return (
    <li className={styles.comment} data-comment={comment.id} data-new={isNew || undefined}>
      <span className={styles.face} aria-hidden="true">
        {initialsOf(author.name)}
      </span>
      <div className={styles.said}>
        <div className={styles.byline}>
          <span className={styles.author}>
            {author.isMe ? t("discussion.me", { name: author.name }) : author.name}
          </span>
          {author.circle === null ? null : <span className={styles.circle}>{author.circle}</span>}
          <When at={comment.at} />
          {comment.editedAt === null || comment.withdrawn !== null ? null : (
            <span>{t("discussion.edited")}</span>
          )}
          {isNew ? <span className={styles.new}>{t("discussion.new")}</span> : null}
          {comment.withdrawn === null ? (
            <CommentMenu
              comment={comment}
              isMine={author.isMe}
              onEdit={() => {
                onWriting();
                setEditing(true);
              }}
            />
          ) : null}
        </div>
        {comment.withdrawn !== null ? (
          <p className={styles.gone}>{t("discussion.withdrawn")}</p>
        ) : isEditing ? (
          <Composer
            draftKey={`planwand:edit:${comment.id}`}
            label={t("discussion.edit")}
            initial={comment.text}
            postLabel={t("discussion.save")}
            isAutoFocused
            onPost={(text, mentions) => {
              give(connection, { type: "comment.edit", comment: comment.id, text, mentions });
              setEditing(false);
            }}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <CommentText text={comment.text} mentions={comment.mentions} />
        )}
        {comment.became === null ? null : (
          <p className={styles.became}>{t(`discussion.became.${comment.became.kind}`)}</p>
        )}
      </div>
    </li>
  );
}

/** When something was said, as the reader's language writes it. */
export function When({ at }: { readonly at: number }): ReactNode {
  const { moment } = useNearDates();
  return <time dateTime={new Date(at).toISOString()}>{moment(at, { month: "short" })}</time>;
}
