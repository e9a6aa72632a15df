import { type DayAsked, type Misread, type Meant, readTypedDay } from "@planwand/shared/dates/typed-day.ts";
import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import type { Result } from "@planwand/shared/kernel/result.ts";
import { useEffect, useRef, useState } from "react";

const IDLE_MS = 500;

interface Typed {
  readonly text: string;
  /** The day is in the plan already: its text could become no other. */
  readonly isWritten: boolean;
  /** It was left while it was no day. */
  readonly isLeft: boolean;
}

/** What somebody is typing in a field for a day. */
export interface TypedDay {
  /** What is typed, and what it means so far; null while the day itself is shown. */
  readonly typed: { readonly text: string; readonly isLeft: boolean; readonly reading: Reading } | null;
  readonly change: (text: string) => void;
  /** Takes over what is typed; false when it is no day, and then the text stays to be mended. */
  readonly settle: () => boolean;
  /** Forgets what is typed. */
  readonly drop: () => void;
}

/** The day that is meant, null for none, or why it is not understood. */
export type Reading = Result<Meant | null, Misread>;

/**
 * A day that is typed as text. It is written when its writer leaves the field or presses Enter, and half a second after it is written
 * out so far that it could become no other day.
 */
export function useTypedDay(
  value: LocalDate | null,
  write: (value: LocalDate | null) => void,
  asked: DayAsked,
): TypedDay {
  const [typed, show] = useState<Typed | null>(null);
  // Also as it is now: a field may be left and go away before it is drawn again.
  const now = useRef(typed);
  const keep = (next: Typed | null): void => {
    now.current = next;
    show(next);
  };
  const read = (text: string): Reading =>
    text.trim() === "" ? { ok: true, value: null } : readTypedDay(text, asked);
  const put = (day: LocalDate | null): void => {
    if (day !== value) write(day);
  };

  function settle(): boolean {
    const { current } = now;
    if (current === null) return true;
    const reading = read(current.text);
    if (!reading.ok) {
      keep({ ...current, isLeft: true });
      return false;
    }
    keep(null);
    if (!current.isWritten) put(reading.value?.day ?? null);
    return true;
  }

  function pause(): void {
    const { current } = now;
    if (current === null || current.isWritten) return;
    const reading = read(current.text);
    if (!reading.ok || reading.value?.isWhole !== true) return;
    keep({ ...current, isWritten: true });
    put(reading.value.day);
  }

  const latest = useRef({ settle, pause });
  useEffect(() => {
    latest.current = { settle, pause };
  });
  useEffect(() => {
    const timer = setTimeout(() => latest.current.pause(), IDLE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => void latest.current.settle(), []);

  return {
    typed: typed === null ? null : { text: typed.text, isLeft: typed.isLeft, reading: read(typed.text) },
    change: (text) => keep({ text, isWritten: false, isLeft: false }),
    settle,
    drop: () => keep(null),
  };
}
