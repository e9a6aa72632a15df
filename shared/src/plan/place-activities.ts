import { compareByRank } from "../order/rank.ts";
import type { ActivityEntry } from "./read-activity.ts";
import type { Activity } from "./schema.ts";

/**
 * Gives every activity its cell and its order in it. One whose phase or domain is not among the given ones is in *Niet ingedeeld*:
 * both null, after all others. The result is in order of phase, domain, order.
 */
export function placeActivities(
  entries: readonly ActivityEntry[],
  phases: readonly string[],
  domains: readonly string[],
): Activity[] {
  const phaseAt = new Map(phases.map((id, index) => [id, index]));
  const domainAt = new Map(domains.map((id, index) => [id, index]));
  const cells = new Map<number, ActivityEntry[]>();
  const nowhere = phases.length * domains.length;
  for (const entry of entries) {
    const phase = phaseAt.get(entry.place[0]);
    const domain = domainAt.get(entry.place[1]);
    const cell = phase === undefined || domain === undefined ? nowhere : phase * domains.length + domain;
    const cards = cells.get(cell);
    if (cards === undefined) cells.set(cell, [entry]);
    else cards.push(entry);
  }
  return [...cells]
    .sort(([a], [b]) => a - b)
    .flatMap(([cell, cards]) =>
      cards.sort(compareCards).map((card, at) => placed(card, at + 1, cell === nowhere)),
    );
}

/** Orders the cards of one cell. */
export function compareCards(a: ActivityEntry, b: ActivityEntry): number {
  return compareByRank({ id: a.id, rank: a.place[2] }, { id: b.id, rank: b.place[2] });
}

function placed(entry: ActivityEntry, order: number, isNowhere: boolean): Activity {
  const { place, archived: _archived, ...activity } = entry;
  return { ...activity, phase: isNowhere ? null : place[0], domain: isNowhere ? null : place[1], order };
}
