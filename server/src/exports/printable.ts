import { FONT_COVERAGE } from "./fonts.ts";

/** Stands for what no font here can show; PDF/UA and PDF/A forbid a glyph that means nothing. */
const UNKNOWN = "\u25a1";

/** Invisible in itself: joins or shapes what stands beside it. */
const SHAPING = /\p{Cf}|\p{Variation_Selector}/gu;
const PLAIN = /^[\t\n\u0020-\u007e\u00a1-\u017f]*$/u;
/** Controls, directions that reach beyond their own text, private use: they mean nothing on paper. */
const NOTHING = /(?![\t\n])\p{Cc}|\p{Co}|[\u00ad\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;

const graphemes = new Intl.Segmenter("nl", { granularity: "grapheme" });

/**
 * The text as the fonts that are brought along can show it: each character in a font that has all of it, in its simplest form
 * when that helps, else as a box. Ends of lines become `\n`.
 */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  const clean = text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, "\n")
    .replace(NOTHING, "")
    .normalize("NFC");
  if (PLAIN.test(clean)) return clean;
  let shown = "";
  for (const { segment } of graphemes.segment(clean)) shown += shownAs(segment);
  return shown;
}

function shownAs(segment: string): string {
  if (segment === "\n" || segment === "\t") return segment;
  const bare = segment.replace(SHAPING, "");
  if (bare === "") return "";
  if (isCovered(segment)) return segment;
  if (isCovered(bare)) return bare;
  const parts = Array.from(bare.normalize("NFKC"));
  const single = parts.filter((part) => isCovered(part) && !/^\p{M}$/u.test(part)).join("");
  return single === "" ? UNKNOWN : single;
}

/** Whether one font alone shows all of it: a font is chosen for the whole character. */
function isCovered(segment: string): boolean {
  const points = Array.from(segment, (part) => part.codePointAt(0) ?? 0);
  return FONT_COVERAGE.some((font) => points.every((point) => font.has(point)));
}

/** The same value with every text in it made printable; keys stay. */
export function printableValue<Value>(value: Value): Value {
  if (typeof value === "string") return printable(value) as Value;
  if (Array.isArray(value)) return value.map(printableValue) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, printableValue(field)]),
  ) as Value;
}
