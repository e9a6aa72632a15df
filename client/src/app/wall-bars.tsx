import { type ReactNode } from "react";
import { FilterBar } from "../features/filter/filter-bar.tsx";
import { SavedViewsButton } from "../features/saved-views/saved-views.tsx";
import { usePlanSession } from "../sync/session.tsx";
import { Lens } from "./lens.tsx";
import type { ViewName } from "./view-names.ts";
import { useToggleFilter } from "./filter-steps.ts";
import type { WallAddress } from "./wall-address.ts";

/** The bars above a view while something is looked for, or while the wall is seen from one circle's side. */
export function WallBars({
  planId,
  view,
  address: { isFiltering, lens },
}: {
  readonly planId: string;
  readonly view: ViewName | null;
  readonly address: WallAddress;
}): ReactNode {
  const toggleFilter = useToggleFilter(planId, view);
  const { isPast } = usePlanSession();
  return (
    <>
      {isFiltering ? <FilterBar onClose={toggleFilter} tools={isPast ? null : <SavedViewsButton />} /> : null}
      {lens === null ? null : <Lens circle={lens} />}
    </>
  );
}
