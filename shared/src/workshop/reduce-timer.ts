import { TIMER_MAX_MS } from "./limits.ts";
import type { Timer } from "./session.ts";

/**
 * The timer after pausing, resuming, or being given so many milliseconds more at server time `at`. One that had run out gets them
 * from `at` on.
 */
export function reduceTimer(
  timer: Timer | null,
  change: "pause" | "resume" | number,
  at: number,
): Timer | null {
  if (timer === null) return null;
  const { lengthMs } = timer;
  if (change === "pause")
    return timer.state === "paused"
      ? timer
      : { state: "paused", remainingMs: remainingMs(timer, at), lengthMs };
  if (change === "resume")
    return timer.state === "running" ? timer : { state: "running", endsAt: at + timer.remainingMs, lengthMs };
  const left = Math.min(TIMER_MAX_MS, remainingMs(timer, at) + change);
  const longer = { lengthMs: Math.min(TIMER_MAX_MS, lengthMs + change) };
  return timer.state === "paused"
    ? { state: "paused", remainingMs: left, ...longer }
    : { state: "running", endsAt: at + left, ...longer };
}

/** Milliseconds to go at a time of the server's clock; 0 once it ran out. */
export function remainingMs(timer: Timer, serverTimeMs: number): number {
  return timer.state === "paused" ? timer.remainingMs : Math.max(0, timer.endsAt - serverTimeMs);
}
