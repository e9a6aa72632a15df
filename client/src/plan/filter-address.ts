import { cut } from "@planwand/shared/kernel/grapheme.ts";
import { CIRCLES } from "@planwand/shared/access/role.ts";
import { isId } from "@planwand/shared/kernel/id.ts";
import { ACTIVITY_STATUSES, FLOWS, PRIORITIES } from "@planwand/shared/plan/schema.ts";
import { type Filter, FILTER_KINDS, type FilterKind } from "./filter.ts";

/** As many values of a kind as an address may ask for. */
const MAX_VALUES = 50;
const MAX_TEXT = 120;

const isOneOf = (known: readonly string[]) => (value: string) => known.includes(value);
const isThere = (value: string): boolean => value === "";

/** What can stand in an address for each kind; anything else is left out. */
const IS_VALUE: Record<FilterKind, (value: string) => boolean> = {
  mine: (value) => {
    const [what, who = ""] = value.split(":");
    return (what === "party" && isId(who)) || (what === "circle" && isOneOf(CIRCLES)(who));
  },
  status: isOneOf(ACTIVITY_STATUSES),
  priority: isOneOf(PRIORITIES),
  circle: isOneOf(CIRCLES),
  without: isOneOf(CIRCLES),
  party: isId,
  person: (value) => value.trim() !== "" && value.length <= MAX_TEXT,
  goal: isId,
  flow: isOneOf(FLOWS),
  choice: isThere,
  late: isThere,
  missing: (value) => /^(?:[MAT]|K\d{2})$/u.test(value),
};

/** The filter as it stands in the address, so that a link shows the same; what is no choice is left out. */
export function filterFrom(params: URLSearchParams): Filter {
  const chosen = FILTER_KINDS.flatMap((kind) => {
    const values = [...new Set(params.getAll(kind).filter(IS_VALUE[kind]))].slice(0, MAX_VALUES);
    return values.length === 0 ? [] : [[kind, values] as const];
  });
  return {
    text: cut(params.get("text") ?? "", MAX_TEXT),
    chosen: Object.fromEntries(chosen),
    isHiding: params.has("hide"),
  };
}

/** The query of an address with this filter in the place of its own; `filter` says that the bar is open, also while it asks nothing. */
export function withFilter(search: string, filter: Filter): string {
  const params = withoutFilter(search);
  params.set("filter", "");
  if (filter.text !== "") params.set("text", cut(filter.text, MAX_TEXT));
  for (const kind of FILTER_KINDS) for (const value of filter.chosen[kind] ?? []) params.append(kind, value);
  if (filter.isHiding) params.set("hide", "");
  return params.toString();
}

/** What else the query of an address asks for. */
export function withoutFilter(search: string): URLSearchParams {
  const params = new URLSearchParams(search);
  for (const name of ["filter", "text", "hide", ...FILTER_KINDS]) params.delete(name);
  return params;
}

/** Marks the history entry that was made by opening the filter, which is then ready to type in. */
export const FILTER_OPENED = "filter-opened";
