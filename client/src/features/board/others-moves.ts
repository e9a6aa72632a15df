import styles from "./card.module.css";

const MOVE_MS = 250;
const FADE_MS = 1_400;
/** With this many moves in a second nobody could follow them any more. */
const TOO_MANY = 10;
const SECOND_MS = 1_000;

/** Shows a card that another moved on its way, in that person's colour. */
export interface OthersMoves {
  /** Call when the card is still where it was; it glides once it is drawn where it is now. `color` is any CSS colour. */
  show(id: string, color: string): void;
}

/** `now` is a clock in milliseconds. */
export function createOthersMoves(wall: HTMLElement, now: () => number): OthersMoves {
  let recent: number[] = [];
  const find = (id: string): HTMLElement | null =>
    wall.querySelector(`[data-testid=card][data-card-id="${CSS.escape(id)}"]:not([data-dragged])`);

  const glide = (id: string, from: DOMRect, color: string): void => {
    const card = find(id);
    if (card === null) return;
    const to = card.getBoundingClientRect();
    card.classList.add(styles.byOther ?? "");
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (!still) {
      const start = { translate: `${from.left - to.left}px ${from.top - to.top}px` };
      card.animate([start, { translate: "0px 0px" }], { duration: MOVE_MS, easing: "ease-out", id: "glide" });
    }
    const ring = { outlineColor: color };
    const fading = card.animate([ring, ring, { outlineColor: "transparent" }], {
      duration: FADE_MS,
      id: "fade",
    });
    const clear = (): void => card.classList.remove(styles.byOther ?? "");
    fading.addEventListener("finish", clear);
    fading.addEventListener("cancel", clear);
  };

  return {
    show(id, color) {
      const at = now();
      recent = [...recent.filter((earlier) => at - earlier < SECOND_MS), at];
      const from = find(id)?.getBoundingClientRect();
      if (from === undefined || recent.length >= TOO_MANY) return;
      requestAnimationFrame(() => {
        // More may have come in the same moment.
        if (recent.length < TOO_MANY) glide(id, from, color);
      });
    },
  };
}
