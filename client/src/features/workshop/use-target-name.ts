import type { SpotlightTarget } from "@planwand/shared/workshop/session.ts";
import { useTranslation } from "react-i18next";
import { useEntries } from "../../plan/entry-lists.ts";
import { usePlanIndex } from "../../plan/hooks.ts";
import { usePlaceName } from "./use-places.ts";

/** What something that everybody is asked to look at is called. */
export function useTargetName(): (target: SpotlightTarget) => string {
  const { t } = useTranslation();
  const index = usePlanIndex();
  const decisions = useEntries("decisions");
  const placeName = usePlaceName();
  return (target) => {
    switch (target.kind) {
      case "phase":
      case "cell":
        return placeName(target);
      case "activity":
        return index.activity(target.id)?.title || t("board.untitled");
      case "decision":
        return decisions.find(({ id }) => id === target.id)?.question || t("decisions.untitled");
      case "member":
        return t("leading.spotlight.me");
    }
  };
}
