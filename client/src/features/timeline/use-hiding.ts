import { useCallback, useSyncExternalStore } from "react";
import { filterOf } from "../../plan/filter.ts";
import { usePlanSession } from "../../sync/session.tsx";

/** Tells whether an activity is left out because a filter does not find it, while what is not found is hidden. */
export function useHiding(isHiding: boolean): (id: string) => boolean {
  const { found } = filterOf(usePlanSession().doc);
  const ids = useSyncExternalStore(found.subscribe, found.getSnapshot);
  return useCallback((id) => isHiding && ids?.has(id) === false, [ids, isHiding]);
}
