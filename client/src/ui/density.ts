import { keep, kept } from "./kept.ts";

/** How much of a card is shown: a line, what is needed, or large type for a beamer. */
export const DENSITIES = ["compact", "normal", "roomy"] as const;
export type Density = (typeof DENSITIES)[number];

const keyOf = (planId: string): string => `planwand:density:${planId}`;

/** The density chosen for this plan on this device. */
export function chosenDensity(planId: string): Density {
  const stored = kept(keyOf(planId));
  return DENSITIES.find((density) => density === stored) ?? "normal";
}

/** Shows the wall in `density`: style sheets do it, so that no card renders again. */
export function applyDensity(density: Density): void {
  document.documentElement.dataset["density"] = density;
}

/** Shows the wall in `density` and remembers it for this plan on this device. */
export function chooseDensity(planId: string, density: Density): void {
  applyDensity(density);
  keep(keyOf(planId), density === "normal" ? null : density);
}
