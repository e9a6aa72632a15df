import { graphemes } from "@planwand/shared/kernel/grapheme.ts";

/** Up to two letters for a name: the first of its first and last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = firstCharacter(words[0]);
  const last = words.length > 1 ? firstCharacter(words.at(-1)) : "";
  return (first + last).toLocaleUpperCase() || "?";
}

function firstCharacter(word: string | undefined): string {
  return word === undefined ? "" : (graphemes(word)[0] ?? "");
}

/** Black or white, whichever reads better on a six-digit hex colour: the contrast is at least 4.5 to 1 on any. */
export function readableOn(color: string): "#000000" | "#ffffff" {
  const light = luminance(color);
  return (light + 0.05) ** 2 > 1.05 * 0.05 ? "#000000" : "#ffffff";
}

/** Relative luminance as WCAG defines it, 0 to 1; 0 for anything that is no six-digit hex colour. */
function luminance(color: string): number {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (hex === null) return 0;
  const [red = 0, green = 0, blue = 0] = hex.slice(1).map((pair) => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
