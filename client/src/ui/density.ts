import { useSyncExternalStore } from "react";
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

let shown: Density = "normal";
const listeners = new Set<() => void>();

/** Shows the wall in `density`. */
export function applyDensity(density: Density): void {
  shown = density;
  document.documentElement.dataset["density"] = density;
  for (const listener of listeners) listener();
}

/** The density that the wall is shown in now. */
export function shownDensity(): Density {
  return shown;
}

/** The density that the wall is shown in. Most of it is done by style sheets, so few components need to know. */
export function useDensity(): Density {
  return useSyncExternalStore(subscribe, shownDensity);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Shows the wall in `density` and remembers it for this plan on this device. */
export function chooseDensity(planId: string, density: Density): void {
  applyDensity(density);
  keep(keyOf(planId), density === "normal" ? null : density);
}
