import { useLocation } from "wouter";
import { FILTER_OPENED, withoutFilter } from "../plan/filter-address.ts";
import type { ViewName } from "./view-names.ts";
import { isFiltered } from "./wall-address.ts";

/** The query with which one goes from a view to another, so that a filter stays where both show activities: empty, or with its "?". */
export function queryBetween(from: ViewName | null, to: ViewName | null, search: string): string {
  if (!isFiltered(from) || !isFiltered(to)) return "";
  const others = withoutFilter(search);
  const params = new URLSearchParams(search);
  for (const name of others.keys()) params.delete(name);
  const query = params.toString();
  return query === "" ? "" : `?${query}`;
}

/** Opens the filter, on the wall when this view shows nothing of it, or closes it and what it asked. */
export function useToggleFilter(planId: string, view: ViewName | null): () => void {
  const [, navigate] = useLocation();
  return () => {
    const isHere = isFiltered(view);
    const path = isHere ? location.pathname : `/plan/${planId}`;
    const isOpen = isHere && new URLSearchParams(location.search).has("filter");
    const params = withoutFilter(isHere ? location.search : "");
    if (!isOpen) params.set("filter", "");
    const query = params.toString();
    navigate(query === "" ? path : `${path}?${query}`, isOpen ? {} : { state: FILTER_OPENED });
  };
}
