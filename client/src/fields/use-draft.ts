import { useEffect, useRef, useState } from "react";
import { afterPress } from "../ui/after-press.ts";

const IDLE_MS = 500;

/** What somebody is still typing in a field that holds one value as a whole. */
export interface Draft<Value> {
  readonly value: Value;
  /** Shows another value; it is written half a second later, on `leave`, and when the field goes away. */
  change(value: Value): void;
  /** Writes what is shown now, for who leaves the field: not before the press by which it is left has landed. */
  leave(): void;
}

/** A value that is shown at once and written when its writer pauses; while nothing waits, `current` is shown. */
export function useDraft<Value>(current: Value, write: (value: Value) => void): Draft<Value> {
  const [draft, setDraft] = useState<{ readonly value: Value } | null>(null);
  const flush = (): void => {
    if (draft === null) return;
    setDraft(null);
    if (!Object.is(draft.value, current)) write(draft.value);
  };
  const latest = useRef(flush);
  useEffect(() => {
    latest.current = flush;
  });
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(() => latest.current(), IDLE_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => () => latest.current(), []);
  return {
    value: draft === null ? current : draft.value,
    change: (value) => setDraft({ value }),
    leave: () => afterPress(() => latest.current()),
  };
}
