import { type RefObject, useEffect } from "react";
import { usePlanSession } from "../sync/session.tsx";

/** Tells the others which activity is open here, and in which of its fields (marked with `data-field`) I am. */
export function useOwnFocus(panel: RefObject<HTMLElement | null>, activity: string): void {
  const { presence } = usePlanSession().connection;
  useEffect(() => {
    const { current: element } = panel;
    if (element === null) return undefined;
    const tell = (target: EventTarget | null): void => {
      const field = target instanceof Element ? target.closest<HTMLElement>("[data-field]") : null;
      presence.setFocus({ activity, field: field?.dataset["field"] ?? null });
    };
    const onFocusIn = (event: FocusEvent): void => tell(event.target);
    const onFocusOut = (event: FocusEvent): void => {
      if (event.relatedTarget === null) tell(null);
    };
    tell(document.activeElement);
    element.addEventListener("focusin", onFocusIn);
    element.addEventListener("focusout", onFocusOut);
    return () => {
      element.removeEventListener("focusin", onFocusIn);
      element.removeEventListener("focusout", onFocusOut);
      presence.setFocus(null);
    };
  }, [panel, activity, presence]);
}
