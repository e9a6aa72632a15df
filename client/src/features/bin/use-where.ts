import { useTranslation } from "react-i18next";
import { useShortDays } from "../../fields/short-days.ts";
import type { BinnedAt } from "../../plan/archive.ts";
import { type Place, whereItStood } from "../../plan/where-it-stood.ts";
import type { PlanConnection } from "../../sync/plan-connection.ts";
import { kindOf } from "./kinds.ts";

/** The view in which each kind stands that has no place of its own in it. */
const VIEW_WORDS = {
  goals: "app.views.goals",
  decisions: "app.views.decisions",
  communications: "app.views.communication",
  parking: "app.views.parking",
  blackouts: "goals.blackouts",
  waivers: "app.views.missing",
} as const;

/** Tells in words where something that is gone stood. */
export function useWhere(doc: PlanConnection["doc"]): (one: BinnedAt) => string {
  const { t } = useTranslation();
  const shortDays = useShortDays();
  const named = ({ name, isBinned }: Place, unnamed: string): string =>
    isBinned ? t("bin.inBin", { name: name || unnamed }) : name || unnamed;
  const inView = (one: BinnedAt): string => {
    const kind = kindOf(one);
    return kind in VIEW_WORDS ? t(VIEW_WORDS[kind as keyof typeof VIEW_WORDS]) : "";
  };
  return (one) => {
    const where = whereItStood(doc, one);
    switch (where.in) {
      case "cell": {
        const { phase, domain } = where;
        if (phase === null || domain === null) return t("board.unplaced");
        return `${named(phase, t("board.unnamedPhase"))} · ${named(domain, t("board.unnamedDomain"))}`;
      }
      case "phase":
        return t("bin.where.phase", { name: named(where.phase, t("board.unnamedPhase")) });
      case "entry":
        return t("bin.where.of", { title: named(where.entry, t("board.untitled")) });
      case "row": {
        const [before, after] = [where.before, where.after].map((name) =>
          name === null ? null : name || t("board.untitled"),
        );
        if (before != null && after != null) return t("bin.where.between", { before, after });
        if (before != null) return t("bin.where.after", { name: before });
        return after == null ? t("bin.where.alone") : t("bin.where.before", { name: after });
      }
      case "circle":
        return t("bin.where.circle", { name: t(`people.circles.${where.circle}`) });
      case "time":
        return shortDays(where.start, where.end) || inView(one);
      case "view":
        return inView(one);
    }
  };
}
