/** How long at most work waits for a moment of rest, in milliseconds. */
const AT_LAST_MS = 3_000;

/** Runs `work` while the browser has nothing better to do. */
export function whenAtRest(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: AT_LAST_MS });
  else setTimeout(work, 1);
}
