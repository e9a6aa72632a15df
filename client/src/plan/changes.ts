import type { Change } from "@planwand/shared/diff/changes.ts";
import { useCallback, useEffect, useState } from "react";
import { fetchChanges } from "../sync/changes.ts";

/** What happened to a plan, as far as it was fetched, newest first. */
export interface KnownChanges {
  readonly state: "loading" | "more" | "whole" | "away";
  readonly changes: readonly Change[];
  readonly people: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  readonly first: { readonly seq: number; readonly at: number } | null;
}

const NOTHING: KnownChanges = {
  state: "loading",
  changes: [],
  people: new Map(),
  names: new Map(),
  first: null,
};

/** What happened to a plan, or to one entry of it: the newest first, and the rest page after page behind it. */
export function useChanges(
  planId: string,
  entry: string | null,
): { readonly known: KnownChanges; readonly reload: () => void } {
  const [known, setKnown] = useState(NOTHING);
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    let isOver = false;
    async function load(): Promise<void> {
      let so: KnownChanges = NOTHING;
      let before: number | null = null;
      for (;;) {
        const answer = await fetchChanges(planId, { before, entry });
        if (isOver) return;
        if (!answer.ok) return setKnown({ ...so, state: "away" });
        const { changes, people, names, next, first } = answer.value;
        so = {
          state: next === null ? "whole" : "more",
          changes: [...so.changes, ...changes],
          people: new Map([...people, ...so.people]),
          names: new Map([...names, ...so.names]),
          first,
        };
        setKnown(so);
        if (next === null) return;
        before = next;
      }
    }
    void load();
    return () => {
      isOver = true;
    };
  }, [planId, entry, round]);
  return { known, reload };
}
