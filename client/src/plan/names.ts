import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { fetchAuthors } from "../sync/past-api.ts";
import { usePlanSession, usePresence } from "../sync/session.tsx";
import { createStore, type Store } from "../sync/store.ts";
import { readPastName } from "../sync/past-name.ts";
import { useJournal } from "./journal.ts";

/** As many as the server names in one answer. */
const AT_ONCE = 200;

const fetched = new Map<string, Store<ReadonlyMap<string, string>>>();

/**
 * What people are called who did something in the plan: by the journal, by being here, and by the server, which is asked once for those
 * that are left; undefined until it answered. Null for whoever was made anonymous and, without a connection, for whoever never said anything.
 */
export function useNames(ids: readonly string[]): (id: string) => string | null | undefined {
  const { connection, actor } = usePlanSession();
  const { planId } = readPastName(connection.planId);
  const { members } = useJournal();
  const { people } = usePresence();
  const store = fetched.get(planId) ?? createStore<ReadonlyMap<string, string>>(new Map());
  fetched.set(planId, store);
  const asked = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const [unanswered, setUnanswered] = useState<string | null>(null);
  const known = useMemo(
    () =>
      new Map([
        ...asked,
        ...people.map(({ id, name }) => [id, name] as const),
        ...[...members.values()].map(({ id, name }) => [id, name ?? ""] as const),
        [actor.id, actor.name],
      ]),
    [asked, people, members, actor],
  );
  const missing = [...new Set(ids)]
    .filter((id) => !known.has(id))
    .sort()
    .slice(0, AT_ONCE)
    .join(",");
  useEffect(() => {
    if (missing === "") return;
    void fetchAuthors(planId, missing.split(",")).then((answer) => {
      if (!answer.ok) return setUnanswered(missing);
      // Who is not known there either is not asked for again.
      const none = missing.split(",").map((id) => [id, ""] as const);
      return store.set(new Map([...store.getSnapshot(), ...none, ...answer.value]));
    });
  }, [planId, missing, store]);
  return (id) => {
    const name = known.get(id);
    if (name === undefined && unanswered !== missing) return undefined;
    return name === undefined || name === "" ? null : name;
  };
}
