/** Frames in which what is looked for may still be drawn: about a second. */
const FRAMES = 60;

/** Gives focus to an element that takes none by itself, such as a row of a list, until focus goes on. */
export function focusOn(element: HTMLElement, options?: FocusOptions): void {
  if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) {
    element.tabIndex = -1;
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  element.focus(options);
}

/** Gives focus to what `find` finds as soon as it is drawn; nothing happens when it does not come. */
export function focusSoon(find: () => HTMLElement | null): void {
  let left = FRAMES;
  const look = (): void => {
    const found = find();
    left -= 1;
    if (found !== null) focusOn(found);
    else if (left > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
