/** A stretch of text: plain, a word of the screen, a word that matters, what is typed, or a link to a page of the handbook by its name. */
export type Inline =
  | { readonly kind: "text" | "label" | "strong" | "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly page: string };

export type Inlines = readonly Inline[];

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly content: Inlines }
  | { readonly kind: "list"; readonly isNumbered: boolean; readonly items: readonly Inlines[] }
  | {
      readonly kind: "table";
      readonly head: readonly Inlines[];
      readonly rows: readonly (readonly Inlines[])[];
    }
  | { readonly kind: "picture"; readonly source: string; readonly alt: string };

/** A page of the handbook, as it is written in `docs/handleiding`. */
export interface HandbookPage {
  /** What it is called in addresses and links. */
  readonly name: string;
  readonly title: string;
  /** What the page is about, in a sentence or two. */
  readonly intro: Inlines;
  readonly blocks: readonly Block[];
}

/** The text of a stretch without its looks. */
export function plainOf(content: Inlines): string {
  return content.map(({ text }) => text).join("");
}

/** The sentences of a block, one for each paragraph, item or row. */
export function sentencesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "heading":
      return [block.text];
    case "text":
      return [plainOf(block.content)];
    case "list":
      return block.items.map(plainOf);
    case "table":
      return [block.head, ...block.rows].map((row) => row.map(plainOf).join(": "));
    case "picture":
      return [block.alt];
  }
}
