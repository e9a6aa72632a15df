import { type Dates, type Grip, shifted } from "@planwand/shared/views/timeline-dates.ts";
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { afterPress } from "../../ui/after-press.ts";
import { announce } from "../../ui/live-region.tsx";
import type { Moving } from "./use-bar-drag.ts";

/** Days that a key goes, with Shift held. */
const DAYS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 };

/** Which part of the bar a press is about: Shift moves it, with Alt its begin and with Control its end. */
function gripOf({ altKey, ctrlKey, metaKey }: KeyboardEvent): Grip {
  if (altKey) return "start";
  return ctrlKey || metaKey ? "end" : "whole";
}

/**
 * Moves a bar with the keyboard: while Shift is held the arrows move it by days and Page Up and Page Down by weeks; letting go of
 * Shift writes the dates, Escape puts the bar back. What it would become is said at every press.
 */
export function useBarKeys({
  canMove,
  datesOf,
  say,
  onMove,
  onDrop,
}: {
  readonly canMove: boolean;
  readonly datesOf: (id: string) => Dates | null;
  /** Dates in words. */
  readonly say: (dates: Dates) => string;
  readonly onMove: (moving: Moving | null) => void;
  readonly onDrop: (id: string, dates: Dates) => void;
}): (event: KeyboardEvent, id: string) => boolean {
  const { t } = useTranslation();
  const [moving, setMoving] = useState<{ readonly id: string; readonly dates: Dates } | null>(null);
  const latest = useRef(moving);
  const set = useCallback(
    (next: typeof moving): void => {
      latest.current = next;
      setMoving(next);
      onMove(next);
    },
    [onMove],
  );
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  });
  const isMoving = moving !== null;
  useEffect(() => {
    if (!isMoving) return undefined;
    const stop = new AbortController();
    const finish = (): void => {
      const { current: done } = latest;
      set(null);
      if (done !== null) drop.current(done.id, done.dates);
    };
    window.addEventListener("keyup", ({ key }) => key === "Shift" && finish(), { signal: stop.signal });
    window.addEventListener("blur", finish, { signal: stop.signal });
    window.addEventListener("focusout", () => afterPress(finish), { signal: stop.signal });
    return () => stop.abort();
  }, [isMoving, set]);

  return (event, id) => {
    if (event.key === "Escape" && latest.current !== null) {
      event.preventDefault();
      event.stopPropagation();
      set(null);
      announce(t("timeline.cancelled"), "assertive");
      return true;
    }
    const days = DAYS[event.key];
    if (days === undefined || !event.shiftKey) return false;
    event.preventDefault();
    const dates = latest.current?.dates ?? datesOf(id);
    if (!canMove || dates === null) return true;
    const next = shifted(dates, gripOf(event), days);
    set({ id, dates: next });
    announce(say(next), "assertive");
    return true;
  };
}
