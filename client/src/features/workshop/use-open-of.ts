import { useCallback, useSyncExternalStore } from "react";
import { planIndexOf } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";

/** The activity that this member has open now; null when none, or when nobody is asked about. */
export function useOpenOf(member: string | null): string | null {
  const { connection, doc } = usePlanSession();
  const { store } = connection.presence;
  const read = useCallback(() => {
    if (member === null) return null;
    const presence = store.getSnapshot();
    const open = planIndexOf(doc)
      .activities()
      .find(({ id }) => presence.atActivity(id).some((person) => person.id === member));
    return open?.id ?? null;
  }, [member, store, doc]);
  return useSyncExternalStore(store.subscribe, read);
}
