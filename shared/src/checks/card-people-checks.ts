import { addDays, type LocalDate } from "../kernel/clock.ts";
import type { Activity } from "../plan/schema.ts";
import { type CheckContext, isGoing } from "./check-context.ts";
import type { Draft } from "./finding.ts";

/** A party that carries out more than this at once has much on its plate (K31)… */
const MANY = 5;
/** …when it falls within the same so many days. */
const AT_ONCE_DAYS = 28;

/** K09 to K12 and K31: who is behind an activity, and who carries out too much at once. */
export function checkPeople(context: CheckContext): Draft[] {
  return [...context.live.flatMap((activity) => rolesOf(activity, context)), ...busyParties(context)];
}

function rolesOf({ id, title, roles }: Activity, { parties }: CheckContext): Draft[] {
  const drafts: Draft[] = [];
  const at = (field: string) => ({ kind: "activity", id, field }) as const;
  const words = { title };
  if (roles.sponsor.length !== 1)
    drafts.push({
      rule: "K09",
      says: roles.sponsor.length === 0 ? "K09.none" : "K09.several",
      subject: at("sponsor"),
      words,
    });
  if (roles.executor.length === 0) drafts.push({ rule: "K10", subject: at("executor"), words });
  if (roles.codecider.length === 0) drafts.push({ rule: "K11", subject: at("codecider"), words });
  const filled = [roles.sponsor, roles.executor, roles.codecider];
  // While a role is open, that is asked for first.
  if (filled.some((slot) => slot.length === 0)) return drafts;
  const circles = new Set(filled.flat().map((party) => parties.get(party)?.circle ?? null));
  const [circle = null] = circles;
  if (circles.size === 1 && circle !== null)
    drafts.push({ rule: "K12", subject: at("codecider"), words: { ...words, circle } });
  return drafts;
}

interface Period {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

function busyParties({ plan, live }: CheckContext): Draft[] {
  const periods = new Map<string, Period[]>();
  for (const activity of live) {
    const { start, end, roles } = activity;
    if (!isGoing(activity) || start === null || end === null || end < start) continue;
    for (const party of roles.executor) {
      const known = periods.get(party);
      if (known === undefined) periods.set(party, [{ start, end }]);
      else known.push({ start, end });
    }
  }
  return plan.parties.flatMap(({ id, name }): Draft[] => {
    const { count, from } = busiest(periods.get(id) ?? []);
    if (count <= MANY || from === null) return [];
    const subject = { kind: "party", id, field: "work" } as const;
    return [{ rule: "K31", subject, words: { party: name, count }, date: from, parties: [id] }];
  });
}

/**
 * The most periods that touch the same 28 days, and from when. The fullest such window can be moved until a period begins on its
 * last day, so only those windows are counted: begun by then, less what had ended before the window.
 */
function busiest(periods: readonly Period[]): { readonly count: number; readonly from: LocalDate | null } {
  const starts = periods.map(({ start }) => start).toSorted();
  const ends = periods.map(({ end }) => end).toSorted();
  let best: { readonly count: number; readonly from: LocalDate | null } = { count: 0, from: null };
  let over = 0;
  for (const [at, start] of starts.entries()) {
    const from = addDays(start, 1 - AT_ONCE_DAYS);
    for (; (ends[over] ?? start) < from; over++);
    const count = at + 1 - over;
    if (count > best.count) best = { count, from };
  }
  return best;
}
