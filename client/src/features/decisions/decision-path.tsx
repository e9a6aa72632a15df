import type { Seal } from "@planwand/shared/journal/journal.ts";
import type { Decision, DecisionStatus } from "@planwand/shared/plan/schema.ts";
import { missingFor, standingOf } from "@planwand/shared/views/decisions.ts";
import { Gavel } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { setField } from "../../plan/edit-entry.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import styles from "./decision-panel.module.css";
import { TakeDialog } from "./take-dialog.tsx";

/** The steps before a decision is taken; taking it is a step of its own, with a date and a seal. */
const STEPS = ["open", "prepared", "advice", "returned"] as const satisfies readonly DecisionStatus[];

/** Where the decision stands on its way, and taking it. */
export function DecisionPath({
  decision,
  seal,
}: {
  readonly decision: Decision;
  readonly seal: Seal | null;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, canWrite } = usePlanSession();
  const [isTaking, setTaking] = useState(false);
  const standing = standingOf(decision, seal);
  if (seal !== null) return null;
  const missing = missingFor(decision);
  return (
    <div className={styles.path} data-field="status" role="group" aria-label={t("decisions.status")}>
      <div className={styles.steps}>
        {STEPS.map((step) => (
          <button
            key={step}
            type="button"
            className={styles.step}
            aria-pressed={standing === step}
            disabled={!canWrite}
            onClick={() => setField(doc, "decisions", decision.id, "status", step)}
          >
            {t(`decisions.standing.${step}`)}
          </button>
        ))}
        {canWrite ? (
          <Button variant="primary" size="small" onClick={() => setTaking(true)}>
            <Gavel aria-hidden />
            {t("decisions.take")}
          </Button>
        ) : null}
      </div>
      {standing === "unsealed" ? <p className={styles.help}>{t("decisions.unsealedHelp")}</p> : null}
      {isTaking ? (
        <TakeDialog decision={decision} missing={missing} onClose={() => setTaking(false)} />
      ) : null}
    </div>
  );
}
