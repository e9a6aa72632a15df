import { useMemo, useRef, useState } from "react";
import type { Line } from "./use-table.ts";

/** The activities that were picked to do something with together. */
export interface Picking {
  readonly count: number;
  /** Those that are still there, in the order of the table. */
  readonly ids: readonly string[];
  has(id: string): boolean;
  isAll(): boolean;
  /** Picks or leaves one; as a range, all from the last one on. */
  toggle(id: string, isRange: boolean): void;
  extend(ids: readonly string[]): void;
  /** Picks all in sight of the table, or none when all are. */
  pickAll(): void;
  none(): void;
}

/** Picking among these lines; what is no longer among them is no longer picked. */
export function usePicking(lines: readonly Line[]): Picking {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const cards = useMemo(() => lines.flatMap(({ kind, key }) => (kind === "card" ? [key] : [])), [lines]);
  const ids = useMemo(() => (picked.size === 0 ? [] : cards.filter((id) => picked.has(id))), [cards, picked]);
  const isAll = (): boolean => ids.length > 0 && ids.length === cards.length;
  return {
    count: ids.length,
    ids,
    has: (id) => picked.has(id),
    isAll,
    toggle(id, isRange) {
      const next = new Set(picked);
      const [from, to] = [cards.indexOf(last.current ?? ""), cards.indexOf(id)];
      if (isRange && from >= 0)
        for (const one of cards.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one);
      else if (!next.delete(id)) next.add(id);
      last.current = id;
      setPicked(next);
    },
    extend(more) {
      last.current = more.at(-1) ?? last.current;
      setPicked(new Set([...picked, ...more]));
    },
    pickAll: () => setPicked(isAll() ? new Set() : new Set(cards)),
    none: () => setPicked(new Set()),
  };
}
