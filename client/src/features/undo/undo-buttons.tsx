import { Redo2, Undo2 } from "lucide-react";
import { type ReactNode, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { undoStepsOf } from "../../plan/undo.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { IconButton } from "../../ui/button.tsx";
import styles from "./undo-buttons.module.css";
import { useUndoKeys } from "./use-undo-keys.ts";
import type { Walk } from "./use-walk-back.ts";

/** Undo and redo of one's own work, by button and by key. Where there is no room for the buttons the keys still work. */
export function UndoButtons({ walk }: { readonly walk: Walk }): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite } = usePlanSession();
  const { subscribe, getSnapshot } = undoStepsOf(doc);
  const steps = useSyncExternalStore(subscribe, getSnapshot);
  useUndoKeys(walk);
  if (!canWrite) return null;
  return (
    <div className={styles.buttons}>
      <IconButton label={t("undo.undo")} aria-disabled={!steps.canUndo} onClick={() => walk("undo")}>
        <Undo2 aria-hidden />
      </IconButton>
      <IconButton label={t("undo.redo")} aria-disabled={!steps.canRedo} onClick={() => walk("redo")}>
        <Redo2 aria-hidden />
      </IconButton>
    </div>
  );
}
