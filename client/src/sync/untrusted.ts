/** Whether `value` is an object whose keys may be looked at, for what comes from the server or from storage. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
