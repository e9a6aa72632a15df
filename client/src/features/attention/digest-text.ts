/** As long as a mailto address may be: longer ones are cut off by some mail programs without a word. */
const MAIL_MAX_LENGTH = 1_900;

/** A digest as it is copied and mailed: what it is, its parts with their lines, and where to read on. */
export interface Digest {
  readonly title: string;
  readonly parts: readonly { readonly heading: string; readonly lines: readonly string[] }[];
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
  let left = digest.parts.map(({ heading, lines }) => ({ heading, lines: [...lines], gone: 0 }));
  const address = (): string => {
    const parts = left.map(({ heading, lines, gone }) => ({
      heading,
      lines: gone === 0 ? lines : [...lines, more(gone)],
    }));
    const body = digestText({ ...digest, parts }).replaceAll("\n", "\r\n");
    return `mailto:?subject=${encodeURIComponent(digest.title)}&body=${encodeURIComponent(body)}`;
  };
  while (address().length > MAIL_MAX_LENGTH && left.some(({ lines }) => lines.length > 0)) {
    const longest = Math.max(...left.map(({ lines }) => lines.length));
    const at = left.findIndex(({ lines }) => lines.length === longest);
    left = left.map((part, index) =>
      index === at ? { ...part, lines: part.lines.slice(0, -1), gone: part.gone + 1 } : part,
    );
  }
  return address();
}
