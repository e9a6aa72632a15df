import { useEffect } from "react";

/** Has the page end where the keyboard of a phone begins, so that it covers nothing that is being typed. */
export function useKeyboardRoom(): void {
  useEffect(() => {
    const view = window.visualViewport;
    if (view === null) return undefined;
    const root = document.documentElement;
    const fit = (): void => {
      root.style.setProperty("--view-height", `${String(Math.round(view.height))}px`);
      const typing = document.activeElement;
      if (typing instanceof HTMLElement && typing.matches("textarea, input, [contenteditable=true]"))
        typing.scrollIntoView({ block: "nearest" });
    };
    fit();
    view.addEventListener("resize", fit);
    return () => {
      view.removeEventListener("resize", fit);
      root.style.removeProperty("--view-height");
    };
  }, []);
}
