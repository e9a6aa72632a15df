import { type RefObject, useEffect } from "react";
import type { Store } from "../../sync/store.ts";
import { attachRoving, type Roving } from "./roving.ts";
import type { Drag } from "./wall-context.ts";

/**
 * Moves focus over the wall by keys, listening on `root` as a whole; while a card is lifted the keys are the card's. It hands its
 * `roving` to the wall and draws nothing; it is fetched apart, since a wall can be seen before it has a tab stop.
 */
export function RovingFocus({
  root,
  drag,
  rovingRef,
}: {
  readonly root: RefObject<HTMLElement | null>;
  readonly drag: Store<Drag | null>;
  readonly rovingRef: RefObject<Roving | null>;
}): null {
  useEffect(() => {
    const { current: wall } = root;
    if (wall === null) return undefined;
    const attached = attachRoving(wall);
    rovingRef.current = attached;
    attached.ensure();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (drag.getSnapshot() === null && attached.navigate(event)) event.preventDefault();
    };
    wall.addEventListener("keydown", onKeyDown);
    return () => {
      wall.removeEventListener("keydown", onKeyDown);
      attached.detach();
      rovingRef.current = null;
    };
  }, [root, drag, rovingRef]);
  return null;
}
