/** How far the mouse moves before a press is a drag, and how long and how still a finger must rest. */
const MOUSE_SLOP_PX = 6;
const TOUCH_HOLD_MS = 250;
const TOUCH_SLOP_PX = 8;

/** A point in viewport pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a drag does; all calls come from the browser's own event, in its own task. */
export interface DragHooks {
  /** The card that a press on `target` may lift, or null. */
  cardAt(target: Element): HTMLElement | null;
  lift(card: HTMLElement, at: Point): void;
  move(at: Point): void;
  drop(at: Point): void;
  cancel(): void;
}

interface Press {
  readonly card: HTMLElement;
  readonly from: Point;
  readonly listeners: AbortController;
  lifted: boolean;
}

export interface PointerDrag {
  /** Lets go of the card that is being dragged, if any, as Escape does. */
  cancel(): void;
  detach(): void;
}

/**
 * Turns presses of mouse, pen and finger inside `root` into drags. It listens on `root` once, so a card costs nothing, and
 * nothing renders while the pointer moves.
 */
export function attachPointerDrag(root: HTMLElement, hooks: DragHooks): PointerDrag {
  const attached = new AbortController();
  const { signal } = attached;
  let press: Press | null = null;

  const begin = (target: EventTarget | null, from: Point): Press | null => {
    const card = target instanceof Element ? hooks.cardAt(target) : null;
    if (card === null) return null;
    press = { card, from, listeners: new AbortController(), lifted: false };
    return press;
  };
  const end = (outcome: (() => void) | null): void => {
    const ended = press;
    if (ended === null) return;
    press = null;
    ended.listeners.abort();
    if (ended.lifted) (outcome ?? (() => hooks.cancel()))();
  };
  const lift = (): void => {
    if (press === null || press.lifted) return;
    press.lifted = true;
    hooks.lift(press.card, press.from);
  };

  root.addEventListener(
    "pointerdown",
    (event) => {
      if (event.pointerType === "touch" || event.button !== 0 || press !== null) return;
      const started = begin(event.target, pointOf(event));
      if (started !== null) followMouse(started, { lift, end, hooks });
    },
    { signal },
  );
  root.addEventListener(
    "touchstart",
    (event) => {
      const touch = event.touches[0];
      if (press !== null || event.touches.length !== 1 || touch === undefined) return end(null);
      const started = begin(event.target, pointOf(touch));
      if (started !== null) followTouch(started, event.target, { lift, end, hooks });
    },
    { signal, passive: true },
  );
  // Safari only lets a later listener stop scrolling when one that may do so was there before the touch.
  root.addEventListener("touchmove", () => undefined, { signal, passive: false });
  root.addEventListener("dragstart", (event) => event.preventDefault(), { signal });

  return {
    cancel: () => end(null),
    detach() {
      end(null);
      attached.abort();
    },
  };
}

interface Course {
  lift(): void;
  end(outcome: (() => void) | null): void;
  readonly hooks: DragHooks;
}

function followMouse(press: Press, { lift, end, hooks }: Course): void {
  const { signal } = press.listeners;
  const onMove = (event: PointerEvent): void => {
    const at = pointOf(event);
    if (event.buttons === 0) return end(null);
    if (!press.lifted && distance(press.from, at) >= MOUSE_SLOP_PX) lift();
    if (press.lifted) hooks.move(at);
  };
  const onUp = (event: PointerEvent): void => {
    if (press.lifted) swallowClick();
    end(() => hooks.drop(pointOf(event)));
  };
  window.addEventListener("pointermove", onMove, { signal });
  window.addEventListener("pointerup", onUp, { signal });
  window.addEventListener("pointercancel", () => end(null), { signal });
  cancelOnEscape(press, end);
}

function followTouch(press: Press, target: EventTarget | null, { lift, end, hooks }: Course): void {
  const { signal } = press.listeners;
  const hold = setTimeout(() => {
    lift();
    navigator.vibrate?.(10);
  }, TOUCH_HOLD_MS);
  signal.addEventListener("abort", () => clearTimeout(hold));
  const onMove = (event: Event): void => {
    const touch = (event as TouchEvent).touches[0];
    if (touch === undefined) return;
    const at = pointOf(touch);
    if (press.lifted) {
      event.preventDefault();
      hooks.move(at);
    } else if (distance(press.from, at) > TOUCH_SLOP_PX) {
      end(null);
    }
  };
  const onEnd = (event: Event): void => {
    const touch = (event as TouchEvent).changedTouches[0];
    if (press.lifted) event.preventDefault();
    end(touch === undefined ? null : () => hooks.drop(pointOf(touch)));
  };
  // On the touched element itself: that is where all events of this touch go, wherever the finger is.
  target?.addEventListener("touchmove", onMove, { signal, passive: false });
  target?.addEventListener("touchend", onEnd, { signal, passive: false });
  target?.addEventListener("touchcancel", () => end(null), { signal });
  window.addEventListener("contextmenu", (event) => event.preventDefault(), { signal, capture: true });
  cancelOnEscape(press, end);
}

function cancelOnEscape(press: Press, end: Course["end"]): void {
  const { signal } = press.listeners;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !press.lifted) return;
    event.preventDefault();
    event.stopPropagation();
    end(null);
  };
  window.addEventListener("keydown", onKey, { signal, capture: true });
  window.addEventListener("blur", () => end(null), { signal });
}

/** The click that a browser sends after a drag that ends where it began must not open the card. */
function swallowClick(): void {
  const once = new AbortController();
  const onClick = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", onClick, { capture: true, signal: once.signal });
  setTimeout(() => once.abort(), 0);
}

function pointOf(event: { readonly clientX: number; readonly clientY: number }): Point {
  return { x: event.clientX, y: event.clientY };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
