import type { PlanIndex } from "../../plan/plan-index.ts";
import type { Store } from "../../sync/store.ts";
import { dropIndex } from "./drop-target.ts";
import { directionOf, type Lifted, moveLifted, type Spot, type WallShape } from "./keyboard-move.ts";
import type { Speech } from "./speech.ts";
import type { Drag } from "./wall-context.ts";

export interface KeyboardDrag {
  /** Takes a key press in the matrix; true when it was part of lifting, moving or putting down a card. */
  handle(event: KeyboardEvent): boolean;
  /** Puts the lifted card back, as Escape does. */
  cancel(): void;
}

interface Hooks {
  readonly drag: Store<Drag | null>;
  readonly speech: Speech;
  together(id: string): readonly string[];
  lifted(id: string): void;
  dropped(id: string, spot: Spot): void;
  ended(): void;
}

/** Moving a card with the keyboard: nothing is written until it is put down. */
export function createKeyboardDrag(
  index: PlanIndex,
  { drag, speech, together, lifted, dropped, ended }: Hooks,
): KeyboardDrag {
  let held: Lifted | null = null;

  const show = (next: Lifted): void => {
    held = next;
    const others = index.cell(next.target.phase, next.target.domain).filter((id) => id !== next.id);
    const { phase, domain } = next.target;
    drag.set({
      id: next.id,
      ids: together(next.id),
      by: "keyboard",
      target: { phase, domain, before: others[next.target.index] ?? null },
    });
  };
  const end = (): void => {
    held = null;
    drag.set(null);
    ended();
  };
  const cancel = (): void => {
    if (held === null) return;
    const { id } = held;
    end();
    if (index.activity(id) !== null) speech.cancelled(id, spotOf(index, id));
  };
  const lift = (id: string): boolean => {
    const origin = spotOf(index, id) ?? firstSpot(index);
    if (origin === null) return false;
    show({ id, origin, target: origin });
    lifted(id);
    speech.lifted(id, spotOf(index, id));
    return true;
  };
  const drop = ({ id, target: { phase, domain } }: Lifted): void => {
    const before = drag.getSnapshot()?.target?.before ?? null;
    const spot = { phase, domain, index: dropIndex(before, index.cell(phase, domain), id) };
    dropped(id, spot);
    end();
    speech.dropped(together(id), spot);
  };

  return {
    cancel,
    handle(event) {
      if (held === null) {
        const id = event.key === " " ? cardWithFocus(event.target) : null;
        return id !== null && lift(id);
      }
      const direction = directionOf(event.key);
      if (direction !== null) {
        const next = moveLifted(held, direction, shapeOf(index, held.id));
        if (next !== held) {
          show(next);
          speech.moved(next.id, next.target);
        }
        return true;
      }
      if (event.key === " " || event.key === "Enter") drop(held);
      else if (event.key === "Escape" || event.key === "Tab") cancel();
      else return false;
      return event.key !== "Tab";
    },
  };
}

/** The id of the card whose own button has focus, if it may be lifted. */
export function cardWithFocus(target: EventTarget | null): string | null {
  if (!(target instanceof HTMLElement) || target.dataset["stop"]?.startsWith("card:") !== true) return null;
  return target.closest<HTMLElement>("[data-draggable]")?.dataset["cardId"] ?? null;
}

/** Where a card is now, among the others of its cell; null when it is in no cell. */
export function spotOf(index: PlanIndex, id: string): Spot | null {
  const card = index.activity(id);
  if (card === null || !index.isOnWall(card)) return null;
  const [phase, domain] = card.place;
  return { phase, domain, index: index.cell(phase, domain).indexOf(id) };
}

function firstSpot(index: PlanIndex): Spot | null {
  const phase = index.list("phases")[0];
  const domain = index.list("domains")[0];
  return phase === undefined || domain === undefined
    ? null
    : { phase: phase.id, domain: domain.id, index: 0 };
}

function shapeOf(index: PlanIndex, id: string): WallShape {
  return {
    phases: index.list("phases").map((phase) => phase.id),
    domains: index.list("domains").map((domain) => domain.id),
    countOthers: (phase, domain) => index.cell(phase, domain).filter((other) => other !== id).length,
  };
}
