import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { archiveActivity, restoreActivity } from "../../plan/actions.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { announce } from "../../ui/live-region.tsx";
import { showToast } from "../../ui/toaster.tsx";
import { useSpeech } from "./speech.ts";

/** Puts a card in the bin, with eight seconds to take that back. */
export function useArchive(): (id: string) => void {
  const { t } = useTranslation();
  const { doc, actor } = usePlanSession();
  const speech = useSpeech();
  return useCallback(
    (id) => {
      const title = speech.titleOf(id);
      archiveActivity(doc, id, actor.id);
      showToast(t("board.archived", { title }), {
        label: t("board.undo"),
        run() {
          restoreActivity(doc, id);
          announce(t("board.restored", { title }), "polite");
        },
      });
    },
    [t, doc, actor, speech],
  );
}
