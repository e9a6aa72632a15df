import { useCallback, useEffect, useMemo } from "react";
import { useLocation, useSearch } from "wouter";
import { type Filter, filterOf, NO_FILTER } from "../../plan/filter.ts";
import { filterFrom, withFilter } from "../../plan/filter-address.ts";
import { followFilter } from "../../plan/find-cards.ts";
import { usePlanIndex } from "../../plan/hooks.ts";
import { missingOf } from "../../plan/missing.ts";
import { days } from "../../plan/today.ts";
import { usePlanSession } from "../../sync/session.tsx";

/** Marks a history entry that was made by typing, so that a word is one step back and not one for each letter. */
const BY_TYPING = "filter-typing";

/**
 * The filter in the address, which is the only place where it is kept: whoever opens the address sees the same, and Back undoes the
 * last choice. While this is on screen every view of this plan shows what the filter finds.
 */
export function useFilter(): {
  readonly filter: Filter;
  readonly change: (next: Filter) => void;
  /** Typed words take the place of the words typed just before. */
  readonly type: (text: string) => void;
} {
  const { doc, connection } = usePlanSession();
  const index = usePlanIndex();
  const search = useSearch();
  const [, navigate] = useLocation();
  const filter = useMemo(() => filterFrom(new URLSearchParams(search)), [search]);
  useEffect(() => filterOf(doc).filter.set(filter), [doc, filter]);
  useEffect(() => {
    const stop = followFilter(index, filterOf(doc), missingOf(connection), days);
    return () => {
      stop();
      filterOf(doc).filter.set(NO_FILTER);
    };
  }, [doc, connection, index]);
  const change = useCallback(
    (next: Filter) => navigate(`${location.pathname}?${withFilter(location.search, next)}`),
    [navigate],
  );
  const type = useCallback(
    (text: string) => {
      const now = filterFrom(new URLSearchParams(location.search));
      navigate(`${location.pathname}?${withFilter(location.search, { ...now, text })}`, {
        replace: history.state === BY_TYPING,
        state: BY_TYPING,
      });
    },
    [navigate],
  );
  return { filter, change, type };
}
