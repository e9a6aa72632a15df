import type { ReactNode } from "react";
import { ComparePage } from "./compare-page.tsx";
import { SnapshotList } from "./snapshot-list.tsx";

/** The moments of a plan that were kept, or what became different between two of them: `entryId` is then `FROM..TO`. */
export function VersionsView({
  entryId,
  onShow,
}: {
  readonly entryId: string | null;
  readonly onShow: (entry: string | null) => void;
}): ReactNode {
  const [from, to] = (entryId ?? "").split("..");
  if (from === undefined || from === "" || to === undefined) return <SnapshotList onShow={onShow} />;
  return <ComparePage from={from} to={to} onShow={onShow} />;
}
