import { createStore, type ReadableStore } from "../../sync/store.ts";
import { keep, kept } from "../../ui/kept.ts";

/** Which phases and domains are folded to a band: remembered for this plan on this device, and nobody else's. */
export interface Folds {
  readonly folded: ReadableStore<ReadonlySet<string>>;
  toggle(id: string): void;
  /** Opens these while a drag stays on them, and closes what it opened before. */
  peek(ids: readonly string[]): void;
  /** Leaves open what a drag opened. */
  stay(): void;
}

export function createFolds(planId: string): Folds {
  const key = `planwand:folded:${planId}`;
  let chosen: ReadonlySet<string> = new Set(kept(key)?.split(" "));
  let peeked: readonly string[] = [];
  const folded = createStore(chosen);
  const show = (): void => {
    if (peeked.length === 0) folded.set(chosen);
    else folded.set(new Set([...chosen].filter((id) => !peeked.includes(id))));
  };
  const choose = (ids: ReadonlySet<string>): void => {
    chosen = ids;
    keep(key, ids.size === 0 ? null : [...ids].join(" "));
    show();
  };
  return {
    folded,
    toggle: (id) => choose(toggled(chosen, id)),
    peek(ids) {
      const next = ids.filter((id) => chosen.has(id));
      if (next.join() === peeked.join()) return;
      peeked = next;
      show();
    },
    stay() {
      const open = peeked;
      peeked = [];
      choose(new Set([...chosen].filter((id) => !open.includes(id))));
    },
  };
}

/** The set with `id` in it if it was not, and without it if it was. */
export function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
