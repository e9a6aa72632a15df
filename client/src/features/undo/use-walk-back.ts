import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { walkBack } from "../../plan/undo.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { showToast } from "../../ui/toaster.tsx";

/** Undoes or redoes what this tab did last, and says what came of it. */
export function useWalkBack(): (way: "undo" | "redo") => void {
  const { t } = useTranslation();
  const { doc, actor, connection } = usePlanSession();
  return useCallback(
    (way) => {
      const outcome = walkBack(doc, way, actor.id);
      if (outcome.kind !== "changed-meanwhile") return showToast(t(`undo.${outcome.kind}.${way}`));
      const { changedBy } = outcome;
      const person = changedBy === null ? null : connection.presence.store.getSnapshot().atClient(changedBy);
      showToast(person === null ? t("undo.changed") : t("undo.changedBy", { name: person.name }));
    },
    [t, doc, actor, connection],
  );
}
