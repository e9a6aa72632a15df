import { CIRCLES } from "@planwand/shared/access/role.ts";
import { ACTIVITY_STATUSES, FLOWS } from "@planwand/shared/plan/schema.ts";
import { type Filter, NO_FILTER } from "../../plan/filter.ts";

const LISTS = {
  status: "statuses",
  circle: "circles",
  party: "parties",
  goal: "goals",
  flow: "flows",
} as const;

/** The filter as it stands in the address, so that a link shows the same; what is no choice is left out. */
export function filterFrom(params: URLSearchParams): Filter {
  const all = (name: keyof typeof LISTS): string[] => params.getAll(name).slice(0, 50);
  return {
    ...NO_FILTER,
    text: params.get("text")?.slice(0, 120) ?? "",
    statuses: ACTIVITY_STATUSES.filter((status) => all("status").includes(status)),
    circles: CIRCLES.filter((circle) => all("circle").includes(circle)),
    parties: all("party"),
    goals: all("goal"),
    flows: FLOWS.filter((flow) => all("flow").includes(flow)),
    hasOpenDecision: params.has("choice"),
    isLate: params.has("late"),
  };
}

/** The address's query for a filter; `filter` says that the bar is open, also while nothing is asked for. */
export function addressOf(filter: Filter): URLSearchParams {
  const params = new URLSearchParams({ filter: "" });
  if (filter.text !== "") params.set("text", filter.text);
  for (const [name, list] of Object.entries(LISTS))
    for (const value of filter[list]) params.append(name, value);
  if (filter.hasOpenDecision) params.set("choice", "");
  if (filter.isLate) params.set("late", "");
  return params;
}
