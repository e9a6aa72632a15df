import { type Seal, sealOf } from "@planwand/shared/journal/journal.ts";
import type { Decision } from "@planwand/shared/plan/schema.ts";
import { type Standing, standingOf } from "@planwand/shared/views/decisions.ts";
import { useMemo } from "react";
import { useJournal } from "../../plan/journal.ts";

/** Tells where each decision point stands, and by which seal. */
export function useStanding(): {
  readonly standing: (decision: Decision) => Standing;
  readonly seal: (decision: Decision) => Seal | null;
} {
  const journal = useJournal();
  return useMemo(
    () => ({
      seal: ({ id }) => sealOf(journal, id),
      standing: (decision) => standingOf(decision, sealOf(journal, decision.id)),
    }),
    [journal],
  );
}
