import { compareByRank, isRank, MAX_RANK_LENGTH, type Ranked, rankBetween, ranksBetween } from "./rank.ts";

/**
 * The rank writes that put `id` at `index` among `siblings` (those of the cell or list, sorted; `id` itself may be among them and
 * is not counted). Usually one. When the left neighbour shares its rank with what follows, those tied followers are ranked anew up
 * to the next distinct rank; when a neighbour's rank is no rank, or a rank would grow past `MAX_RANK_LENGTH`, the whole list is.
 * An index outside the list is the nearest end. Nothing when `id` is already there.
 */
export function insertAt(siblings: readonly Ranked[], id: string, index: number): Ranked[] {
  const others = siblings.filter((sibling) => sibling.id !== id);
  const at = Number.isFinite(index) ? Math.max(0, Math.min(others.length, Math.trunc(index))) : others.length;
  if (siblings.length > others.length && siblings.findIndex((sibling) => sibling.id === id) === at) return [];
  const left = others[at - 1];
  const right = others[at];
  const tied = left === undefined || right?.rank !== left.rank ? 0 : tieLength(others, at, left.rank);
  const beyond = others[at + tied];
  const bounds = [left, beyond].filter((bound) => bound !== undefined);
  if (bounds.some((bound) => !isRank(bound.rank))) return rankAnew(others, id, at);
  const lower = left?.rank ?? null;
  const upper = beyond?.rank ?? null;
  if (tied === 0) {
    const rank = rankBetween(lower, upper);
    return rank.length > MAX_RANK_LENGTH ? rankAnew(others, id, at) : [{ id, rank }];
  }
  const moving = [id, ...others.slice(at, at + tied).map((sibling) => sibling.id)];
  const ranks = ranksBetween(lower, upper, moving.length);
  if (ranks.some((rank) => rank.length > MAX_RANK_LENGTH)) return rankAnew(others, id, at);
  return ranks.map((rank, position) => ({ id: moving[position] ?? id, rank }));
}

/** The rank after the last of `siblings`, which need not be sorted. */
export function rankAtEnd(siblings: readonly Ranked[]): string {
  const last = siblings.toSorted(compareByRank).findLast((sibling) => isRank(sibling.rank));
  return rankBetween(last?.rank ?? null, null);
}

function tieLength(others: readonly Ranked[], from: number, rank: string): number {
  let length = 0;
  while (others[from + length]?.rank === rank) length++;
  return length;
}

function rankAnew(others: readonly Ranked[], id: string, at: number): Ranked[] {
  const ids = others.map((sibling) => sibling.id).toSpliced(at, 0, id);
  const ranks = ranksBetween(null, null, ids.length);
  return ranks.map((rank, position) => ({ id: ids[position] ?? id, rank }));
}
