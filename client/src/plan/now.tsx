import { type Gone, readGone } from "@planwand/shared/plan/read-bin.ts";
import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from "react";
import type { PlanConnection } from "../sync/plan-connection.ts";
import { usePlanSession } from "../sync/session.tsx";
import { binOf } from "./bin.ts";

const NowContext = createContext<PlanConnection | null>(null);

/** Gives what shows a plan of the past the plan as it is now, for who may write in that; null while it is on its way. */
export function NowProvider({
  now,
  children,
}: {
  readonly now: PlanConnection | null;
  readonly children: ReactNode;
}): ReactNode {
  return <NowContext value={now}>{children}</NowContext>;
}

/** The plan as it is now, while one of the past is shown; null when there is none to write in. */
export function useNow(): PlanConnection | null {
  return use(NowContext);
}

/** What of the plan of then is not in the plan of now; nothing until that is here. Renders when it changes. */
export function useGoneNow(now: PlanConnection): readonly Gone[] {
  const { doc: past } = usePlanSession();
  const { status, doc } = now;
  const isLoaded = useSyncExternalStore(status.subscribe, () => status.getSnapshot().isLoaded);
  const [gone, setGone] = useState<readonly Gone[]>([]);
  useEffect(() => {
    const read = (): void => setGone(isLoaded ? readGone(past, doc) : []);
    read();
    // Only what goes to the bin or comes from it makes a difference.
    return binOf(doc).subscribe(read);
  }, [isLoaded, past, doc]);
  return gone;
}
