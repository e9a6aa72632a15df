import type { Communication } from "@planwand/shared/plan/schema.ts";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { addNameless } from "../../plan/nameless.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { announce } from "../../ui/live-region.tsx";

/** What a new moment begins with. */
export type FirstValues = Partial<Omit<Communication, "id">> & Pick<Communication, "kind">;

/** Adds a moment to the plan and opens it, to be written. */
export function useAddMoment(onOpen: (id: string) => void): (values: FirstValues) => void {
  const { t } = useTranslation();
  const { doc, actor } = usePlanSession();
  return useCallback(
    (values) => {
      onOpen(addNameless(doc, "communications", values, actor.id));
      announce(t("communication.added"), "polite");
    },
    [t, doc, actor, onOpen],
  );
}
