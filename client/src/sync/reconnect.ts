/** The longest and shortest wait before a new attempt to reach the server, in milliseconds. */
export const RECONNECT_MIN_MS = 300;
export const RECONNECT_MAX_MS = 30_000;

/** The upper bound of the wait by attempt: people who are cut off for a moment come back within seconds. */
const CEILINGS_MS = [1_000, 2_000, 3_000, 4_000, 5_000, 5_000, 10_000, 20_000] as const;
/** After a planned restart everybody comes back at once: spread them. */
const PLANNED_CEILING_MS = 3_000;

/**
 * How long to wait before attempt number `attempt` (0 is the first), in milliseconds. Full jitter: anywhere between the
 * shortest wait and the ceiling of that attempt. `random` returns a number in [0, 1).
 */
export function reconnectDelayMs(attempt: number, isPlanned: boolean, random: () => number): number {
  const ceiling = CEILINGS_MS[Math.max(0, attempt)] ?? RECONNECT_MAX_MS;
  const spread = isPlanned ? Math.max(ceiling, PLANNED_CEILING_MS) : ceiling;
  return Math.round(RECONNECT_MIN_MS + random() * (spread - RECONNECT_MIN_MS));
}
