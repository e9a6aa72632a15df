import { CIRCLES, type Circle } from "@planwand/shared/access/role.ts";
import { useSearch } from "wouter";
import type { ViewName } from "./view-names.ts";

/** The views that show activities which a filter finds; null is the wall. */
const FILTERED_VIEWS: readonly (ViewName | null)[] = [null, "table", "timeline"];

/** Whether a filter says something about this view. */
export function isFiltered(view: ViewName | null): boolean {
  return FILTERED_VIEWS.includes(view);
}

/** What the address says of how the plan is looked at. */
export interface WallAddress {
  readonly isFiltering: boolean;
  readonly isHiding: boolean;
  /** The circle from whose side the wall is seen. */
  readonly lens: Circle | null;
}

export function useWallAddress(view: ViewName | null): WallAddress {
  const params = new URLSearchParams(useSearch());
  const isFiltering = params.has("filter") && isFiltered(view);
  return {
    isFiltering,
    isHiding: isFiltering && params.has("hide"),
    lens: view === null ? (CIRCLES.find((circle) => circle === params.get("lens")) ?? null) : null,
  };
}
