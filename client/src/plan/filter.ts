import type { Circle } from "@planwand/shared/access/role.ts";
import type { RoleSlot } from "@planwand/shared/plan/schema.ts";
import type * as Y from "yjs";
import { createStore, type Store } from "../sync/store.ts";

/**
 * By what activities are looked for; each is in the address under this name. Values: `status`, `priority`, `circle`, `without` (a
 * circle without a role) and `flow` as in the plan; `party` and `goal` are ids; `person` is a name; `missing` is the rule of a check or a weight;
 * `mine` is `party:ID` or `circle:NAME`; `choice` (an open decision point) and `late` are only there or not.
 */
export const FILTER_KINDS = [
  "mine",
  "status",
  "priority",
  "circle",
  "without",
  "party",
  "person",
  "goal",
  "flow",
  "choice",
  "late",
  "missing",
] as const;
export type FilterKind = (typeof FILTER_KINDS)[number];

/** What somebody looks for: all kinds that are asked for must hold, and one of the values within a kind. */
export interface Filter {
  readonly text: string;
  readonly chosen: Readonly<Partial<Record<FilterKind, readonly string[]>>>;
  /** Whether what is not found is hidden; else it is dimmed and nothing moves. */
  readonly isHiding: boolean;
}

export const NO_FILTER: Filter = { text: "", chosen: {}, isHiding: false };

/** The wall from one circle's side: the activities in which it has a role, and which. */
export interface Lens {
  readonly circle: Circle;
  readonly roles: ReadonlyMap<string, readonly RoleSlot[]>;
}

/** What this page looks for in this plan: nobody else's, and gone with the page. Every view reads the same. */
export interface PlanFilter {
  readonly filter: Store<Filter>;
  /** The activities that the filter finds; null while nothing is asked for. Kept true by `find-cards.ts`. */
  readonly found: Store<ReadonlySet<string> | null>;
  readonly lens: Store<Lens | null>;
}

const filters = new WeakMap<Y.Doc, PlanFilter>();

/** The one filter of this document; made at the first ask. */
export function filterOf(doc: Y.Doc): PlanFilter {
  const known = filters.get(doc) ?? {
    filter: createStore(NO_FILTER),
    found: createStore<ReadonlySet<string> | null>(null),
    lens: createStore<Lens | null>(null),
  };
  filters.set(doc, known);
  return known;
}
