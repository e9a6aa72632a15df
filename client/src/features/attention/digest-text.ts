/** As long as a mailto address may be: longer ones are cut off by some mail programs without a word. */
const MAIL_MAX_LENGTH = 1_900;

export interface DigestPart {
  readonly heading: string;
  readonly lines: readonly string[];
  /** How many more there are than were made into lines; none unless told. */
  readonly beyond?: number;
}

/** A digest as it is copied and mailed: what it is, its parts with their lines, and where to read on. */
export interface Digest {
  readonly title: string;
  readonly parts: readonly DigestPart[];
  readonly link: string;
}

/** The digest as plain text. */
export function digestText({ title, parts, link }: Digest): string {
  const told = parts
    .filter(({ lines }) => lines.length > 0)
    .map(({ heading, lines }) => [heading, ...lines.map((line) => `- ${line}`)].join("\n"));
  return [title, ...told, link].join("\n\n");
}

/**
 * The address that opens the digest in the reader's own mail program. When it would be too long, lines are left out from the end of the
 * longest part, and `more` says how many; the link leads to all of it.
 */
export function mailAddress(digest: Digest, more: (count: number) => string): string {
  const counts = digest.parts.map(({ lines }) => lines.length);
  const address = (dropped: number): string => {
    const kept = keptOf(counts, dropped);
    const parts = digest.parts.map(({ heading, lines, beyond = 0 }, at) => {
      const count = kept[at] ?? 0;
      const gone = lines.length - count + beyond;
      return { heading, lines: gone === 0 ? lines : [...lines.slice(0, count), more(gone)] };
    });
    const body = digestText({ ...digest, parts }).replaceAll("\n", "\r\n");
    return `mailto:?subject=${encodeURIComponent(digest.title)}&body=${encodeURIComponent(body)}`;
  };
  // The fewest lines to leave out, halving what is left to look at: there may be thousands.
  let [low, high] = [0, counts.reduce((sum, count) => sum + count, 0)];
  if (address(0).length <= MAIL_MAX_LENGTH) return address(0);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (address(middle).length <= MAIL_MAX_LENGTH) high = middle;
    else low = middle + 1;
  }
  return address(high);
}

/** How many lines each part keeps when so many go, one by one from the longest. */
function keptOf(counts: readonly number[], dropped: number): readonly number[] {
  const kept = [...counts];
  for (let gone = 0; gone < dropped; gone++) {
    const at = kept.indexOf(Math.max(...kept));
    kept[at] = (kept[at] ?? 1) - 1;
  }
  return kept;
}
