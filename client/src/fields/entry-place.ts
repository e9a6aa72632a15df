/** Where an entry of the plan stands on the page, by the attribute that names it there. */
const ATTRIBUTES = ["card-id", "decision", "open-moment", "entry"] as const;

/** The element that shows an entry, a step, a link or an option; null when it is not on the page. */
export function elementOf(id: string): HTMLElement | null {
  const name = CSS.escape(id);
  for (const attribute of ATTRIBUTES) {
    const found = document.querySelector<HTMLElement>(`[data-${attribute}="${name}"]`);
    // A card is reached by its own stop within the wall.
    if (found !== null) return found.querySelector<HTMLElement>("[data-stop]") ?? found;
  }
  return null;
}
