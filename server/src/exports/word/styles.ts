import { AlignmentType, type IPropertiesOptions, LevelFormat, LineRuleType } from "docx";
import type { Language } from "@planwand/shared/plan/schema.ts";

/** The colours of a document: those of the product on white paper. */
export const COLORS = {
  accent: "0A524F",
  ink: "25211B",
  soft: "5F584C",
  line: "CDC5B5",
  shade: "EEF4F3",
  link: "2A5F97",
} as const;

/** A font that Word has everywhere, and that others replace by one of the same width. */
const FONT = "Calibri";

export const BULLETS = "bullets";
/** Numbered lists: each a list of its own, so that each begins at 1. */
export const NUMBERS = "numbers";

/** Of a list within a list, as on screen: 1, a, i. */
const NUMBER_FORMATS = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN] as const;

const DEPTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** How headings, text and lists look. Real styles, so that they can be changed in one place, and headings can be walked. */
export function looks(language: Language): Pick<IPropertiesOptions, "styles" | "numbering"> {
  const heading = (size: number, before: number, after: number) => ({
    run: { font: FONT, size, bold: true, color: COLORS.accent },
    paragraph: { spacing: { before, after }, keepNext: true },
  });
  return {
    styles: {
      default: {
        document: {
          run: {
            font: FONT,
            size: 21,
            color: COLORS.ink,
            language: { value: language === "nl" ? "nl-NL" : "en-GB" },
          },
          paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
        },
        title: {
          run: { font: FONT, size: 56, bold: true, color: COLORS.ink },
          paragraph: { spacing: { after: 240 } },
        },
        heading1: heading(34, 360, 180),
        heading2: heading(26, 280, 120),
        heading3: heading(22, 200, 80),
      },
      paragraphStyles: [
        {
          id: "Subtitle",
          name: "Subtitle",
          basedOn: "Normal",
          next: "Normal",
          run: { size: 26, bold: true, color: COLORS.accent },
          paragraph: { spacing: { before: 3000, after: 120 } },
        },
        { id: "Lead", name: "Lead", basedOn: "Normal", run: { size: 25 } },
        { id: "Note", name: "Note", basedOn: "Normal", run: { color: COLORS.soft } },
        {
          id: "Cell",
          name: "Cell",
          basedOn: "Normal",
          run: { size: 17 },
          paragraph: { spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO } },
        },
        { id: "Footer", name: "footer", basedOn: "Normal", run: { size: 16, color: COLORS.soft } },
      ],
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: DEPTHS.map((level) => levelOf(level, LevelFormat.BULLET, level % 2 === 0 ? "•" : "–")),
        },
        {
          reference: NUMBERS,
          levels: DEPTHS.map((level) =>
            levelOf(level, NUMBER_FORMATS[level % 3] ?? LevelFormat.DECIMAL, `%${level + 1}.`),
          ),
        },
      ],
    },
  };
}

function levelOf(
  level: number,
  format: (typeof LevelFormat)["BULLET" | "DECIMAL" | "LOWER_LETTER" | "LOWER_ROMAN"],
  text: string,
) {
  return {
    level,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 260 * (level + 1), hanging: 220 } } },
  };
}
