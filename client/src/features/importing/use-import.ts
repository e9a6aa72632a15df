import { useTranslation } from "react-i18next";
import { importEdits } from "../../plan/import.ts";
import { proposeImport } from "../../sync/import-api.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { showToast } from "../../ui/toaster.tsx";
import { type Proposing, useProposal } from "./use-proposal.ts";

/** An import into the open plan under way. */
export interface Importing extends Proposing {
  /** Carries it out; resolves to whether that was done. */
  readonly finish: () => Promise<boolean>;
}

export function useImport(): Importing {
  const { t } = useTranslation();
  const { doc, actor, connection } = usePlanSession();
  const { planId } = connection;
  const proposing = useProposal((source, choices) => proposeImport(planId, source, choices, false));
  return {
    ...proposing,
    async finish() {
      const final = await proposing.carryOut((source, choices) =>
        proposeImport(planId, source, choices, true),
      );
      if (final === null) return false;
      const count = final.rows.filter(
        ({ action, isSkipped }) => !isSkipped && (action === "add" || action === "change"),
      ).length;
      const takeBack = importEdits(doc, final.edits, actor.id);
      showToast(t("importing.done", { count }), {
        label: t("undo.undo"),
        kind: "import",
        run: () => showToast(takeBack() ? t("importing.undone") : t("importing.undoLater")),
      });
      return true;
    },
  };
}
