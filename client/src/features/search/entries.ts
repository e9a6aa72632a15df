import type { Findable } from "@planwand/shared/views/search.ts";
import { CopyPlus, Gavel, LayoutGrid, type LucideIcon, StickyNote, Target, Users } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useEntries } from "../../plan/entry-lists.ts";
import { useActivities, useDomains, useGoals, useParties, usePhases } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import type { WallAsk } from "../../plan/wall-asks.ts";

/** The groups of the palette, each with its word in `palette.groups`. */
export const PALETTE_GROUPS = [
  "activity",
  "decision",
  "action",
  "view",
  "saved",
  "phase",
  "domain",
  "party",
  "goal",
  "new",
] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

/** Something to go to or to do. */
export interface PaletteEntry extends Findable {
  readonly group: PaletteGroup;
  readonly id: string;
  readonly icon: LucideIcon;
  /** The keys that do the same. */
  readonly keys?: string;
  readonly run: () => void;
}

/** Where the palette leads to in the plan. */
export interface PaletteWays {
  readonly open: (kind: "activity" | "decision" | "party" | "goal", id: string) => void;
  readonly ask: (ask: WallAsk) => void;
}

/** All of the plan that can be found, and adding an activity in each cell. */
export function usePlanEntries(ways: PaletteWays): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const { canWrite } = usePlanSession();
  const activities = useActivities();
  const decisions = useEntries("decisions");
  const [phases, domains, parties, goals] = [usePhases(), useDomains(), useParties(), useGoals()];
  const { open, ask } = ways;
  return useMemo(() => {
    const untitled = t("board.untitled");
    const nameOf = (list: readonly { readonly id: string; readonly name: string }[], id: string): string =>
      list.find((one) => one.id === id)?.name ?? "";
    const cells = phases.flatMap((phase) => domains.map((domain) => ({ phase, domain })));
    return [
      ...activities.map(({ id, title, place: [phase, domain] }): PaletteEntry => {
        const where = [nameOf(phases, phase), nameOf(domains, domain)].filter((name) => name !== "");
        return {
          group: "activity",
          id,
          icon: StickyNote,
          title: title || untitled,
          detail: where.join(" / "),
          run: () => open("activity", id),
        };
      }),
      ...decisions.map(({ id, question }): PaletteEntry => ({
        group: "decision",
        id,
        icon: Gavel,
        title: question || untitled,
        detail: t("palette.kinds.decision"),
        run: () => open("decision", id),
      })),
      ...phases.map(({ id, name }): PaletteEntry => ({
        group: "phase",
        id,
        icon: LayoutGrid,
        title: name || t("board.unnamedPhase"),
        detail: t("palette.kinds.phase"),
        run: () => ask({ what: "show", phase: id, domain: null }),
      })),
      ...domains.map(({ id, name }): PaletteEntry => ({
        group: "domain",
        id,
        icon: LayoutGrid,
        title: name || t("board.unnamedDomain"),
        detail: t("palette.kinds.domain"),
        run: () => ask({ what: "show", phase: null, domain: id }),
      })),
      ...parties.map(({ id, name, circle }): PaletteEntry => ({
        group: "party",
        id,
        icon: Users,
        title: name,
        detail: t(`people.circles.${circle}`),
        run: () => open("party", id),
      })),
      ...goals.map(({ id, title }): PaletteEntry => ({
        group: "goal",
        id,
        icon: Target,
        title: title || untitled,
        detail: t("palette.kinds.goal"),
        run: () => open("goal", id),
      })),
      ...(canWrite ? cells : []).map(({ phase, domain }): PaletteEntry => ({
        group: "new",
        id: `${phase.id}/${domain.id}`,
        icon: CopyPlus,
        title: t("palette.newIn", { phase: phase.name, domain: domain.name }),
        detail: "",
        run: () => ask({ what: "add", phase: phase.id, domain: domain.id }),
      })),
    ];
  }, [t, canWrite, activities, decisions, phases, domains, parties, goals, open, ask]);
}
