import { PROMPTS } from "@planwand/shared/templates/prompts.ts";
import type { Decision } from "@planwand/shared/plan/schema.ts";
import { ArrowUpRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceControl, DateControl } from "../../fields/controls.tsx";
import controls from "../../fields/control.module.css";
import { useLanguage } from "../../fields/field.tsx";
import { PartyChoice } from "../../fields/parties.tsx";
import { setField } from "../../plan/edit-entry.ts";
import { useActivities, useActivity } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";

/** Who decides, by when, and to which activity it belongs. */
export function PlanningFields({
  decision,
  onOpenActivity,
}: {
  readonly decision: Decision;
  readonly onOpenActivity: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const language = useLanguage();
  const activities = useActivities();
  const activity = useActivity(decision.activity ?? "");
  const { id } = decision;
  return (
    <div className={controls.planning}>
      <PartyChoice
        field="decider"
        label={PROMPTS.decision.decider.label[language]}
        value={decision.decider}
        onChange={(party) => setField(doc, "decisions", id, "decider", party)}
      />
      <DateControl
        field="neededBy"
        label={PROMPTS.decision.neededBy.label[language]}
        value={decision.neededBy}
        onChange={(date) => setField(doc, "decisions", id, "neededBy", date)}
      />
      <div className={controls.wide}>
        <ChoiceControl
          field="activity"
          label={t("decisions.activity")}
          value={decision.activity ?? ""}
          options={[
            { value: "", label: t("decisions.noActivity") },
            ...activities.map((card) => ({ value: card.id, label: card.title || t("board.untitled") })),
          ]}
          onChange={(value) => setField(doc, "decisions", id, "activity", value === "" ? null : value)}
        />
        {activity === null ? null : (
          <Button variant="ghost" size="small" onClick={() => onOpenActivity(activity.id)}>
            <ArrowUpRight aria-hidden />
            {t("decisions.openActivity")}
          </Button>
        )}
      </div>
    </div>
  );
}
