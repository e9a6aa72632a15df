import { type RefObject, useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { isNameless, leaveNameless } from "../plan/nameless.ts";
import { usePlanSession } from "../sync/session.tsx";
import { afterPress } from "../ui/after-press.ts";
import { showToast } from "../ui/toaster.tsx";

/** What to call when somebody leaves an entry that was just made: one without a name is not left behind unseen. */
export function useLeaveNameless(): (id: string, goBack: () => void) => void {
  const { t } = useTranslation();
  const { doc, actor } = usePlanSession();
  return useCallback(
    (id, goBack) => {
      const left = leaveNameless(doc, id, actor.id);
      if (left === "taken-back") showToast(t("fields.nameless.takenBack"));
      if (left === "unnamed")
        showToast(t("fields.nameless.unnamed"), { label: t("fields.nameless.name"), run: goBack });
    },
    [t, doc, actor],
  );
}

/** A row of a list in which its entry is written: once it is made its title has the focus, until the row is left. */
export function useNamelessRow(row: RefObject<HTMLElement | null>, id: string): void {
  const { doc } = usePlanSession();
  const leave = useLeaveNameless();
  useEffect(() => {
    const { current: element } = row;
    if (element === null || !isNameless(doc, id)) return undefined;
    const focus = (): void => element.querySelector<HTMLElement>("textarea, input")?.focus();
    const onFocusOut = ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget instanceof Node && element.contains(relatedTarget)) return;
      afterPress(() => {
        const { activeElement } = document;
        // Who looks at another window of the computer, or at a small window of this page, has not left.
        const isAway = !document.hasFocus() || activeElement?.closest("[role=dialog], [role=menu]") !== null;
        if (!isAway && !element.contains(activeElement)) leave(id, focus);
      });
    };
    focus();
    element.addEventListener("focusout", onFocusOut);
    return () => element.removeEventListener("focusout", onFocusOut);
  }, [row, doc, id, leave]);
}

/** The entries that a panel shows now; one that is shown again at once was not left. */
const shown = new Set<string>();

/** A panel in which its entry is written: one without a name is left when the panel closes or shows another. */
export function useNamelessPanel(id: string, onReopen: (id: string) => void): void {
  const leave = useLeaveNameless();
  useEffect(() => {
    shown.add(id);
    return () => {
      shown.delete(id);
      queueMicrotask(() => {
        if (!shown.has(id)) leave(id, () => onReopen(id));
      });
    };
  }, [id, leave, onReopen]);
}
