import { useEffect, useRef } from "react";

/** When what is open closes, focus goes back to where it stands, and else to the button that adds one; both found by a selector. */
export function useFocusBack(openId: string | null, itemOf: (id: string) => string, adder: string): void {
  const last = useRef(openId);
  useEffect(() => {
    const { current: closed } = last;
    last.current = openId;
    if (openId !== null || closed === null) return;
    const item = document.querySelector<HTMLElement>(itemOf(CSS.escape(closed)));
    (item ?? document.querySelector<HTMLElement>(adder))?.focus();
  }, [openId, itemOf, adder]);
}
