import { useEffect, useEffectEvent, useState } from "react";

/**
 * A press that comes while a file is read anew, as one does that leaves the last answer: it is carried out once that is read, if what it
 * `brings` is still what was on the button.
 */
export function useWhenRead(isBusy: boolean, brings: number, carryOut: () => void): () => void {
  const [awaited, setAwaited] = useState<number | null>(null);
  const settle = useEffectEvent(() => {
    if (isBusy || awaited === null) return;
    setAwaited(null);
    if (awaited === brings) carryOut();
  });
  useEffect(() => settle(), [isBusy, awaited]);
  return () => setAwaited(brings);
}
