import { type ReactNode, useCallback } from "react";
import { useTranslation } from "react-i18next";
import { DecisionPanel } from "../features/decisions/decision-panel.tsx";
import { DecisionsView } from "../features/decisions/decisions-view.tsx";
import { Discussion } from "../features/discussion/discussion.tsx";

/** The decisions with the open one beside them and what is said about it: the features know nothing of each other. */
export function DecisionsPage({
  openId,
  onOpen,
  onOpenActivity,
}: {
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly onOpenActivity: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const close = useCallback(() => onOpen(null), [onOpen]);
  return (
    <DecisionsView
      openId={openId}
      onOpen={onOpen}
      panel={
        openId === null ? null : (
          <DecisionPanel
            decisionId={openId}
            onClose={close}
            onOpen={onOpen}
            onOpenActivity={onOpenActivity}
            discussion={
              <Discussion
                key={openId}
                anchor={{ kind: "decision", id: openId }}
                subject={t("decisions.panel")}
              />
            }
          />
        )
      }
    />
  );
}
