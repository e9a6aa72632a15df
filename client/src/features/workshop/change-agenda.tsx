import type { WorkshopNow } from "@planwand/shared/views/workshop.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { AgendaEditor } from "./agenda-editor.tsx";
import styles from "./agenda.module.css";
import { useTell } from "./use-workshop.ts";
import { wireSteps } from "./wire-steps.ts";
import { stepTitle } from "./step-title.ts";

/** The steps of a session that goes on; what was begun stays what it is. */
export function ChangeAgenda({
  now: { session },
  onClose,
}: {
  readonly now: WorkshopNow;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const tell = useTell(session.id);
  const [steps, setSteps] = useState(session.steps);
  const begun = new Set(session.runs.map(({ step }) => step));
  const fixed = 1 + session.steps.findLastIndex(({ id }) => begun.has(id) || id === session.current);
  return (
    <Dialog title={t("workshop.start.change")} closeLabel={t("app.close")} onClose={onClose}>
      <AgendaEditor steps={steps} fixed={fixed} onChange={setSteps} />
      <div className={styles.foot}>
        <Button
          variant="primary"
          onClick={() => {
            const named = steps.map((step) => ({
              ...step,
              title: stepTitle(t, step),
            }));
            tell({ type: "agenda.change", steps: wireSteps(named) });
            onClose();
          }}
        >
          {t("workshop.start.save")}
        </Button>
      </div>
    </Dialog>
  );
}
