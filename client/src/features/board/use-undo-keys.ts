import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { walkBack } from "../../plan/undo.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { showToast } from "../../ui/toaster.tsx";

const EDITABLE = "input, textarea, select, [contenteditable=true]";

/** Control+Z and Control+Shift+Z for one's own moves, additions and fields; inside a text its own undo comes first. */
export function useUndoKeys(): void {
  const { t } = useTranslation();
  const { doc, actor, canWrite } = usePlanSession();
  useEffect(() => {
    if (!canWrite) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      if (event.target instanceof Element && event.target.closest(EDITABLE) !== null) return;
      const key = event.key.toLowerCase();
      const isRedo = key === "y" || (key === "z" && event.shiftKey);
      if (key !== "z" && !isRedo) return;
      event.preventDefault();
      const way = isRedo ? "redo" : "undo";
      switch (walkBack(doc, way, actor.id)) {
        case "done":
          return showToast(t(`board.undone.${way}`));
        case "changed-meanwhile":
          return showToast(t("board.undone.changedMeanwhile"));
        case "nothing":
          return showToast(t("board.undone.nothing"));
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [t, doc, actor, canWrite]);
}
