import { CIRCLES } from "@planwand/shared/access/role.ts";
import { addDays, type LocalDate } from "@planwand/shared/kernel/clock.ts";
import { compareCodeUnits } from "@planwand/shared/order/rank.ts";
import { progressFor } from "@planwand/shared/plan/progress.ts";
import { DOMAIN_COLORS } from "@planwand/shared/plan/read-entries.ts";
import {
  type Activity,
  ACTIVITY_STATUSES,
  type Archived,
  COMMUNICATION_KINDS,
  DECISION_STATUSES,
  FLOWS,
  LANGUAGES,
  PARTY_KINDS,
  type Plan,
  PLAN_SCHEMA,
  PRIORITIES,
  RISK_LEVELS,
  ROLE_SLOTS,
  ROOTS,
} from "@planwand/shared/plan/schema.ts";
import fc from "fast-check";
import { lineOfText, richOf, richText } from "./random-text.ts";

/** The day on which random plans are looked at: their dates lie around it. */
export const RANDOM_TODAY: LocalDate = "2026-11-23";

/** How many of each a random plan has at most; every one of them may also be absent. */
export interface PlanSize {
  readonly activities: number;
  readonly decisions: number;
  readonly communications: number;
}
const SMALL: PlanSize = { activities: 14, decisions: 6, communications: 6 };

/** A date, or none: near the day of today, on it, on a leap day, or as far away as a date can be written. */
const someDate: fc.Arbitrary<LocalDate | null> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -400, max: 400 }).map((days) => addDays(RANDOM_TODAY, days)) },
  { weight: 2, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      RANDOM_TODAY,
      "2028-02-29",
      "2026-12-31",
      "2027-01-01",
      "0001-01-01",
      "9999-12-31",
    ),
  },
);

/** Points at one of a list by its number, whatever the length of the list; null when it points at nothing. */
const pointer = fc.option(fc.nat({ max: 40 }), { freq: 3 });
const pointers = fc.array(fc.nat({ max: 40 }), { maxLength: 4 });
const flows = fc.subarray([...FLOWS]);
const flag = fc.boolean();

const goal = fc.record({
  title: lineOfText,
  measure: lineOfText,
  baseline: lineOfText,
  target: lineOfText,
  actual: lineOfText,
});
const phase = fc.record({ name: lineOfText, goal: lineOfText, start: someDate, end: someDate });
const domain = fc.record({
  name: lineOfText,
  color: fc.nat({ max: DOMAIN_COLORS - 1 }),
  impact: richText,
});
const party = fc.record({
  name: lineOfText,
  kind: fc.constantFrom(...PARTY_KINDS),
  circle: fc.constantFrom(...CIRCLES),
});
const activity = fc.record({
  at: fc.option(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 })), { freq: 6 }),
  title: lineOfText,
  words: fc.record({ what: richText, why: richText, result: richText, criterion: richText }),
  status: fc.constantFrom(...ACTIVITY_STATUSES),
  waiting: fc.option(fc.record({ for: lineOfText, since: someDate, party: pointer }), { freq: 2 }),
  estimate: fc.constantFrom(0, 1, 33, 50, 99, 100),
  priority: fc.constantFrom(...PRIORITIES),
  start: someDate,
  end: someDate,
  roles: fc.tuple(pointers, pointers, pointers, pointers, pointers),
  personName: fc.option(fc.constantFrom("A. de Vries", "__proto__"), { freq: 2 }),
  dependsOn: pointers,
  steps: fc.array(fc.record({ title: lineOfText, done: flag }), { maxLength: 3 }),
  links: fc.array(fc.record({ title: lineOfText, url: fc.constant("https://example.invalid/plan") }), {
    maxLength: 2,
  }),
  goals: pointers,
  flows,
  risk: lineOfText,
  riskLevel: fc.option(fc.constantFrom(...RISK_LEVELS)),
  riskMeasure: lineOfText,
  acceptedBy: pointer,
  acceptedOn: someDate,
});
const decision = fc.record({
  activity: pointer,
  question: lineOfText,
  words: fc.record({ context: richText, outcome: richText, rationale: richText }),
  options: fc.array(fc.record({ title: lineOfText, pros: lineOfText, cons: lineOfText }), { maxLength: 3 }),
  decider: pointer,
  advisers: pointers,
  neededBy: someDate,
  status: fc.constantFrom(...DECISION_STATUSES),
  decidedOn: someDate,
  assessment: flag,
  flows,
  replaces: pointer,
});
const communication = fc.record({
  kind: fc.constantFrom(...COMMUNICATION_KINDS),
  phase: pointer,
  activity: pointer,
  audience: pointers,
  channel: lineOfText,
  date: someDate,
  sender: pointer,
  message: lineOfText,
  done: flag,
});
const waiver = fc.record({
  check: fc.integer({ min: 1, max: 35 }).map((number) => `K${String(number).padStart(2, "0")}`),
  of: fc.nat({ max: 40 }),
  reason: lineOfText,
});
const BIN_ROOTS = ROOTS.filter((root) => root !== "meta");
const binned = fc.record({
  root: fc.constantFrom(...BIN_ROOTS),
  title: lineOfText,
  at: fc.constantFrom(0, 1_795_000_000_000, 1_795_000_500_000),
});

type Raw<Shape> = Shape extends fc.Arbitrary<infer Value> ? Value : never;

/**
 * A random plan as `toPlan` could give it, and unkind: empty and endless texts, other scripts, dates that are missing, turned round
 * or in the year 1, activities without a place, circles of dependencies, several sponsors or none, statuses that no date supports,
 * decisions and moments that belong to nothing, parties that nobody uses, things in the bin, and plans without any phase at all.
 * Every reference leads to something in it, and every list is in the order in which a document gives it.
 */
export function randomPlan(size: PlanSize = SMALL): fc.Arbitrary<Plan> {
  return fc
    .record({
      language: fc.constantFrom(...LANGUAGES),
      title: lineOfText,
      ambition: richText,
      goals: fc.array(goal, { maxLength: 3 }),
      phases: fc.array(phase, { maxLength: 5 }),
      domains: fc.array(domain, { maxLength: 4 }),
      parties: fc.array(party, { maxLength: 6 }),
      activities: fc.array(activity, { maxLength: size.activities }),
      decisions: fc.array(decision, { maxLength: size.decisions }),
      communications: fc.array(communication, { maxLength: size.communications }),
      parking: fc.array(fc.record({ text: lineOfText }), { maxLength: 2 }),
      blackouts: fc.array(fc.record({ name: lineOfText, start: someDate, end: someDate }), { maxLength: 2 }),
      cells: fc.array(fc.record({ phase: fc.nat(40), domain: fc.nat(40), emptyReason: lineOfText }), {
        maxLength: 3,
      }),
      waivers: fc.array(waiver, { maxLength: 3 }),
      bin: fc.array(binned, { maxLength: 4 }),
    })
    .map(planOf);
}

interface RawPlan {
  readonly language: Plan["language"];
  readonly title: string;
  readonly ambition: Raw<typeof richText>;
  readonly goals: readonly Raw<typeof goal>[];
  readonly phases: readonly Raw<typeof phase>[];
  readonly domains: readonly Raw<typeof domain>[];
  readonly parties: readonly Raw<typeof party>[];
  readonly activities: readonly Raw<typeof activity>[];
  readonly decisions: readonly Raw<typeof decision>[];
  readonly communications: readonly Raw<typeof communication>[];
  readonly parking: readonly { readonly text: string }[];
  readonly blackouts: Plan["blackouts"] extends readonly (infer One)[] ? readonly Omit<One, "id">[] : never;
  readonly cells: readonly {
    readonly phase: number;
    readonly domain: number;
    readonly emptyReason: string;
  }[];
  readonly waivers: readonly Raw<typeof waiver>[];
  readonly bin: readonly Raw<typeof binned>[];
}

function planOf(raw: RawPlan): Plan {
  const goals = withIds("goal", raw.goals);
  const phases = withIds("phase", raw.phases);
  const parties = withIds("party", raw.parties);
  const domains = withIds("domain", raw.domains).map(({ impact, ...one }) => ({
    ...one,
    impact: impact.text,
    rich: richOf({ impact }),
  }));
  const cards = withIds("activity", raw.activities);
  const partyOf = (at: number | null) => pick(parties, at);
  const activities = cards.map(({ at, words, estimate, personName, ...card }): Activity => {
    const [phaseOf, domainOf] = [pick(phases, at?.[0]), pick(domains, at?.[1])];
    const isPlaced = phaseOf !== null && domainOf !== null;
    const held = ROLE_SLOTS.map((slot, index) => [slot, pickAll(parties, card.roles[index])] as const);
    const firstRole = held.flatMap(([slot, ids]) => ids.map((id) => `${slot}:${id}`))[0];
    return {
      ...card,
      phase: isPlaced ? phaseOf : null,
      domain: isPlaced ? domainOf : null,
      order: 0,
      what: words.what.text,
      why: words.why.text,
      result: words.result.text,
      criterion: words.criterion.text,
      rich: richOf(words),
      progress: progressFor(card.status, estimate),
      waiting: card.waiting === null ? null : { ...card.waiting, party: partyOf(card.waiting.party) },
      roles: Object.fromEntries(held) as unknown as Activity["roles"],
      names: personName === null || firstRole === undefined ? {} : { [firstRole]: personName },
      dependsOn: pickAll(cards, card.dependsOn).filter((id) => id !== card.id),
      steps: withIds(`step-${card.id.slice(-4)}`, card.steps),
      links: withIds(`link-${card.id.slice(-4)}`, card.links),
      goals: pickAll(goals, card.goals),
      acceptedBy: partyOf(card.acceptedBy),
    };
  });
  return {
    schema: PLAN_SCHEMA,
    language: raw.language,
    title: raw.title,
    ambition: raw.ambition.text,
    rich: richOf({ ambition: raw.ambition }),
    goals,
    phases,
    domains,
    parties,
    activities: inPlanOrder(activities, phases, domains),
    decisions: withIds("decision", raw.decisions).map(({ words, ...one }, _at, all) => ({
      ...one,
      activity: pick(cards, one.activity),
      context: words.context.text,
      outcome: words.outcome.text,
      rationale: words.rationale.text,
      rich: richOf(words),
      options: withIds(`option-${one.id.slice(-4)}`, one.options),
      decider: partyOf(one.decider),
      advisers: pickAll(parties, one.advisers),
      replaces: pick(all, one.replaces),
    })),
    communications: withIds("moment", raw.communications).map((one) => ({
      ...one,
      phase: pick(phases, one.phase),
      activity: pick(cards, one.activity),
      audience: pickAll(parties, one.audience),
      sender: partyOf(one.sender),
    })),
    parking: withIds("parking", raw.parking),
    blackouts: withIds("blackout", raw.blackouts),
    cells: withIds("empty-cell", raw.cells).flatMap((one) => {
      const [inPhase, inDomain] = [pick(phases, one.phase), pick(domains, one.domain)];
      return inPhase === null || inDomain === null ? [] : [{ ...one, phase: inPhase, domain: inDomain }];
    }),
    waivers: withIds("waiver", raw.waivers).map(({ of, ...one }) => ({
      ...one,
      subject: pick([...cards, ...phases, ...parties], of) ?? "plan",
    })),
    bin: withIds("binned", raw.bin)
      .map(({ root, id, title, at }): Archived => ({ root, id, title, archived: { by: "actor-of-bin", at } }))
      .toSorted((a, b) => b.archived.at - a.archived.at || compareCodeUnits(a.id, b.id)),
  };
}

type Identified = readonly { readonly id: string }[];

function withIds<Value extends object>(kind: string, values: readonly Value[]): (Value & { id: string })[] {
  return values.map((value, at) => ({ ...value, id: `${kind}-${String(at + 1).padStart(6, "0")}` }));
}

function pick(list: Identified, at: number | null | undefined): string | null {
  return typeof at === "number" ? (list[at % Math.max(1, list.length)]?.id ?? null) : null;
}

function pickAll(list: Identified, at: readonly number[] | undefined): string[] {
  const ids = (at ?? []).flatMap((one) => pick(list, one) ?? []);
  return [...new Set(ids)].sort(compareCodeUnits);
}

/** By phase, domain and order, those without a place last, each numbered within its cell. */
function inPlanOrder(activities: readonly Activity[], phases: Identified, domains: Identified): Activity[] {
  const cellOf = ({ phase: inPhase, domain: inDomain }: Activity): number =>
    inPhase === null
      ? phases.length * domains.length
      : phases.findIndex(({ id }) => id === inPhase) * domains.length +
        domains.findIndex(({ id }) => id === inDomain);
  const cells = Map.groupBy(activities, cellOf);
  return [...cells]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, cards]) => cards.map((card, at) => ({ ...card, order: at + 1 })));
}
