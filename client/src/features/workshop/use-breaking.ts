import { useEffect, useRef } from "react";

/** Keys that scroll or go somewhere. */
const GOING = new Set([
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "PageUp",
  "PageDown",
  "Home",
  "End",
  "Tab",
  "Escape",
]);

/** Calls `onBreak` when somebody scrolls, presses or goes anywhere themselves, outside the banner that says whom they follow. */
export function useBreaking(isOn: boolean, onBreak: () => void): void {
  const now = useRef(onBreak);
  useEffect(() => {
    now.current = onBreak;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const isOutside = ({ target }: Event): boolean =>
      !(target instanceof Element && target.closest("[data-follow-banner]") !== null);
    const onMove = (event: Event): void => {
      if (event.isTrusted && isOutside(event)) now.current();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (GOING.has(event.key)) onMove(event);
    };
    const options = { capture: true, passive: true };
    document.addEventListener("wheel", onMove, options);
    document.addEventListener("touchmove", onMove, options);
    document.addEventListener("pointerdown", onMove, options);
    document.addEventListener("keydown", onKey, options);
    return () => {
      document.removeEventListener("wheel", onMove, options);
      document.removeEventListener("touchmove", onMove, options);
      document.removeEventListener("pointerdown", onMove, options);
      document.removeEventListener("keydown", onKey, options);
    };
  }, [isOn]);
}
