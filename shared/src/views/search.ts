import { fragmentsOf, plainText } from "../kernel/plain-text.ts";

/** Something that can be found by its title, or by what else is said of it. */
export interface Findable {
  readonly group: string;
  readonly title: string;
  readonly detail: string;
}

/** Something that can be found, readied so that looking through thousands costs little. */
export interface Prepared<Item extends Findable> {
  readonly item: Item;
  readonly title: string;
  readonly detail: string;
}

/** What is found in one group: the best first, and how many there are in all. */
export interface FoundGroup<Item extends Findable> {
  readonly group: string;
  readonly items: readonly Item[];
  readonly total: number;
}

export function prepare<Item extends Findable>(items: readonly Item[]): readonly Prepared<Item>[] {
  return items.map((item) => ({ item, title: plainText(item.title), detail: plainText(item.detail) }));
}

/**
 * What has every fragment of what was typed, in any order, without regard to capitals and accents. Groups by their best, within one
 * the best first: a title that begins with what was typed, then words that begin with the fragments, then any place in the title,
 * then what else is said of it; shorter titles before longer.
 */
export function lookUp<Item extends Findable>(
  prepared: readonly Prepared<Item>[],
  typed: string,
  perGroup: number,
): readonly FoundGroup<Item>[] {
  const fragments = fragmentsOf(typed);
  if (fragments.length === 0) return [];
  const whole = plainText(typed);
  const hits: { readonly one: Prepared<Item>; readonly score: number }[] = [];
  for (const one of prepared) {
    const score = scoreOf(one, whole, fragments);
    if (score !== null) hits.push({ one, score });
  }
  hits.sort((a, b) => a.score - b.score || a.one.title.length - b.one.title.length);
  return [...Map.groupBy(hits, ({ one }) => one.item.group)].map(([group, all]) => ({
    group,
    items: all.slice(0, perGroup).map(({ one }) => one.item),
    total: all.length,
  }));
}

/** How well it fits, lower is better; null when a fragment is nowhere in it. */
function scoreOf(
  { title, detail }: Prepared<Findable>,
  whole: string,
  fragments: readonly string[],
): number | null {
  let score = title === whole ? -2 : title.startsWith(whole) ? -1 : 0;
  for (const fragment of fragments) {
    const at = title.indexOf(fragment);
    if (at < 0 && !detail.includes(fragment)) return null;
    if (at < 0) score += 3;
    else if (!beginsWord(title, fragment)) score += 1;
  }
  return score;
}

function beginsWord(text: string, fragment: string): boolean {
  for (let at = text.indexOf(fragment); at >= 0; at = text.indexOf(fragment, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  return false;
}
