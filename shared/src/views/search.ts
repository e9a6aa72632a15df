import { fragmentsOf, plainText } from "../kernel/plain-text.ts";
import { type Likeness, likenessIn, type Lookable, lookable } from "../kernel/word-forms.ts";

/** Something that can be found by its title, or by what else is said of it. */
export interface Findable {
  readonly group: string;
  readonly title: string;
  readonly detail: string;
}

/** Something that can be found, readied so that looking through thousands costs little. */
export interface Prepared<Item extends Findable> {
  readonly item: Item;
  readonly title: Lookable;
  readonly detail: Lookable;
}

/** What is found in one group: the best first, and how many there are in all. */
export interface FoundGroup<Item extends Findable> {
  readonly group: string;
  readonly items: readonly Item[];
  readonly total: number;
}

export function prepare<Item extends Findable>(items: readonly Item[]): readonly Prepared<Item>[] {
  const ready = (text: string): Lookable => lookable(plainText(text));
  return items.map((item) => ({ item, title: ready(item.title), detail: ready(item.detail) }));
}

/**
 * What has every fragment of what was typed, in any order, without regard to capitals and accents, and after that what has other forms
 * of the words; one typo is forgiven when nothing else is found. Groups by their best, within one the best first: a title that begins
 * with what was typed, then words that begin with the fragments, then any place in the title, then what else is said of it; shorter
 * titles before longer.
 */
export function lookUp<Item extends Findable>(
  prepared: readonly Prepared<Item>[],
  typed: string,
  perGroup: number,
): readonly FoundGroup<Item>[] {
  const fragments = fragmentsOf(typed);
  if (fragments.length === 0) return [];
  const whole = plainText(typed);
  const scored = prepared.flatMap((one) => {
    const score = scoreOf(one, whole, fragments);
    return score === null ? [] : [{ one, score }];
  });
  const sure = scored.filter(({ score }) => score < FAR.typo);
  const hits = sure.length > 0 ? sure : scored;
  hits.sort((a, b) => a.score - b.score || a.one.title.text.length - b.one.title.text.length);
  return [...Map.groupBy(hits, ({ one }) => one.item.group)].map(([group, all]) => ({
    group,
    items: all.slice(0, perGroup).map(({ one }) => one.item),
    total: all.length,
  }));
}

/** How much further than any place of what was typed another form of it is, and how much further a typo. */
const FAR = { typed: 0, form: 1_000, typo: 1_000_000 } as const satisfies Record<Likeness, number>;

/** How well it fits, lower is better; null when a fragment is nowhere in it. */
function scoreOf(
  { title, detail }: Prepared<Findable>,
  whole: string,
  fragments: readonly string[],
): number | null {
  let score = title.text === whole ? -2 : title.text.startsWith(whole) ? -1 : 0;
  for (const fragment of fragments) {
    const [inTitle, inDetail] = [likenessIn(title, fragment), likenessIn(detail, fragment)];
    const [farInTitle, farInDetail] = [farOf(inTitle), farOf(inDetail) + 3];
    if (Math.min(farInTitle, farInDetail) === Infinity) return null;
    score += Math.min(farInTitle, farInDetail);
    if (farInTitle < farInDetail && !beginsWord(title.text, fragment)) score += 1;
  }
  return score;
}

function farOf(likeness: Likeness | null): number {
  return likeness === null ? Infinity : FAR[likeness];
}

function beginsWord(text: string, fragment: string): boolean {
  for (let at = text.indexOf(fragment); at >= 0; at = text.indexOf(fragment, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  return false;
}

/**
 * The items whose text has every fragment of what was typed, as it was typed or in another form of the word; when there are none, those
 * that have it with one typo. All of them while nothing is typed.
 */
export function findIn<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
  typed: string,
): readonly Item[] {
  const fragments = fragmentsOf(typed);
  if (fragments.length === 0) return items;
  const found = { sure: [] as Item[], near: [] as Item[] };
  for (const item of items) {
    const text = lookable(plainText(textOf(item)));
    const likeness = fragments.map((fragment) => likenessIn(text, fragment));
    if (!likeness.includes(null)) (likeness.includes("typo") ? found.near : found.sure).push(item);
  }
  return found.sure.length > 0 ? found.sure : found.near;
}
