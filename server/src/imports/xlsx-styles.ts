import { readXml } from "./read-xml.ts";
import { colourOf } from "./table-builder.ts";

/** How a cell of that style looks. */
export interface CellStyle {
  /** What a number in it is. */
  readonly shows: "plain" | "date" | "percent";
  /** With what it is filled; null for nothing, and for white. */
  readonly colour: string | null;
  readonly isStruck: boolean;
  /** By how many steps its text stands further in. */
  readonly indent: number;
}

/** Numbers of the built-in formats (ECMA-376 part 1, 18.8.30) that show a day. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
const isBuiltInPercent = (id: number): boolean => id === 9 || id === 10;

/** Excel takes no more. */
const MAX_INDENT = 250;

/** The styles of a workbook, by their number. */
export function readStyles(part: Buffer | undefined): readonly CellStyle[] {
  const styles: (CellStyle & { indent: number })[] = [];
  if (part === undefined) return styles;
  const formats = new Map<number, string>();
  const fills: (string | null)[] = [];
  const fonts: { isStruck: boolean }[] = [];
  let isFilled = false;
  let isInCellFormats = false;
  readXml(part, {
    opened(tag, attribute) {
      const id = Number(attribute("numFmtId") ?? 0);
      if (tag === "numFmt") formats.set(id, attribute("formatCode") ?? "");
      if (tag === "font") fonts.push({ isStruck: false });
      const font = fonts.at(-1);
      if (tag === "strike" && font !== undefined) font.isStruck = attribute("val") !== "0";
      if (tag === "fill") fills.push(null);
      if (tag === "patternFill") isFilled = !["none", undefined].includes(attribute("patternType"));
      if (tag === "fgColor" && isFilled && fills.length > 0) fills[fills.length - 1] = fillOf(attribute);
      if (tag === "cellXfs") isInCellFormats = true;
      if (tag === "xf" && isInCellFormats)
        styles.push({
          shows: shownBy(id, formats.get(id)),
          colour: fills[Number(attribute("fillId") ?? 0)] ?? null,
          isStruck: fonts[Number(attribute("fontId") ?? 0)]?.isStruck ?? false,
          indent: 0,
        });
      const last = styles.at(-1);
      if (tag === "alignment" && isInCellFormats && last !== undefined)
        last.indent = Math.min(Number(attribute("indent") ?? 0) || 0, MAX_INDENT);
    },
    closed(tag) {
      if (tag === "patternFill") isFilled = false;
      if (tag === "cellXfs") isInCellFormats = false;
    },
  });
  return styles;
}

/** A colour said by its digits, or by its place in the theme or in the old list of colours. */
function fillOf(attribute: (name: string) => string | undefined): string | null {
  const [theme, indexed] = [attribute("theme"), attribute("indexed")];
  // The first of a theme is the paper, and so is one of the list.
  if (theme !== undefined) return theme === "0" ? null : `theme ${theme} ${attribute("tint") ?? ""}`;
  if (indexed !== undefined) return ["1", "9", "64", "65"].includes(indexed) ? null : `indexed ${indexed}`;
  return colourOf(attribute("rgb"));
}

function shownBy(id: number, format: string | undefined): CellStyle["shows"] {
  if (format === undefined) return isBuiltInDate(id) ? "date" : isBuiltInPercent(id) ? "percent" : "plain";
  const bare = bareFormat(format.slice(0, FORMAT_MAX_LENGTH));
  if (/[dy]/i.test(bare)) return "date";
  return bare.includes("%") ? "percent" : "plain";
}

/** The most characters that a format has (ECMA-376 part 1, 18.8.31; Excel takes no more). */
const FORMAT_MAX_LENGTH = 255;
const CLOSING: Readonly<Record<string, string>> = { '"': '"', "[": "]" };

/** A format without what stands between quotes or brackets, or behind a stroke: that is shown and means nothing. */
function bareFormat(format: string): string {
  let bare = "";
  for (let at = 0; at < format.length; at++) {
    const character = format.charAt(at);
    const closing = CLOSING[character];
    const end = closing === undefined ? -1 : format.indexOf(closing, at + 1);
    if (character === "\\") at++;
    else if (end !== -1) at = end;
    else bare += character;
  }
  return bare;
}
