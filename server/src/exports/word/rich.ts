import { ExternalHyperlink, Paragraph, type ParagraphChild, TextRun } from "docx";
import type { Content, ContentBlock, Run } from "@planwand/shared/report/blocks.ts";
import { BULLETS, COLORS, NUMBERS } from "./styles.ts";
import { xmlText } from "./xml-text.ts";

/** Writes content as paragraphs of a style. Counts the numbered lists of one document, so that each begins at 1. */
export class RichWriter {
  #lists = 0;

  paragraphs(content: Content, style?: string): Paragraph[] {
    return content.flatMap((block) => this.#block(block, style, -1));
  }

  #block(block: ContentBlock, style: string | undefined, depth: number): Paragraph[] {
    const named = style === undefined ? {} : { style };
    if (block.type === "paragraph") return [new Paragraph({ ...named, children: runsOf(block.runs) })];
    const level = Math.min(depth + 1, 8);
    const numbering =
      block.type === "bulletList"
        ? { reference: BULLETS, level }
        : { reference: NUMBERS, level, instance: ++this.#lists };
    return block.items.flatMap((item) => {
      const [first, ...rest] = item;
      const runs = first?.type === "paragraph" ? first.runs : [];
      const others = first?.type === "paragraph" || first === undefined ? rest : item;
      return [
        new Paragraph({ ...named, numbering, children: runsOf(runs) }),
        ...others.flatMap((one) => this.#block(one, style, level)),
      ];
    });
  }
}

/** Runs with their marks; an end of line within one is a line break. */
export function runsOf(runs: readonly Run[]): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    const lines = xmlText(run.text).split(/\r\n|\r|\n/u);
    const texts = lines.map(
      (text, index) =>
        new TextRun({
          text,
          ...(index === 0 ? {} : { break: 1 }),
          ...(run.bold === true ? { bold: true } : {}),
          ...(run.italic === true ? { italics: true } : {}),
          ...(run.struck === true ? { strike: true } : {}),
          ...(run.link === undefined ? {} : { color: COLORS.link, underline: {} }),
        }),
    );
    return run.link === undefined
      ? texts
      : [new ExternalHyperlink({ link: xmlText(run.link), children: texts })];
  });
}
