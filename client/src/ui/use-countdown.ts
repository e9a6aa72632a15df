import { useEffect, useRef, useState } from "react";

/** What an element needs that holds a countdown while somebody points at it or is in it by keyboard. */
interface Pauses {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/** Calls `onDone` after so many milliseconds (never, when infinite), not counting those in which the element is pointed at or has the focus. */
export function useCountdown(forMs: number, onDone: () => void): Pauses {
  const [isPointedAt, setPointedAt] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const remainingMs = useRef(forMs);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  const isRunning = !isPointedAt && !hasFocus && Number.isFinite(forMs);
  useEffect(() => {
    if (!isRunning) return;
    const began = performance.now();
    const timer = setTimeout(() => done.current(), remainingMs.current);
    return () => {
      clearTimeout(timer);
      remainingMs.current -= performance.now() - began;
    };
  }, [isRunning]);
  return {
    onPointerEnter: () => setPointedAt(true),
    onPointerLeave: () => setPointedAt(false),
    onFocus: () => setFocus(true),
    onBlur: () => setFocus(false),
  };
}
