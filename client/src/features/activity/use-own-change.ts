import { isLocalDate } from "@planwand/shared/kernel/clock.ts";
import type { ExplainedField } from "@planwand/shared/journal/events.ts";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useShortDays } from "../../fields/short-days.ts";
import { useActivity, usePhases } from "../../plan/hooks.ts";
import { type OwnChange, ownChangeOf } from "../../plan/own-changes.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";

/** The last change of this page that may be explained, as long as it stands: what was undone needs no reason. */
export function useOwnChange(): { readonly change: OwnChange; readonly activity: CardSnapshot } | null {
  const { doc } = usePlanSession();
  const store = ownChangeOf(doc);
  const change = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const activity = useActivity(change?.activity ?? "");
  if (change === null || activity === null || valueOf(activity, change.field) !== change.to) return null;
  return { change, activity };
}

function valueOf({ place, status, start, end }: CardSnapshot, field: ExplainedField): string {
  return { phase: place[0], status, start: start ?? "", end: end ?? "" }[field];
}

/** Values in words: a status as people call it, a phase by its name, a day as it is written. */
export function useValueWords(): (field: ExplainedField, value: string) => string {
  const { t } = useTranslation();
  const phases = usePhases();
  const shortDays = useShortDays();
  return (field, value) => {
    if (value === "") return t("activity.reasons.nothing");
    if (field === "phase") return phases.find(({ id }) => id === value)?.name ?? t("board.unnamedPhase");
    if (field !== "status") return isLocalDate(value) ? shortDays(value) : value;
    switch (value) {
      case "idea":
      case "planned":
      case "active":
      case "blocked":
      case "done":
      case "dropped":
        return t(`board.status.${value}`);
      default:
        return value;
    }
  };
}
