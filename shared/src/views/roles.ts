import { CIRCLES, type Circle } from "../access/role.ts";
import {
  type Activity,
  type ActivityStatus,
  type Domain,
  type Party,
  type Phase,
  type Place,
  ROLE_SLOTS,
  type RoleSlot,
} from "../plan/schema.ts";

/** The roles that a party has in an activity, in the order of the slots. */
export function slotsOf({ roles }: Pick<Activity, "roles">, party: string): RoleSlot[] {
  return ROLE_SLOTS.filter((slot) => roles[slot].includes(party));
}

/** The parties by circle, in the order of `CIRCLES`; those of one circle in their own order. */
export function inCircleOrder(parties: readonly Party[]): readonly Party[] {
  return CIRCLES.flatMap((circle) => parties.filter((party) => party.circle === circle));
}

/** The activities of a phase; a null phase stands for those that are in no phase that exists. */
export interface PhaseCards<Card> {
  readonly phase: Phase | null;
  readonly cards: readonly Card[];
}

/** The activities as one reads the wall: by phase, then by domain, then as they lie in the cell. Phases without any are left out. */
export function cardsByPhase<Card extends { readonly place: Place }>(
  cards: readonly Card[],
  phases: readonly Phase[],
  domains: readonly Pick<Domain, "id">[],
): readonly PhaseCards<Card>[] {
  const rowOf = new Map(domains.map(({ id }, row) => [id, row]));
  const row = ({ place: [, domain] }: Card): number => rowOf.get(domain) ?? domains.length;
  const known = new Map(phases.map((phase) => [phase.id, phase]));
  const inPhase = Map.groupBy(cards, ({ place: [phase] }) => known.get(phase) ?? null);
  return [...phases, null].flatMap((phase) => {
    const here = inPhase.get(phase);
    if (here === undefined) return [];
    const inOrder = here.toSorted((a, b) => row(a) - row(b) || (a.place[2] < b.place[2] ? -1 : 1));
    return [{ phase, cards: inOrder }];
  });
}

/** The circles of which no party has any role in these activities. One that was dropped involves nobody. */
export function circlesMissing(
  activities: readonly Pick<Activity, "roles" | "status">[],
  parties: readonly Party[],
): Circle[] {
  const going = activities.filter(({ status }) => status !== "dropped");
  const involved = new Set(going.flatMap(({ roles }) => Object.values(roles).flat()));
  const there = new Set(parties.flatMap(({ id, circle }) => (involved.has(id) ? [circle] : [])));
  return CIRCLES.filter((circle) => !there.has(circle));
}

/** What is looked for in who does what; null for everything. */
export interface AskedWork {
  readonly circle: Circle | null;
  readonly slot: RoleSlot | null;
  readonly status: ActivityStatus | null;
}

/** What a party does: each activity in which it has a role, with those roles, by date. */
export interface PartyWork<Card> {
  readonly party: Party;
  readonly work: readonly { readonly card: Card; readonly slots: readonly RoleSlot[] }[];
}

/** Who does what: the parties with work that is asked for, by circle; what has no end comes last. */
export function workOf<Card extends Pick<Activity, "roles" | "status" | "start" | "end">>(
  cards: readonly Card[],
  parties: readonly Party[],
  asked: AskedWork,
): readonly PartyWork<Card>[] {
  const byDate = cards
    .filter(({ status }) => asked.status === null || status === asked.status)
    .toSorted((a, b) => compareDates(a.end, b.end) || compareDates(a.start, b.start));
  const workByParty = new Map<string, { card: Card; slots: RoleSlot[] }[]>();
  for (const card of byDate) {
    for (const party of new Set(Object.values(card.roles).flat())) {
      const slots = slotsOf(card, party);
      if (asked.slot !== null && !slots.includes(asked.slot)) continue;
      const work = workByParty.get(party) ?? [];
      work.push({ card, slots });
      workByParty.set(party, work);
    }
  }
  return inCircleOrder(parties)
    .filter(({ circle }) => asked.circle === null || circle === asked.circle)
    .map((party) => ({ party, work: workByParty.get(party.id) ?? [] }))
    .filter(({ work }) => work.length > 0);
}

/** In order of time; no date comes last. */
export function compareDates(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** How often a party is named somewhere in the plan: as long as it is, it cannot go without another in its place. */
export interface PartyUse {
  readonly activities: number;
  readonly decisions: number;
  readonly communications: number;
}

export function partyUseOf(
  party: string,
  plan: {
    readonly activities: readonly Pick<Activity, "roles" | "acceptedBy" | "waiting">[];
    readonly decisions: readonly { readonly decider: string | null; readonly advisers: readonly string[] }[];
    readonly communications: readonly {
      readonly sender: string | null;
      readonly audience: readonly string[];
    }[];
  },
): PartyUse {
  return {
    activities: plan.activities.filter(
      (card) => slotsOf(card, party).length > 0 || card.acceptedBy === party || card.waiting?.party === party,
    ).length,
    decisions: plan.decisions.filter(({ decider, advisers }) => decider === party || advisers.includes(party))
      .length,
    communications: plan.communications.filter(
      ({ sender, audience }) => sender === party || audience.includes(party),
    ).length,
  };
}
