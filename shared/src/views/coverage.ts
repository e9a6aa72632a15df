import type { Activity, Communication, Party, Phase, RoleSlot } from "../plan/schema.ts";
import { byDate } from "./communication.ts";

/** What a party hears in a phase. */
export interface CoverageCell {
  readonly phase: string;
  /** The moments that it is in the audience of, by date. */
  readonly hears: readonly Communication[];
  /** How many moments it is the sender of. */
  readonly tells: number;
  /** It carries out an activity of this phase, or decides on one. */
  readonly works: boolean;
  /** It works here and is in no moment at all. */
  readonly isLeftOut: boolean;
}

/** A party with a cell for every phase, in their order. */
export interface CoverageRow {
  readonly party: Party;
  readonly cells: readonly CoverageCell[];
}

/** What the grid asks of an activity. */
export interface PhaseWork {
  readonly phase: string | null;
  readonly roles: Activity["roles"];
  readonly status: Activity["status"];
}

const WORKING: readonly RoleSlot[] = ["executor", "codecider"];

/** Who hears what in which phase: a row for every party. An activity that was dropped asks nobody for work. */
export function coverageOf({
  phases,
  parties,
  moments,
  activities,
}: {
  readonly phases: readonly Pick<Phase, "id">[];
  readonly parties: readonly Party[];
  readonly moments: readonly Communication[];
  readonly activities: readonly PhaseWork[];
}): readonly CoverageRow[] {
  const working = new Set(
    activities
      .filter(({ status }) => status !== "dropped")
      .flatMap(({ phase, roles }) =>
        phase === null ? [] : WORKING.flatMap((slot) => roles[slot].map((party) => `${phase} ${party}`)),
      ),
  );
  const inPhase = Map.groupBy(byDate(moments), ({ phase }) => phase);
  return parties.map((party) => ({
    party,
    cells: phases.map(({ id: phase }) => {
      const here = inPhase.get(phase) ?? [];
      const hears = here.filter(({ audience }) => audience.includes(party.id));
      const tells = here.filter(({ sender }) => sender === party.id).length;
      const works = working.has(`${phase} ${party.id}`);
      return { phase, hears, tells, works, isLeftOut: works && hears.length === 0 && tells === 0 };
    }),
  }));
}

/** How many parties work in a phase and are in none of its moments. */
export function leftOutIn(rows: readonly CoverageRow[], phase: string): number {
  return rows.filter(({ cells }) => cells.some((cell) => cell.phase === phase && cell.isLeftOut)).length;
}
