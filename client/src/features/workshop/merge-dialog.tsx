import type { Idea } from "@planwand/shared/workshop/session.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import styles from "./lead.module.css";

/** Asks with which other idea one is merged; for who does not drag. */
export function MergeDialog({
  others,
  onChoose,
  onClose,
}: {
  readonly others: readonly Idea[];
  readonly onChoose: (into: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog title={t("leading.ideas.mergeTitle")} closeLabel={t("app.close")} onClose={onClose}>
      <div className={styles.answers}>
        {others.map(({ id, text }) => (
          <Button
            key={id}
            className={styles.answer ?? ""}
            onClick={() => {
              onChoose(id);
              onClose();
            }}
          >
            {text}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
