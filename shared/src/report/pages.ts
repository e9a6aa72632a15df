import type { Block, Content, Section } from "./blocks.ts";

/** Sections that follow on each other on pages of the same form. */
export interface PageGroup {
  readonly landscape: boolean;
  readonly sections: readonly Section[];
}

/** Puts sections of the same orientation together, in their order. */
export function pagesOf(sections: readonly Section[]): readonly PageGroup[] {
  const groups: { readonly landscape: boolean; readonly sections: Section[] }[] = [];
  for (const section of sections) {
    const landscape = section.orientation === "landscape";
    const last = groups.at(-1);
    if (last?.landscape === landscape) last.sections.push(section);
    else groups.push({ landscape, sections: [section] });
  }
  return groups;
}

/** Letters on a line as wide as a page on its side, and lines of which a page surely has room, in the type of tables. */
const LINE_LETTERS = 170;
const PAGE_LINES = 28;

/** For each row of a table whether it surely fits on one page, so that it need not be split. */
export function wholeRows({ columns, rows }: Extract<Block, { readonly type: "table" }>): readonly boolean[] {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0);
  return rows.map(
    (row) =>
      row.kind === "band" ||
      row.cells.every((content, at) => {
        const letters = Math.max(4, (LINE_LETTERS * (columns[at]?.weight ?? 1)) / total);
        return linesOf(content, letters) <= PAGE_LINES;
      }),
  );
}

/** How many lines of so many letters a text takes, about. */
export function linesOf(blocks: Content, letters: number): number {
  return blocks.reduce((sum, block) => {
    if (block.type !== "paragraph")
      return sum + block.items.reduce((all, item) => all + linesOf(item, letters * 0.8), 0);
    const lines = block.runs
      .map(({ text }) => text)
      .join("")
      .split("\n");
    return sum + lines.reduce((all, line) => all + Math.max(1, Math.ceil(line.length / letters)), 0);
  }, 0);
}
