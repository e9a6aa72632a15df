import { isMonth, type Month } from "@planwand/shared/dates/calendar.ts";
import { useLocation, useSearch } from "wouter";
import { usePlanSession } from "../../sync/session.tsx";

export const FORMS = ["list", "calendar", "coverage"] as const;
export type Form = (typeof FORMS)[number];
export const ORDERS = ["phase", "month"] as const;
export type Order = (typeof ORDERS)[number];

/** What of this view is in the address, so that a link and the Back button bring it back. */
export interface Address {
  readonly form: Form;
  readonly order: Order;
  /** The month of the calendar; null for the one of today. */
  readonly month: Month | null;
  show(change: { readonly as?: Form; readonly by?: Order; readonly month?: Month }): void;
  /** Opens a moment; Back closes it, however many were looked at. */
  open(id: string): void;
  close(): void;
}

/** Marks a history entry that was made by opening a moment here. */
const FROM_VIEW = "from-communication";

/** The address of this view while `entryId` is open in it. */
export function useAddress(entryId: string | null): Address {
  const { planId } = usePlanSession().connection;
  const [, navigate] = useLocation();
  const search = useSearch();
  const asked = new URLSearchParams(search);
  const month = asked.get("month");
  const to = (id: string | null, query: string): string =>
    `/plan/${planId}/communication${id === null ? "" : `/${id}`}${query === "" ? "" : `?${query}`}`;
  return {
    form: FORMS.find((form) => form === asked.get("as")) ?? "list",
    order: ORDERS.find((order) => order === asked.get("by")) ?? "phase",
    month: isMonth(month) ? month : null,
    show(change) {
      const query = new URLSearchParams(search);
      for (const [name, value] of Object.entries(change)) query.set(name, value);
      navigate(to(entryId, query.toString()), { replace: change.as === undefined || entryId !== null });
    },
    open: (id) =>
      navigate(to(id, search), {
        replace: entryId !== null,
        state: entryId === null ? FROM_VIEW : history.state,
      }),
    close() {
      if (history.state === FROM_VIEW) history.back();
      else navigate(to(null, search), { replace: true });
    },
  };
}
