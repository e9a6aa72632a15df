import type { Anchor } from "@planwand/shared/journal/events.ts";
import { useTranslation } from "react-i18next";
import { useEntries } from "../../plan/entry-lists.ts";
import { useActivity, useDomain, usePhase } from "../../plan/hooks.ts";

/** What a discussion is about, in words; null when it is no longer in the plan. */
export function useSubject({ kind, id }: Anchor): string | null {
  const { t } = useTranslation();
  const activity = useActivity(id);
  const phase = usePhase(id);
  const domain = useDomain(id);
  const decision = useEntries("decisions").find((entry) => entry.id === id) ?? null;
  switch (kind) {
    case "plan":
      return t("discussion.about.plan");
    case "phase":
      return phase && t("discussion.about.phase", { name: phase.name || t("board.unnamedPhase") });
    case "domain":
      return domain && t("discussion.about.domain", { name: domain.name || t("board.unnamedDomain") });
    case "activity":
      return activity && t("discussion.about.activity", { name: activity.title || t("board.untitled") });
    case "decision":
      return decision && t("discussion.about.decision", { name: decision.question || t("board.untitled") });
  }
}
