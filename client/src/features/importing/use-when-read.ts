import { useEffect, useEffectEvent, useRef, useState } from "react";

/**
 * A press that comes while a file is read anew, as one does that leaves the last answer: it is carried out once that is read, if what it
 * `brings` is still what was on the button. While it is carried out other presses are none.
 */
export function useWhenRead(
  isBusy: boolean,
  brings: number,
  carryOut: () => Promise<void> | void,
): () => void {
  const [awaited, setAwaited] = useState<number | null>(null);
  const isAtWork = useRef(false);
  const settle = useEffectEvent(async () => {
    if (isBusy || awaited === null) return;
    setAwaited(null);
    if (awaited !== brings) return;
    isAtWork.current = true;
    try {
      await carryOut();
    } finally {
      isAtWork.current = false;
    }
  });
  useEffect(() => void settle(), [isBusy, awaited]);
  return () => {
    if (!isAtWork.current) setAwaited(brings);
  };
}
