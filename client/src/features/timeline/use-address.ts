import { type Grouping, GROUPINGS } from "@planwand/shared/views/timeline.ts";
import { useLocation, useSearch } from "wouter";
import { usePlanSession } from "../../sync/session.tsx";
import { type Zoom, ZOOMS } from "./zoom.ts";

export const FORMS = ["chart", "table"] as const;
export type Form = (typeof FORMS)[number];

/** What of this view is in the address, so that a link and the Back button bring it back. */
export interface Address {
  readonly form: Form;
  readonly by: Grouping;
  readonly zoom: Zoom;
  show(change: { readonly as?: Form; readonly by?: Grouping; readonly zoom?: Zoom }): void;
}

export function useAddress(): Address {
  const { planId } = usePlanSession().connection;
  const [, navigate] = useLocation();
  const search = useSearch();
  const asked = new URLSearchParams(search);
  return {
    form: FORMS.find((form) => form === asked.get("as")) ?? "chart",
    by: GROUPINGS.find((by) => by === asked.get("by")) ?? "phase",
    zoom: ZOOMS.find((zoom) => zoom === asked.get("zoom")) ?? "whole",
    show(change) {
      const query = new URLSearchParams(search);
      for (const [name, value] of Object.entries(change)) query.set(name, value);
      navigate(`/plan/${planId}/timeline?${query.toString()}`, { replace: change.as === undefined });
    },
  };
}
