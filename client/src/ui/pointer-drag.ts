import {
  MouseSensor,
  type SensorContext,
  type SensorInstance,
  type SensorProps,
  TouchSensor,
} from "@dnd-kit/core";

/** How far the mouse moves before a press is a drag, and how long and how still a finger must rest. */
const MOUSE = { activationConstraint: { distance: 6 } };
const TOUCH = { activationConstraint: { delay: 250, tolerance: 8 } };
/** Only the library's keyboard sensor reads the context of a drag; the sensors for mouse and finger need none. */
const NO_CONTEXT = { current: {} as SensorContext };

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

type Sensed = Omit<SensorProps<object>, "options">;

interface Press {
  readonly listeners: AbortController;
  at: Point;
  lifted: boolean;
}

export interface PointerDrag {
  /** Lets go of the card that is being dragged, if any, as Escape does. */
  cancel(): void;
  detach(): void;
}

/**
 * Turns presses of mouse, pen and finger inside `root` into drags, with the sensors of dnd-kit. It listens on `root` once, so a
 * card costs nothing, and nothing renders while the pointer moves.
 */
export function attachPointerDrag(root: HTMLElement, hooks: DragHooks): PointerDrag {
  const attached = new AbortController();
  const { signal } = attached;
  const teardown = TouchSensor.setup();
  let press: Press | null = null;

  const end = (outcome: "drop" | "cancel"): void => {
    const ended = press;
    if (ended === null) return;
    press = null;
    ended.listeners.abort();
    if (!ended.lifted) return;
    if (outcome === "drop") hooks.drop(ended.at);
    else hooks.cancel();
  };
  const cancel = (): void => end("cancel");

  /** Has a new sensor follow one press. It may still call after `end`: that press is then no longer ours. */
  const begin = (event: Event, from: Point, follow: (sensed: Sensed) => SensorInstance): void => {
    const card = event.target instanceof Element ? hooks.cardAt(event.target) : null;
    if (card === null) return;
    const begun: Press = { listeners: new AbortController(), at: from, lifted: false };
    const ifOurs = (then: () => void) => () => {
      if (press === begun) then();
    };
    press = begun;
    watchEnd(begun, cancel);
    const id = card.dataset["cardId"] ?? "";
    const node = { current: card };
    follow({
      event,
      active: id,
      activeNode: { id, key: id, node, activatorNode: node, data: { current: {} } },
      context: NO_CONTEXT,
      onPending: () => undefined,
      onAbort: ifOurs(cancel),
      onStart: ifOurs(() => {
        begun.lifted = true;
        hooks.lift(card, from);
      }),
      onMove: (at) => ifOurs(() => hooks.move(at))(),
      onEnd: ifOurs(() => end("drop")),
      onCancel: ifOurs(cancel),
    });
  };

  root.addEventListener(
    "mousedown",
    (event) => {
      cancel();
      if (event.button !== 0) return;
      begin(event, pointOf(event), (sensed) => new MouseSensor({ ...sensed, options: MOUSE }));
    },
    { signal },
  );
  root.addEventListener(
    "touchstart",
    (event) => {
      cancel();
      const [touch] = event.touches;
      if (touch === undefined || event.touches.length > 1) return;
      begin(event, pointOf(touch), (sensed) => new TouchSensor({ ...sensed, options: TOUCH }));
    },
    { signal, passive: true },
  );
  root.addEventListener("dragstart", (event) => event.preventDefault(), { signal });

  return {
    cancel,
    detach() {
      cancel();
      teardown();
      attached.abort();
    },
  };
}

/** Notes where the press is let go, which the sensors do not tell, and lets go at Escape without anything else hearing it. */
function watchEnd(press: Press, cancel: () => void): void {
  const { signal } = press.listeners;
  const options = { signal, capture: true };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !press.lifted) return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };
  window.addEventListener("keydown", onKey, options);
  window.addEventListener("blur", cancel, { signal });
  window.addEventListener(
    "mouseup",
    (event) => {
      press.at = pointOf(event);
      if (press.lifted) swallowClick();
    },
    options,
  );
  window.addEventListener(
    "touchend",
    ({ changedTouches: [touch] }) => {
      if (touch !== undefined) press.at = pointOf(touch);
    },
    options,
  );
}

/** Keeps the click after a drag from opening the card; the sensor lets it through when the last drag ended just before. */
function swallowClick(): void {
  const once = new AbortController();
  window.addEventListener("click", (event) => event.stopPropagation(), {
    capture: true,
    signal: once.signal,
  });
  setTimeout(() => once.abort(), 0);
}

function pointOf(event: { readonly clientX: number; readonly clientY: number }): Point {
  return { x: event.clientX, y: event.clientY };
}
