import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { marked, type Token, type Tokens } from "marked";
import type { Plugin } from "vite";
import {
  type Block,
  type HandbookPage,
  type Inline,
  type Inlines,
  plainOf,
} from "../src/features/help/handbook-page.ts";

const HANDBOOK = join(import.meta.dirname, "../../docs/handleiding");
const ID = /^virtual:handbook\/(?<language>nl|en)$/u;
const PAGE_LINK = /^(?<page>[a-z]+)\.md$/u;

/** Gives the pages of `docs/handleiding` to the client as data, so that nobody reads Markdown in a browser. */
export function handbook(): Plugin {
  return {
    name: "planwand-handbook",
    resolveId: (id) => (ID.test(id) ? `\0${id}` : null),
    load(id) {
      const language = ID.exec(id.replace(/^\0/u, ""))?.groups?.["language"];
      if (language === undefined) return null;
      const folder = join(HANDBOOK, language);
      const pictures: string[] = [];
      const pages = readdirSync(folder)
        .filter((name) => name.endsWith(".md"))
        .toSorted()
        .map((name) => {
          const path = join(folder, name);
          this.addWatchFile(path);
          return readPage(path, pictures);
        });
      const imports = pictures.map((path, at) => `import p${at} from ${JSON.stringify(`${path}?url`)};`);
      const sources = `[${pictures.map((_, at) => `p${at}`).join(", ")}]`;
      return [
        ...imports,
        `const sources = ${sources};`,
        `const withSource = (block) => (block.kind === "picture" ? { ...block, source: sources[block.source] } : block);`,
        `export const pages = ${JSON.stringify(pages)}.map((page) => ({ ...page, blocks: page.blocks.map(withSource) }));`,
      ].join("\n");
    },
  };
}

/**
 * A page of the handbook from its Markdown; of a picture its place in `pictures`, to which its path is added.
 * @throws Error that names the file when it holds what a page cannot show
 */
function readPage(path: string, pictures: string[]): HandbookPage {
  const refuse = (what: string): never => {
    throw new Error(`${path}: a page of the handbook cannot show ${what}`);
  };

  function inlineOf(token: Token): Inline {
    if (token.type === "text" || token.type === "escape") return { kind: "text", text: token.text };
    if (token.type === "em") return { kind: "label", text: textOf(token.tokens) };
    if (token.type === "strong") {
      const [only] = token.tokens ?? [];
      return { kind: only?.type === "em" ? "label" : "strong", text: textOf(token.tokens) };
    }
    if (token.type === "codespan") return { kind: "code", text: token.text };
    if (token.type === "link") {
      const page = PAGE_LINK.exec(token.href)?.groups?.["page"];
      if (page !== undefined) return { kind: "link", text: textOf(token.tokens), page };
    }
    return refuse(`“${token.raw}”`);
  }
  const inlinesOf = (tokens: readonly Token[] | undefined): Inlines =>
    (tokens ?? []).flatMap((token) =>
      token.type === "text" && "tokens" in token ? inlinesOf(token.tokens) : [inlineOf(token)],
    );
  const textOf = (tokens: readonly Token[] | undefined): string => plainOf(inlinesOf(tokens));

  function pictureOf({ href, text }: Tokens.Image): Block {
    pictures.push(join(path, "..", href));
    return { kind: "picture", source: String(pictures.length - 1), alt: text };
  }
  function blockOf(token: Token): Block {
    if (token.type === "heading") return { kind: "heading", text: textOf(token.tokens) };
    if (token.type === "paragraph") {
      const { tokens } = token as Tokens.Paragraph;
      const [first] = tokens;
      return first?.type === "image"
        ? pictureOf(first as Tokens.Image)
        : { kind: "text", content: inlinesOf(tokens) };
    }
    if (token.type === "list") {
      const { ordered, items } = token as Tokens.List;
      return { kind: "list", isNumbered: ordered, items: items.map((item) => inlinesOf(item.tokens)) };
    }
    if (token.type === "table") {
      const { header, rows } = token as Tokens.Table;
      const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => inlinesOf(cell.tokens));
      return { kind: "table", head: cells(header), rows: rows.map(cells) };
    }
    return refuse(`a block of the kind “${token.type}”`);
  }

  const blocks = marked
    .lexer(readFileSync(path, "utf8"))
    .filter(({ type }) => type !== "space")
    .map(blockOf);
  const [title, intro, ...rest] = blocks;
  if (title?.kind !== "heading" || intro?.kind !== "text") return refuse("no title and first sentence");
  return { name: basename(path, ".md"), title: title.text, intro: intro.content, blocks: rest };
}
