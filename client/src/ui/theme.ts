import { keep, kept } from "./kept.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const THEME_KEY = "planwand:theme";

/** The appearance chosen on this device; `system` follows the device. */
export function chosenTheme(): Theme {
  const stored = kept(THEME_KEY);
  return THEMES.find((theme) => theme === stored) ?? "system";
}

/** Shows the page in `theme`. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

/** Shows the page in `theme` and remembers it on this device. */
export function chooseTheme(theme: Theme): void {
  applyTheme(theme);
  keep(THEME_KEY, theme);
}
