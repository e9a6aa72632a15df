import type { ActivityStatus } from "./schema.ts";

/**
 * The progress that goes with a status, in per cent: an idea or planned activity has none, a done one all, an active one what is
 * estimated but never all; for blocked and dropped the estimate stands. The estimate itself stays written, so it returns with the status.
 */
export function progressFor(status: ActivityStatus, estimate: number): number {
  switch (status) {
    case "idea":
    case "planned":
      return 0;
    case "active":
      return Math.min(99, estimate);
    case "done":
      return 100;
    case "blocked":
    case "dropped":
      return estimate;
  }
}
