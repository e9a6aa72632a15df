import type { LocalDate } from "../kernel/clock.ts";
import { compareCodeUnits } from "../order/rank.ts";
import { type Activity, ACTIVITY_STATUSES, type Decision, type Place } from "../plan/schema.ts";
import { compareDates } from "./roles.ts";

/** What of an activity says what it delivers. */
export type ProductCard = Pick<
  Activity,
  "id" | "title" | "result" | "status" | "end" | "roles" | "acceptedBy"
> & {
  readonly place: Place;
};
type ProductDecision = Pick<
  Decision,
  "id" | "activity" | "question" | "decider" | "neededBy" | "decidedOn" | "status"
>;

/** Something that the plan delivers: the result of an activity, or a decision. */
export type Product<Card, Choice> =
  | { readonly kind: "result"; readonly id: string; readonly card: Card }
  | { readonly kind: "decision"; readonly id: string; readonly decision: Choice };

/** Where a product stands: as its activity does; a decision is open until it is decided. */
export const PRODUCT_STATES = [...ACTIVITY_STATUSES, "open", "decided"] as const;
export type ProductState = (typeof PRODUCT_STATES)[number];

export const PRODUCT_GROUPS = ["phase", "state", "none"] as const;
export type ProductGrouping = (typeof PRODUCT_GROUPS)[number];
export const PRODUCT_SORTS = ["plan", "date", "state"] as const;
export type ProductSort = (typeof PRODUCT_SORTS)[number];

/** What is asked for; null is everything. A party has to do with what it carries out, asked for, confirmed or decides. */
export interface AskedProducts {
  readonly kind: "result" | "decision" | null;
  readonly phase: string | null;
  readonly state: ProductState | null;
  readonly party: string | null;
  readonly group: ProductGrouping;
  readonly sort: ProductSort;
}

/** Products under one heading: a phase, a state, or null for what has none. */
export interface ProductGroup<Card, Choice> {
  readonly key: string | null;
  readonly products: readonly Product<Card, Choice>[];
  /** How many of them are there: done, or decided. */
  readonly ready: number;
}

/** The products of a plan, and the activities that do not say yet what they deliver. */
export interface Products<Card, Choice> {
  readonly groups: readonly ProductGroup<Card, Choice>[];
  /** Those that are asked for but have no result, in the order of the wall. */
  readonly without: readonly Card[];
}

interface ProductPlan {
  readonly phases: readonly { readonly id: string }[];
  readonly domains: readonly { readonly id: string }[];
}

/**
 * What the plan delivers. Every activity that is asked for is in it once: with its result, or among those without. A decision stands
 * in the phase of the activity it belongs to. `isDecided` says whether a decision is in force.
 */
export function productsOf<Card extends ProductCard, Choice extends ProductDecision>(
  cards: readonly Card[],
  decisions: readonly Choice[],
  plan: ProductPlan,
  asked: AskedProducts,
  isDecided: (decision: Choice) => boolean,
): Products<Card, Choice> {
  const inOrder = wallOrder(cards, plan);
  const phaseOf = new Map(inOrder.map((card) => [card.id, knownPhase(card, plan)]));
  const facts = new Map<Product<Card, Choice>, Facts>();
  const results = inOrder.map((card) => {
    const product = { kind: "result", id: card.id, card } as const;
    facts.set(product, {
      phase: phaseOf.get(card.id) ?? null,
      state: card.status,
      date: card.end,
      parties: partiesOf(card),
    });
    return product;
  });
  const choices = decisions.map((decision) => {
    const product = { kind: "decision", id: decision.id, decision } as const;
    facts.set(product, {
      phase: decision.activity === null ? null : (phaseOf.get(decision.activity) ?? null),
      state: isDecided(decision) ? "decided" : "open",
      date: decision.decidedOn ?? decision.neededBy,
      parties: decision.decider === null ? [] : [decision.decider],
    });
    return product;
  });
  const of = (product: Product<Card, Choice>): Facts => facts.get(product) ?? NOTHING;
  const isAsked = (product: Product<Card, Choice>): boolean => {
    const { phase, state, parties } = of(product);
    if (asked.kind !== null && product.kind !== asked.kind) return false;
    if (asked.phase !== null && phase !== asked.phase) return false;
    if (asked.state !== null && state !== asked.state) return false;
    return asked.party === null || parties.includes(asked.party);
  };
  const shown = [...results, ...choices].filter(isAsked);
  const products = shown.filter((one) => one.kind === "decision" || one.card.result.trim() !== "");
  const keyOf = (product: Product<Card, Choice>): string | null =>
    asked.group === "none" ? null : of(product)[asked.group];
  const groups = Map.groupBy(sorted(products, asked.sort, of), keyOf);
  const keys: readonly (string | null)[] =
    asked.group === "state" ? PRODUCT_STATES : plan.phases.map(({ id }) => id);
  return {
    groups: [...keys, null].flatMap((key) => {
      const here = groups.get(key);
      if (here === undefined) return [];
      return [{ key, products: here, ready: here.filter((one) => isReady(of(one).state)).length }];
    }),
    without: shown.flatMap((one) =>
      one.kind === "result" && one.card.result.trim() === "" ? [one.card] : [],
    ),
  };
}

interface Facts {
  readonly phase: string | null;
  readonly state: ProductState;
  readonly date: LocalDate | null;
  readonly parties: readonly string[];
}
const NOTHING: Facts = { phase: null, state: "idea", date: null, parties: [] };

function isReady(state: ProductState): boolean {
  return state === "done" || state === "decided";
}

function partiesOf({ roles, acceptedBy }: ProductCard): readonly string[] {
  return [...roles.executor, ...roles.sponsor, ...(acceptedBy === null ? [] : [acceptedBy])];
}

function knownPhase(
  { place: [phase, domain] }: ProductCard,
  { phases, domains }: ProductPlan,
): string | null {
  const isPlaced = phases.some(({ id }) => id === phase) && domains.some(({ id }) => id === domain);
  return isPlaced ? phase : null;
}

function wallOrder<Card extends ProductCard>(
  cards: readonly Card[],
  { phases, domains }: ProductPlan,
): Card[] {
  const column = new Map(phases.map(({ id }, at) => [id, at]));
  const row = new Map(domains.map(({ id }, at) => [id, at]));
  const cell = ({ place: [phase, domain] }: Card): number => {
    const [x, y] = [column.get(phase), row.get(domain)];
    return x === undefined || y === undefined ? phases.length * domains.length : x * domains.length + y;
  };
  return cards.toSorted(
    (a, b) => cell(a) - cell(b) || compareCodeUnits(a.place[2], b.place[2]) || compareCodeUnits(a.id, b.id),
  );
}

/** Without a date comes last; otherwise those that are equal stay in the order of the plan. */
function sorted<One>(
  products: readonly One[],
  sort: ProductSort,
  of: (product: One) => Facts,
): readonly One[] {
  switch (sort) {
    case "plan":
      return products;
    case "date":
      return products.toSorted((a, b) => compareDates(of(a).date, of(b).date));
    case "state": {
      const at = (product: One): number => PRODUCT_STATES.indexOf(of(product).state);
      return products.toSorted((a, b) => at(a) - at(b));
    }
  }
}
