import { compareCodeUnits } from "../order/rank.ts";
import {
  type Activity,
  ACTIVITY_STATUSES,
  type Place,
  PRIORITIES,
  ROLE_SLOTS,
  type RoleSlot,
} from "../plan/schema.ts";

/** What of an activity can be a column, in the order in which they stand. */
export const TABLE_COLUMNS = [
  "title",
  "phase",
  "domain",
  "status",
  "priority",
  "progress",
  "start",
  "end",
  ...ROLE_SLOTS,
  "goals",
  "decisions",
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** By what the rows can be put together. */
export const TABLE_GROUPS = ["none", "phase", "domain", "status", "party", "goal"] as const;
export type TableGrouping = (typeof TABLE_GROUPS)[number];

/** What a table needs to know of an activity; its place is where it was put, whether or not that cell exists. */
export type TableCard = Pick<
  Activity,
  "id" | "title" | "status" | "priority" | "progress" | "start" | "end" | "roles" | "goals"
> & { readonly place: Place };

interface Named {
  readonly id: string;
}

/** What the activities refer to, each list in the order of the plan. */
export interface TablePlan {
  readonly phases: readonly Named[];
  readonly domains: readonly Named[];
  readonly parties: readonly (Named & { readonly name: string })[];
  readonly goals: readonly Named[];
  /** Decision points without an outcome, counted by activity. */
  readonly openDecisions: ReadonlyMap<string, number>;
}

/** How the rows stand: null is the order of the wall. */
export interface TableOrder {
  readonly sort: { readonly column: TableColumn; readonly isDown: boolean } | null;
  readonly group: TableGrouping;
}

/** Rows under one heading. */
export interface TableGroup<Card> {
  /** What they have in common: the ids of a phase, domain, parties or goals, or a status; empty for what has none. */
  readonly of: readonly string[];
  /** The same as one string, of which there is one in a table. */
  readonly key: string;
  readonly cards: readonly Card[];
  /** How many of them are done. */
  readonly done: number;
}

/**
 * The activities as a table, each in exactly one group. Who is carried out by several parties, or contributes to several goals, stands
 * under all of them together: a row never stands twice. What has no value in the sorted column comes last, up or down.
 */
export function tableOf<Card extends TableCard>(
  cards: readonly Card[],
  plan: TablePlan,
  { sort, group }: TableOrder,
  compareWords: (a: string, b: string) => number,
): readonly TableGroup<Card>[] {
  const at = positionsOf(plan);
  const asOnWall = [...cards].sort(wallOrder(at));
  const sorted =
    sort === null ? asOnWall : sortedBy(asOnWall, sort, valueOf(sort.column, plan, at), compareWords);
  const groups = Map.groupBy(sorted, (card) => membersOf(card, group, at).join("+"));
  if (groups.size === 0 && group === "none") return [{ of: [], key: "", cards: [], done: 0 }];
  return [...groups]
    .map(([key, members]) => ({
      of: key === "" ? [] : key.split("+"),
      key,
      cards: members,
      done: members.filter(({ status }) => status === "done").length,
    }))
    .sort((a, b) => compareMembers(a.of, b.of, group, at));
}

/** The places of things in their lists, by id. */
type Positions = Readonly<Record<"phases" | "domains" | "parties" | "goals", ReadonlyMap<string, number>>>;

function positionsOf(plan: TablePlan): Positions {
  const of = (list: readonly Named[]) => new Map(list.map(({ id }, at) => [id, at]));
  return {
    phases: of(plan.phases),
    domains: of(plan.domains),
    parties: of(plan.parties),
    goals: of(plan.goals),
  };
}

/** In no cell at all: its phase or domain is unknown. */
function isPlaced({ place: [phase, domain] }: Pick<TableCard, "place">, at: Positions): boolean {
  return at.phases.has(phase) && at.domains.has(domain);
}

/** By phase, domain and place in the cell; what is in no cell comes last. */
function wallOrder(at: Positions): (a: TableCard, b: TableCard) => number {
  const cellOf = (card: TableCard): number =>
    isPlaced(card, at)
      ? (at.phases.get(card.place[0]) ?? 0) * at.domains.size + (at.domains.get(card.place[1]) ?? 0)
      : Number.POSITIVE_INFINITY;
  return (a, b) => {
    const [cellA, cellB] = [cellOf(a), cellOf(b)];
    if (cellA !== cellB) return cellA < cellB ? -1 : 1;
    return compareCodeUnits(a.place[2], b.place[2]) || compareCodeUnits(a.id, b.id);
  };
}

/** What a card has in common with the others of its group, in the order of the plan. */
function membersOf(card: TableCard, group: TableGrouping, at: Positions): readonly string[] {
  switch (group) {
    case "none":
      return [];
    case "phase":
      return isPlaced(card, at) ? [card.place[0]] : [];
    case "domain":
      return isPlaced(card, at) ? [card.place[1]] : [];
    case "status":
      return [card.status];
    case "party":
      return inOrder(card.roles.executor, at.parties);
    case "goal":
      return inOrder(card.goals, at.goals);
  }
}

function inOrder(ids: readonly string[], at: ReadonlyMap<string, number>): readonly string[] {
  return ids.filter((id) => at.has(id)).sort((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0));
}

/** In the order of what they are under, one before one-and-another; those without come last. */
function compareMembers(
  a: readonly string[],
  b: readonly string[],
  group: TableGrouping,
  at: Positions,
): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  const placeOf = (id: string | undefined): number => {
    if (id === undefined) return -1;
    if (group === "status") return ACTIVITY_STATUSES.findIndex((status) => status === id);
    const list = { phase: at.phases, domain: at.domains, party: at.parties, goal: at.goals, none: at.goals }[
      group
    ];
    return list.get(id) ?? 0;
  };
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = placeOf(a[index]) - placeOf(b[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

type SortValue = string | number | null;

/** By what a column sorts; null for a card that has nothing there. Texts are compared as words, dates and numbers as they are. */
function valueOf(column: TableColumn, plan: TablePlan, at: Positions): (card: TableCard) => SortValue {
  switch (column) {
    case "title":
      return ({ title }) => (title.trim() === "" ? null : title);
    case "phase":
      return (card) => (isPlaced(card, at) ? (at.phases.get(card.place[0]) ?? null) : null);
    case "domain":
      return (card) => (isPlaced(card, at) ? (at.domains.get(card.place[1]) ?? null) : null);
    case "status":
      return ({ status }) => ACTIVITY_STATUSES.indexOf(status);
    case "priority":
      return ({ priority }) => PRIORITIES.indexOf(priority);
    case "progress":
      return ({ progress }) => progress;
    case "start":
    case "end":
      return (card) => card[column];
    case "goals":
      return ({ goals }) => at.goals.get(inOrder(goals, at.goals)[0] ?? "") ?? null;
    case "decisions":
      return ({ id }) => plan.openDecisions.get(id) ?? null;
    case "sponsor":
    case "executor":
    case "codecider":
    case "consulted":
    case "informed":
      return namesIn(column, plan, at);
  }
}

function namesIn(slot: RoleSlot, plan: TablePlan, at: Positions): (card: TableCard) => SortValue {
  return ({ roles }) => {
    const held = inOrder(roles[slot], at.parties);
    return held.length === 0
      ? null
      : held.map((id) => plan.parties[at.parties.get(id) ?? -1]?.name ?? "").join(", ");
  };
}

/** Dates are written so that they sort as texts do, and must not be compared as words. */
const DATE_COLUMNS: readonly TableColumn[] = ["start", "end"];

function sortedBy<Card extends TableCard>(
  cards: readonly Card[],
  { column, isDown }: { readonly column: TableColumn; readonly isDown: boolean },
  value: (card: TableCard) => SortValue,
  compareWords: (a: string, b: string) => number,
): Card[] {
  const compareTexts = DATE_COLUMNS.includes(column) ? compareCodeUnits : compareWords;
  const compare = (a: SortValue, b: SortValue): number => {
    if (typeof a === "string" && typeof b === "string") return compareTexts(a, b);
    return Number(a) - Number(b);
  };
  return cards
    .map((card) => ({ card, value: value(card) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return isDown ? compare(b.value, a.value) : compare(a.value, b.value);
    })
    .map(({ card }) => card);
}

/** A line of a table: the heading of a group, or an activity in it. */
export type TableRow<Card> =
  | { readonly kind: "group"; readonly key: string; readonly group: TableGroup<Card> }
  | { readonly kind: "card"; readonly key: string; readonly card: Card };

/** The lines one below the other; of a folded group only the heading. Without grouping there are no headings. */
export function linesOf<Card extends TableCard>(
  groups: readonly TableGroup<Card>[],
  group: TableGrouping,
  folded: ReadonlySet<string>,
): readonly TableRow<Card>[] {
  return groups.flatMap((one): TableRow<Card>[] => {
    const cards = one.cards.map((card) => ({ kind: "card", key: card.id, card }) as const);
    if (group === "none") return cards;
    const head = { kind: "group", key: `group:${one.key}`, group: one } as const;
    return folded.has(one.key) ? [head] : [head, ...cards];
  });
}
