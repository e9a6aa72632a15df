import { daysBetween, type LocalDate } from "@planwand/shared/kernel/clock.ts";
import type { Activity } from "@planwand/shared/plan/schema.ts";

/** What a card says of its end date; null when there is nothing to say. */
export type Due = { readonly kind: "late"; readonly days: number } | { readonly kind: "today" } | null;

/** *Over tijd* is computed and never a status: the end has passed and the activity is neither done nor dropped. */
export function dueOf(activity: Pick<Activity, "end" | "status">, today: LocalDate): Due {
  if (activity.end === null || activity.status === "done" || activity.status === "dropped") return null;
  const days = daysBetween(activity.end, today);
  if (days > 0) return { kind: "late", days };
  return days === 0 ? { kind: "today" } : null;
}
