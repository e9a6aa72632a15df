import type { ReactNode } from "react";
import { useLocation } from "wouter";
import { CardMissing } from "../features/missing/card-missing.tsx";
import { MissingBadge } from "../features/missing/missing-badge.tsx";
import { MissingView } from "../features/missing/missing-view.tsx";
import { usePlanSession } from "../sync/session.tsx";

/* The places where the page says what is missing. They stand in one file since they are fetched together. */

/** The view, whose findings lead anywhere in the plan. */
export function MissingPage(): ReactNode {
  const { planId } = usePlanSession().connection;
  const [, navigate] = useLocation();
  return <MissingView onGo={(path) => navigate(`/plan/${planId}${path}`)} />;
}

/** In the bar above the wall. */
export function MissingInHeader({ isHere }: { readonly isHere: boolean }): ReactNode {
  return <MissingBadge isHere={isHere} />;
}

/** In the panel of an activity. */
export function MissingInPanel({ activityId }: { readonly activityId: string }): ReactNode {
  return <CardMissing key={activityId} activityId={activityId} />;
}
