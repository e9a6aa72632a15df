import { cut } from "@planwand/shared/kernel/grapheme.ts";
import { may } from "@planwand/shared/access/policy.ts";
import type { Comment } from "@planwand/shared/journal/journal.ts";
import { Diamond, Ellipsis, ListPlus, Pencil, SquareParking, Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { addStep } from "../../plan/edit-activity.ts";
import { addTo } from "../../plan/edit-entry.ts";
import { give } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Menu } from "../../ui/menu.tsx";
import { showToast } from "../../ui/toaster.tsx";
import styles from "./discussion.module.css";

/** How much of a comment becomes the question of a decision, or a step. */
const TITLE_MAX = 240;

/** What can be done with a comment: change or withdraw it, or make it into something of the plan. */
export function CommentMenu({
  comment,
  isMine,
  onEdit,
}: {
  readonly comment: Comment;
  readonly isMine: boolean;
  readonly onEdit: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, connection, role, actor, canWrite } = usePlanSession();
  const [anchorButton, openAt] = useState<HTMLElement | null>(null);
  const { id, anchor } = comment;
  const title = cut(comment.text.replaceAll(/\s+/g, " "), TITLE_MAX);
  const activity = anchor.kind === "activity" ? anchor.id : null;
  const became = (kind: "decision" | "step" | "parking", offspring: string): void => {
    give(connection, { type: "comment.became", comment: id, kind, offspring });
    showToast(t(`discussion.made.${kind}`));
  };
  const items = [
    isMine ? { label: t("discussion.edit"), icon: Pencil, run: onEdit } : null,
    isMine || may(role, "comment.withdraw")
      ? {
          label: t("discussion.withdraw"),
          icon: Undo2,
          run: () => give(connection, { type: "comment.withdraw", comment: id }),
        }
      : null,
    canWrite && comment.became === null
      ? {
          label: t("discussion.toDecision"),
          icon: Diamond,
          run: () => became("decision", addTo(doc, "decisions", { question: title, activity }, actor.id)),
        }
      : null,
    canWrite && comment.became === null && activity !== null
      ? {
          label: t("discussion.toStep"),
          icon: ListPlus,
          run: () => became("step", addStep(doc, activity, title)),
        }
      : null,
    canWrite && comment.became === null
      ? {
          label: t("discussion.toParking"),
          icon: SquareParking,
          run: () => became("parking", addTo(doc, "parking", { text: title }, actor.id)),
        }
      : null,
  ].filter((item) => item !== null);
  if (items.length === 0) return null;
  const label = t("discussion.menu");
  return (
    <>
      <button
        type="button"
        className={styles.more}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={anchorButton !== null}
        onClick={(event) => openAt(event.currentTarget)}
      >
        <Ellipsis size={16} aria-hidden="true" />
      </button>
      {anchorButton === null ? null : (
        <Menu label={label} anchor={anchorButton} items={items} onClose={() => openAt(null)} />
      )}
    </>
  );
}
