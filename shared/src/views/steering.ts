import { addDays, type LocalDate } from "../kernel/clock.ts";
import type { Activity, Communication, Decision } from "../plan/schema.ts";
import { byDate } from "./communication.ts";
import type { Standing } from "./decisions.ts";
import { counts, daysLate, type ProgressView } from "./progress.ts";

/** Days ahead that are still soon for a decision or a moment. */
const SOON_DAYS = 14;
/** Days ahead that the next weeks last. */
const NEXT_DAYS = 28;

type Steered = Pick<Activity, "id" | "status" | "start" | "end" | "title" | "waiting">;

/** What asks for attention on a day, each list the most pressing first. */
export interface Steering<A> {
  readonly late: readonly A[];
  readonly blocked: readonly A[];
  /** What begins or ends in the four weeks from today on and is not late. */
  readonly next: readonly A[];
  /** Not decided and needed within a fortnight, or before today. */
  readonly decisions: readonly Decision[];
  /** Not done and within a fortnight, or before today. */
  readonly moments: readonly Communication[];
  /** Cells in which nothing is and of which nobody said that this is on purpose. */
  readonly emptyCells: readonly { readonly phase: string; readonly domain: string }[];
}

/** What asks for attention. `standing` says where a decision stands, the journal taken into account. */
export function steeringOf<A extends Steered>(
  {
    activities,
    decisions,
    communications,
    cells,
  }: {
    readonly activities: readonly A[];
    readonly decisions: readonly Decision[];
    readonly communications: readonly Communication[];
    readonly cells: ProgressView<unknown>["cells"];
  },
  standing: (decision: Decision) => Standing,
  today: LocalDate,
): Steering<A> {
  const soon = addDays(today, SOON_DAYS);
  const next = (activity: A): LocalDate | null => {
    if (!counts(activity.status) || activity.status === "done" || daysLate(activity, today) > 0) return null;
    const within = (date: LocalDate | null): boolean =>
      date !== null && date >= today && date < addDays(today, NEXT_DAYS);
    if (within(activity.start)) return activity.start;
    return within(activity.end) ? activity.end : null;
  };
  return {
    late: inOrder(
      activities.filter((activity) => daysLate(activity, today) > 0),
      ({ end }) => end,
    ),
    blocked: inOrder(
      activities.filter(({ status }) => status === "blocked"),
      ({ waiting }) => waiting?.since ?? null,
    ),
    next: inOrder(
      activities.filter((activity) => next(activity) !== null),
      next,
    ),
    decisions: inOrder(
      decisions.filter((decision) => {
        const isOpen = !["decided", "unsealed"].includes(standing(decision));
        return isOpen && decision.neededBy !== null && decision.neededBy <= soon;
      }),
      ({ neededBy }) => neededBy,
    ),
    moments: byDate(communications.filter(({ done, date }) => !done && date !== null && date <= soon)),
    emptyCells: cells
      .flat()
      .filter(({ activities: own, emptyReason }) => own.length === 0 && emptyReason === null)
      .map(({ phase, domain }) => ({ phase, domain })),
  };
}

/** Earlier first, without a date last. */
function inOrder<Entry>(
  entries: readonly Entry[],
  dateOf: (entry: Entry) => LocalDate | null,
): readonly Entry[] {
  const key = (entry: Entry): string => dateOf(entry) ?? "9999-99-99";
  return entries.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
