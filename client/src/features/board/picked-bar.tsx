import type { ReactNode } from "react";
import { useActivities, usePlanIndex } from "../../plan/hooks.ts";
import { PickedActions } from "./picked-actions.tsx";
import { pickedInOrder } from "./picked.ts";
import { useStore } from "./use-store.ts";
import { useWall } from "./wall-context.ts";

/** What can be done with the picked cards of the wall together. */
export function PickedBar(): ReactNode {
  const index = usePlanIndex();
  const { picked, archive } = useWall();
  const set = useStore(picked, (now) => now);
  useActivities();
  const ids = pickedInOrder(index, set);
  return <PickedActions ids={ids} onArchive={archive} onDone={() => picked.set(new Set())} />;
}
