import { may } from "@planwand/shared/access/policy.ts";
import { useLocation } from "wouter";
import { usePlanSession } from "../sync/session.tsx";
import { type Action, actionsAt } from "./actions.ts";
import { useLens } from "./lens.tsx";
import type { ViewName } from "./view-names.ts";
import { useToggleFilter } from "./filter-steps.ts";
import { useWalk } from "./use-walk.ts";
import { openedWindow } from "./windows.ts";

/** What can be done here and now with the plan as a whole. */
export function useActions(view: ViewName | null): readonly Action[] {
  const { connection, role, canWrite, isPast } = usePlanSession();
  const { planId } = connection;
  const [, navigate] = useLocation();
  const walk = useWalk(view);
  const lens = useLens();
  const toggleFilter = useToggleFilter(planId, view);
  return actionsAt({
    planId,
    canWrite,
    canLead: may(role, "session.lead"),
    canInvite: may(role, "people.invite"),
    isPast,
    walk,
    toggleFilter,
    toggleLens: lens.toggle,
    open: (what) => openedWindow.set(what),
    go: (path) => navigate(path),
  });
}
