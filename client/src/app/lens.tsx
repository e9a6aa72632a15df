import { CIRCLES, type Circle } from "@planwand/shared/access/role.ts";
import { type ReactNode } from "react";
import { useLocation } from "wouter";
import { LensBar } from "../features/lens/lens-bar.tsx";
import { mineOf } from "../plan/mine.ts";
import { usePlanIndex } from "../plan/hooks.ts";
import { usePlanSession } from "../sync/session.tsx";
import { keep, kept } from "../ui/kept.ts";

const keyOf = (planId: string): string => `planwand:lens:${planId}`;

/** The kring-lens of the address. */
export function Lens({ circle }: { readonly circle: Circle }): ReactNode {
  return <LensBar circle={circle} onChoose={useLens().choose} />;
}

/** Looks at the wall from a circle's side, or no longer; it is in the address, so that Back takes it away again. */
export function useLens(): {
  readonly choose: (circle: Circle | null) => void;
  /** On: from the side of the circle that was chosen last, else of whoever reads. */
  readonly toggle: () => void;
} {
  const [, navigate] = useLocation();
  const { connection, actor } = usePlanSession();
  const { planId } = connection;
  const index = usePlanIndex();
  const choose = (circle: Circle | null): void => {
    const isOnWall = /^\/plan\/[^/]+(\/activity\/[^/]+)?\/?$/u.test(location.pathname);
    const params = new URLSearchParams(isOnWall ? location.search : "");
    if (circle === null) params.delete("lens");
    else params.set("lens", circle);
    if (circle !== null) keep(keyOf(planId), circle);
    const query = params.toString();
    navigate((isOnWall ? location.pathname : `/plan/${planId}`) + (query === "" ? "" : `?${query}`));
  };
  const toggle = (): void => {
    if (new URLSearchParams(location.search).has("lens")) return choose(null);
    const last = CIRCLES.find((circle) => circle === kept(keyOf(planId)));
    choose(last ?? ownCircle() ?? CIRCLES[0]);
  };
  const ownCircle = (): Circle | null => {
    const [what, who] = mineOf(planId, actor)[0]?.split(":") ?? [];
    if (what === "party") return index.list("parties").find(({ id }) => id === who)?.circle ?? null;
    return CIRCLES.find((circle) => circle === who) ?? null;
  };
  return { choose, toggle };
}
