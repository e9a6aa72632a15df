import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Whether the browser is about to print the page: what is only for paper is drawn then, and goes afterwards. */
export function usePrinting(): boolean {
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
  return isPrinting;
}
