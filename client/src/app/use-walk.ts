import type { Walked } from "@planwand/shared/diff/tell-walk.ts";
import { useCallback } from "react";
import { useLocation } from "wouter";
import { useWalkBack, type Walk } from "../features/undo/use-walk-back.ts";
import { wayTo } from "../fields/way-to.ts";
import { usePlanSession } from "../sync/session.tsx";
import type { ViewName } from "./view-names.ts";
import { openedWindow } from "./windows.ts";

/** Undoing and redoing on the page of a plan, where what came of it can be shown. */
export function useWalk(view: ViewName | null): Walk {
  const { planId } = usePlanSession().connection;
  const [, navigate] = useLocation();
  const isOnWall = view === null;
  const show = useCallback(
    ({ kind, id, change }: Walked) => {
      if (change === "archived") return () => openedWindow.set("bin");
      const [where, entry] = wayTo(kind, id) ?? [null, null];
      if (where === null) return null;
      return () => {
        // The wall stays as it is looked at.
        const query = where === "activity" && isOnWall ? location.search : "";
        navigate(`/plan/${planId}/${where}${entry === null ? "" : `/${entry}`}${query}`);
      };
    },
    [navigate, planId, isOnWall],
  );
  return useWalkBack(show);
}
