import type { Point } from "../../ui/pointer-drag.ts";
import styles from "./card.module.css";

const RETURN_MS = 180;

/** The picture of a card under the pointer. */
export interface Overlay {
  moveTo(at: Point): void;
  /** Takes the picture away, after letting it glide back to where it was lifted when `back` is true. */
  remove(back: boolean): void;
}

/**
 * Lifts a picture of `card`, held where it was grabbed; `count` is how many cards move with it. It is a copy in the page and not a
 * component: it follows the pointer without any rendering, and nothing that others do to the wall can make it jump.
 */
export function liftOverlay(card: HTMLElement, grab: Point, count: number): Overlay {
  const from = card.getBoundingClientRect();
  const offset = { x: grab.x - from.left, y: grab.y - from.top };
  const picture = card.cloneNode(true) as HTMLElement;
  for (const element of [picture, ...picture.querySelectorAll("*")]) {
    for (const name of ["id", "data-testid", "data-card-id", "data-stop", "tabindex", "aria-describedby"]) {
      element.removeAttribute(name);
    }
  }
  const holder = document.createElement("div");
  holder.className = styles.overlay ?? "";
  holder.ariaHidden = "true";
  holder.inert = true;
  holder.dataset["dragPicture"] = "";
  Object.assign(holder.style, {
    width: `${from.width}px`,
    height: `${from.height}px`,
    transformOrigin: `${offset.x}px ${offset.y}px`,
  });
  holder.append(picture);
  if (count > 1) {
    const badge = document.createElement("span");
    badge.className = styles.together ?? "";
    badge.textContent = String(count);
    holder.append(badge);
  }
  const moveTo = (at: Point): void => {
    holder.style.translate = `${at.x - offset.x}px ${at.y - offset.y}px`;
  };
  moveTo(grab);
  document.body.append(holder);
  return {
    moveTo,
    remove(back) {
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      if (!back || still) return holder.remove();
      const home = { translate: `${from.left}px ${from.top}px`, rotate: "0deg" };
      const gliding = holder.animate([{}, home], { duration: RETURN_MS, easing: "ease-out" });
      gliding.addEventListener("finish", () => holder.remove());
      gliding.addEventListener("cancel", () => holder.remove());
    },
  };
}
