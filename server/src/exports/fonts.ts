import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { coverageOf } from "./font-coverage.ts";

const require = createRequire(import.meta.url);

/**
 * Fonts that are brought along, so that a page looks the same wherever it is made: Inter for what is usual, DejaVu Sans for other
 * scripts, Noto Emoji (in one colour) for pictures.
 */
const FILES = [
  "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  "@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf",
  "@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf",
  "@expo-google-fonts/inter/700Bold_Italic/Inter_700Bold_Italic.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSans-Oblique.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSans-BoldOblique.ttf",
  "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
  "@expo-google-fonts/noto-emoji/700Bold/NotoEmoji_700Bold.ttf",
];

/** The families in the order in which they are tried. */
export const FONT_FAMILIES = ["Inter", "DejaVu Sans", "Noto Emoji"];

export const FONT_BLOBS: readonly Buffer[] = FILES.map((path) => readFileSync(require.resolve(path)));

/** What every style of each family can show. */
export const FONT_COVERAGE: readonly ReadonlySet<number>[] = FONT_FAMILIES.map((family, at) => {
  const [from, to] = [
    [0, 4],
    [4, 8],
    [8, 10],
  ][at] ?? [0, 0];
  const styles = FONT_BLOBS.slice(from, to).map(coverageOf);
  const [first, ...rest] = styles;
  if (first === undefined) throw new Error(`no file for ${family}`);
  return new Set([...first].filter((point) => rest.every((style) => style.has(point))));
});
