interface Titled {
  readonly id: string;
  readonly title: string;
}

const words = new Intl.Collator();

function compareTitles(a: Titled, b: Titled): number {
  return words.compare(a.title, b.title) || (a.id < b.id ? -1 : 1);
}

/** By title, and by id where titles are the same. */
export function sortedByTitle<Entry extends Titled>(entries: Iterable<Entry>): readonly Entry[] {
  return [...entries].sort(compareTitles);
}

/** What `sorted` becomes when its entry `before` is now `after`; null is for an entry that was or is not there. */
export function replaceByTitle<Entry extends Titled>(
  sorted: readonly Entry[],
  before: Entry | null,
  after: Entry | null,
): readonly Entry[] {
  const others = before === null ? sorted : sorted.filter((entry) => entry !== before);
  return after === null ? others : others.toSpliced(indexFor(others, after), 0, after);
}

function indexFor<Entry extends Titled>(sorted: readonly Entry[], entry: Entry): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = sorted[middle];
    if (there !== undefined && compareTitles(there, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
