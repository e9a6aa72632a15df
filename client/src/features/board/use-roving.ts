import { type RefObject, useEffect, useMemo, useRef } from "react";
import type { Store } from "../../sync/store.ts";
import { attachRoving, type Roving } from "./roving.ts";
import type { Drag } from "./wall-context.ts";

/** Moves focus over the wall by keys, listening on `root` as a whole; while a card is lifted the keys are the card's. */
export function useRoving(
  root: RefObject<HTMLElement | null>,
  drag: Store<Drag | null>,
): { ensureTabStop(): void; focusCard(id: string): void } {
  const roving = useRef<Roving>(null);

  useEffect(() => {
    const { current: wall } = root;
    if (wall === null) return undefined;
    const attached = attachRoving(wall);
    roving.current = attached;
    attached.ensure();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (drag.getSnapshot() === null && attached.navigate(event)) event.preventDefault();
    };
    wall.addEventListener("keydown", onKeyDown);
    return () => {
      wall.removeEventListener("keydown", onKeyDown);
      attached.detach();
    };
  }, [root, drag]);

  return useMemo(
    () => ({
      ensureTabStop: () => roving.current?.ensure(),
      focusCard: (id) => roving.current?.focus(`card:${id}`),
    }),
    [],
  );
}
