import { Bookmark } from "lucide-react";
import { type ReactNode, useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { PaletteEntry } from "../features/search/entries.ts";
import { Palette } from "../features/search/palette.tsx";
import { useSavedViews } from "../plan/saved-views.ts";
import { wallAskOf, type WallAsk } from "../plan/wall-asks.ts";
import { usePlanSession } from "../sync/session.tsx";
import type { Action } from "./actions.ts";
import { VIEW_ICONS } from "./view-menu-items.tsx";
import { isViewOf, VIEW_GROUPS, type ViewName } from "./view-names.ts";

const WAYS_TO = {
  activity: (id: string) => `activity/${id}`,
  decision: (id: string) => `decisions/${id}`,
  party: (id: string) => `people/${id}`,
  goal: () => "goals",
} as const;

/** The palette of a plan: all that is in it, every action and every view. */
export function PlanPalette({
  planId,
  view,
  actions,
  onClose,
}: {
  readonly planId: string;
  readonly view: ViewName | null;
  readonly actions: readonly Action[];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { doc, isPast } = usePlanSession();
  const saved = useSavedViews();
  const isOnWall = view === null;
  const open = useCallback(
    (kind: keyof typeof WAYS_TO, id: string) => {
      // The wall stays as it is looked at.
      const query = kind === "activity" && isOnWall ? location.search : "";
      navigate(`/plan/${planId}/${WAYS_TO[kind](id)}${query}`);
    },
    [navigate, planId, isOnWall],
  );
  const ask = useCallback(
    (what: WallAsk) => {
      if (!isOnWall) navigate(`/plan/${planId}`);
      wallAskOf(doc).set(what);
    },
    [navigate, planId, isOnWall, doc],
  );
  const ways = useMemo(() => ({ open, ask }), [open, ask]);
  const others = useMemo<readonly PaletteEntry[]>(() => {
    const views = ["wall" as const, ...Object.values(VIEW_GROUPS).flat()].filter((name) =>
      isViewOf(name, isPast),
    );
    return [
      ...actions
        .filter(({ name }) => name !== "find")
        // Whoever presses Enter too soon does the first: nothing is taken back by that.
        .toSorted((a, b) => Number(isWalk(a)) - Number(isWalk(b)))
        .map(({ name, icon, key, keys, run }): PaletteEntry => {
          const told = keys ?? key?.toUpperCase();
          const title = t(`actions.${name}`);
          return {
            group: "action",
            id: name,
            icon,
            title,
            detail: "",
            run,
            ...(told === undefined ? {} : { keys: told }),
          };
        }),
      ...saved.map(({ id, name, address }): PaletteEntry => ({
        group: "saved",
        id,
        icon: Bookmark,
        title: name,
        detail: "",
        run: () => navigate(`/plan/${planId}${address}`),
      })),
      ...views.map((name): PaletteEntry => ({
        group: "view",
        id: name,
        icon: VIEW_ICONS[name],
        title: t(`app.views.${name}`),
        detail: t(`views.${name}`),
        run: () => navigate(name === "wall" ? `/plan/${planId}` : `/plan/${planId}/${name}`),
      })),
    ];
  }, [t, actions, saved, navigate, planId, isPast]);
  return <Palette others={others} ways={ways} onClose={onClose} />;
}

function isWalk({ name }: Action): boolean {
  return name === "undo" || name === "redo";
}
