import { type RefObject, useLayoutEffect, useRef } from "react";
import type * as Y from "yjs";
import { bindText, type TextElement } from "./bind-text.ts";

/** Binds the element that gets the returned ref to a shared text; `changed` hears of every new value, to size the element. */
export function useBoundText<Element extends TextElement>(
  text: Y.Text | null,
  changed: (element: Element) => void = () => undefined,
): RefObject<Element | null> {
  const ref = useRef<Element>(null);
  const onChange = useRef(changed);
  useLayoutEffect(() => {
    onChange.current = changed;
  });
  useLayoutEffect(() => {
    const { current: element } = ref;
    if (element === null || text === null) return undefined;
    return bindText(element, text, () => onChange.current(element));
  }, [text]);
  return ref;
}
