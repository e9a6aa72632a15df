import { useEffect, useState } from "react";
import { usePrinting } from "../../ui/use-printing.ts";

/** Time between two batches, in which the browser can do what people ask of it. */
const PAUSE_MS = 30;

/** A number that grows to `total`, a batch at a time, so that a long list holds up nobody's typing; paper waits for none. */
export function useGrowing(total: number, batch: number): number {
  const [count, setCount] = useState(batch);
  const isAll = count >= total;
  const isPrinting = usePrinting();
  useEffect(() => {
    if (isAll) return undefined;
    const timer = setTimeout(() => setCount((now) => now + batch), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [count, isAll, batch]);
  return isPrinting ? total : count;
}

/** The first `limit` of all that the lists hold together, list by list. */
export function firstOf<Entry>(
  lists: readonly (readonly Entry[])[],
  limit: number,
): readonly (readonly Entry[])[] {
  let left = limit;
  return lists.map((list) => {
    const shown = list.slice(0, Math.max(0, left));
    left -= shown.length;
    return shown;
  });
}
