import { type RefObject, useEffect, useRef, useState } from "react";

const DRAGGED = "application/x-planwand-idea";

/**
 * Lets one idea be dragged onto another with a mouse; who does not drag has the menu. Returns whether another is held over it now.
 * `onMerge` gets the idea that was let go on this one.
 */
export function useMergeDrag(
  element: RefObject<HTMLElement | null>,
  idea: string,
  onMerge: (from: string) => void,
): boolean {
  const [isOver, setOver] = useState(false);
  const merge = useRef(onMerge);
  useEffect(() => {
    merge.current = onMerge;
  });
  useEffect(() => {
    const item = element.current;
    if (item === null) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    item.addEventListener(
      "dragstart",
      ({ dataTransfer }) => {
        dataTransfer?.setData(DRAGGED, idea);
      },
      { signal },
    );
    item.addEventListener(
      "dragover",
      (event) => {
        if (event.dataTransfer?.types.includes(DRAGGED) !== true) return;
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    item.addEventListener("dragleave", () => setOver(false), { signal });
    item.addEventListener(
      "drop",
      (event) => {
        event.preventDefault();
        setOver(false);
        const from = event.dataTransfer?.getData(DRAGGED) ?? "";
        if (from !== "" && from !== idea) merge.current(from);
      },
      { signal },
    );
    return () => stop.abort();
  }, [element, idea]);
  return isOver;
}
