/** Where to bring somebody: the first of `controls` that is there, in that order, or else `around` itself. */
export interface Destination {
  readonly controls: readonly string[];
  /** Shown and focused when it holds nothing that can be changed here. */
  readonly around: string;
  /** Whether one of `controls` is still to come when `around` is there without any. */
  readonly waitsForControl: boolean;
}

/** In how many frames in a row it must have kept the focus: a panel that opens takes it for itself first. */
const STEADY_FRAMES = 12;
/** After how many frames what does not come is given up. */
const LAST_FRAME = 1_200;

let stop: (() => void) | null = null;

/** Brings the focus to a place on a page that may still have to be drawn. Whatever the person does meanwhile goes before it. */
export function reach(destination: Destination): void {
  stop?.();
  const ended = new AbortController();
  const { signal } = ended;
  stop = () => ended.abort();
  // The key or press that asked for this is not yet over.
  setTimeout(() => {
    for (const act of ["pointerdown", "keydown", "wheel"])
      window.addEventListener(act, () => ended.abort(), { signal, capture: true, passive: true });
  });
  let steady = 0;
  let frames = 0;
  const look = (): void => {
    if (signal.aborted || ++frames > LAST_FRAME) return ended.abort();
    const target = find(destination);
    if (target !== null && document.activeElement === target) steady++;
    else if (target !== null) {
      steady = 0;
      showInScroller(target);
      target.focus({ preventScroll: true });
    }
    if (steady >= STEADY_FRAMES) ended.abort();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Scrolls the nearest box around `element` that scrolls until it is in its middle; the page itself never moves. */
export function showInScroller(element: HTMLElement): void {
  let box = element.parentElement;
  while (box !== null && !/auto|scroll/u.test(getComputedStyle(box).overflowY)) box = box.parentElement;
  if (box === null) return;
  const [inner, outer] = [element.getBoundingClientRect(), box.getBoundingClientRect()];
  box.scrollTop += inner.top + inner.height / 2 - (outer.top + outer.height / 2);
  box.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
}

function find({ controls, around, waitsForControl }: Destination): HTMLElement | null {
  const place = document.querySelector<HTMLElement>(around);
  if (place === null) return null;
  for (const control of controls) {
    const found = place.matches(control) ? place : place.querySelector<HTMLElement>(control);
    if (found !== null) return found;
  }
  if (waitsForControl) return null;
  if (place.tabIndex < 0) place.tabIndex = -1;
  return place;
}
