import { useEffect } from "react";
import { usePlanSession } from "../../sync/session.tsx";
import { letterOf } from "../../ui/shortcut.ts";
import type { Walk } from "./use-walk-back.ts";

const EDITABLE = "input, textarea, select, [contenteditable=true]";

/** Control+Z and Control+Shift+Z for one's own moves, additions and fields; inside a text its own undo comes first. */
export function useUndoKeys(walk: Walk): void {
  const { canWrite } = usePlanSession();
  useEffect(() => {
    if (!canWrite) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      if (event.target instanceof Element && event.target.closest(EDITABLE) !== null) return;
      const key = letterOf(event);
      const isRedo = key === "y" || (key === "z" && event.shiftKey);
      if (key !== "z" && !isRedo) return;
      event.preventDefault();
      walk(isRedo ? "redo" : "undo");
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [canWrite, walk]);
}
