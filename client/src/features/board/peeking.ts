import type { DropTarget } from "./drop-target.ts";
import type { Folds } from "./folds.ts";

/** How long a drag stays above a band before it opens, in milliseconds. */
const PAUSE_MS = 600;

/** Opens what is folded while a card is held above it. */
export interface Peeking {
  aim(target: DropTarget | null): void;
  /** The card is put down: what was opened for it stays open. */
  stay(): void;
  /** The drag is over: whatever is still open for it closes. */
  end(): void;
}

export function createPeeking(folds: Folds): Peeking {
  let place = "";
  let opened: readonly string[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  const wait = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const open = (ids: readonly string[]): void => {
    opened = ids;
    folds.peek(ids);
  };
  return {
    aim(target) {
      const next = target === null ? "" : `${target.phase} ${target.domain}`;
      if (next === place) return;
      place = next;
      wait();
      const here = target === null ? [] : [target.phase, target.domain];
      open(opened.filter((id) => here.includes(id)));
      if (target !== null) timer = setTimeout(() => open(here), PAUSE_MS);
    },
    stay: folds.stay,
    end() {
      wait();
      place = "";
      open([]);
    },
  };
}
