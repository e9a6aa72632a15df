import { CIRCLES } from "@planwand/shared/access/role.ts";
import { type Party, ROLE_SLOTS, type RoleSlot } from "@planwand/shared/plan/schema.ts";
import { cardsByPhase, inCircleOrder, type PhaseCards } from "@planwand/shared/views/roles.ts";
import { useMemo } from "react";
import { useActivities, useDomains, useParties, usePhases } from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { useAsked, useAskedOne } from "./filters.tsx";

/** The cell that somebody works in. */
export interface CellAt {
  readonly activity: string;
  readonly party: string;
}

/** What the matrix shows of the plan. */
export interface Matrix {
  /** The rows. */
  readonly groups: readonly PhaseCards<CardSnapshot>[];
  /** The columns, by circle. */
  readonly parties: readonly Party[];
  /** The one role that is looked for; null for all. */
  readonly slot: RoleSlot | null;
}

/**
 * The matrix as the address asks for it. Who looks for a role sees the activities and parties that have it, and those of the cell
 * last worked in: it does not go from under one's hands.
 */
export function useMatrix(lastAt: CellAt | null): Matrix {
  const circle = useAskedOne("circle", CIRCLES);
  const slot = useAskedOne("role", ROLE_SLOTS);
  const [askedPhase] = useAsked("phase");
  const [askedParty] = useAsked("party");
  const cards = useActivities();
  const all = useParties();
  const phases = usePhases();
  const domains = useDomains();
  const phase = phases.some(({ id }) => id === askedPhase) ? askedPhase : null;
  const party = all.some(({ id }) => id === askedParty) ? askedParty : null;

  const here = useMemo(
    () => (phase === null ? cards : cards.filter(({ place }) => place[0] === phase)),
    [cards, phase],
  );
  // While no role is looked for, a change of a card leaves the columns what they are, and with them every other row.
  const searched = slot === null ? null : here;
  const kept = slot === null ? null : lastAt;
  const parties = useMemo(
    () =>
      inCircleOrder(all)
        .filter((one) => circle === null || one.circle === circle)
        .filter(({ id }) => party === null || id === party)
        .filter(
          ({ id }) =>
            slot === null ||
            id === kept?.party ||
            searched?.some(({ roles }) => roles[slot].includes(id)) === true,
        ),
    [all, searched, circle, party, slot, kept],
  );
  const groups = useMemo(() => {
    const shown = here.filter(
      ({ id, roles }) =>
        slot === null || id === kept?.activity || parties.some((one) => roles[slot].includes(one.id)),
    );
    return cardsByPhase(shown, phases, domains);
  }, [here, phases, domains, parties, slot, kept]);
  return { groups, parties, slot };
}
