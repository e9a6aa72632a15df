import { VIEW_NAME_MAX_LENGTH } from "@planwand/shared/journal/limits.ts";
import { Bookmark, Pencil, Trash2, Users } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { removeView, renameView, type SavedView } from "../../plan/saved-views.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { afterPress } from "../../ui/after-press.ts";
import { IconButton } from "../../ui/button.tsx";
import { showToast } from "../../ui/toaster.tsx";
import styles from "./saved-views.module.css";

/** One saved view: pressing it opens it; who made it can rename and remove it. */
export function SavedViewRow({
  view,
  onOpen,
}: {
  readonly view: SavedView;
  readonly onOpen: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { connection } = usePlanSession();
  const [isNaming, setNaming] = useState(false);
  const isLeft = useRef(false);
  const Icon = view.isShared ? Users : Bookmark;
  const { name } = view;

  function finish(written: string): void {
    if (isLeft.current) return;
    isLeft.current = true;
    setNaming(false);
    if (written.trim() !== "" && written.trim() !== name) renameView(connection, view, written.trim());
  }

  return (
    <li className={styles.row} data-saved-view={view.isShared ? "shared" : "own"}>
      {isNaming ? (
        <input
          className={styles.name}
          aria-label={t("savedViews.rename", { name })}
          defaultValue={name}
          maxLength={VIEW_NAME_MAX_LENGTH}
          autoFocus
          onBlur={({ currentTarget }) => afterPress(() => finish(currentTarget.value))}
          onKeyDown={(event) => {
            if (event.key === "Enter") finish(event.currentTarget.value);
            else if (event.key === "Escape") {
              // Only the name is given up, not the window around it.
              event.stopPropagation();
              finish(name);
            }
          }}
        />
      ) : (
        <button type="button" className={styles.open} onClick={onOpen}>
          <Icon size={16} aria-hidden />
          <span className={styles.title}>{name}</span>
          <span className={styles.where}>{t(view.isShared ? "savedViews.shared" : "savedViews.own")}</span>
        </button>
      )}
      {view.isMine && !isNaming ? (
        <>
          <IconButton
            size="small"
            label={t("savedViews.rename", { name })}
            onClick={() => {
              isLeft.current = false;
              setNaming(true);
            }}
          >
            <Pencil aria-hidden />
          </IconButton>
          <IconButton
            size="small"
            label={t("savedViews.remove", { name })}
            onClick={() => {
              const run = removeView(connection, view);
              showToast(t("savedViews.removed", { name }), { label: t("undo.undo"), run });
            }}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </>
      ) : null}
    </li>
  );
}
