import { readBin } from "@planwand/shared/plan/read-bin.ts";
import type { Archived } from "@planwand/shared/plan/schema.ts";
import { useEffect, useState } from "react";
import { usePlanSession } from "../../sync/session.tsx";

/** What people put in the bin on the wall. */
const SHOWN = ["activities", "phases", "domains"] as const;
export type BinRoot = (typeof SHOWN)[number];

export interface BinEntry extends Archived {
  readonly root: BinRoot;
}

/** What is in the bin, the latest first, while this is on screen. */
export function useBin(): readonly BinEntry[] {
  const { doc } = usePlanSession();
  const [bin, setBin] = useState<readonly BinEntry[]>([]);
  useEffect(() => {
    const read = (): void => setBin(readBin(doc).filter(isShown));
    read();
    doc.on("afterTransaction", read);
    return () => doc.off("afterTransaction", read);
  }, [doc]);
  return bin;
}

function isShown(entry: Archived): entry is BinEntry {
  return SHOWN.some((root) => root === entry.root);
}
