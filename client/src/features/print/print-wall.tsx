import { type ReactNode, useEffect, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { PrintSheet } from "./print-sheet.tsx";

/**
 * The wall on paper: a table that is made when the browser is about to print and goes afterwards, since only the head of a real
 * table is repeated on every sheet. The rest of the page is left out by the style sheet.
 */
export function PrintWall(): ReactNode {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes its picture right after this event.
    const onBefore = (): void => flushSync(() => setPrinting(true));
    const onAfter = (): void => setPrinting(false);
    addEventListener("beforeprint", onBefore);
    addEventListener("afterprint", onAfter);
    return () => {
      removeEventListener("beforeprint", onBefore);
      removeEventListener("afterprint", onAfter);
    };
  }, []);
  return isPrinting ? createPortal(<PrintSheet />, document.body) : null;
}
