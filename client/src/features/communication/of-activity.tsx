import type { Communication } from "@planwand/shared/plan/schema.ts";
import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceControl } from "../../fields/controls.tsx";
import { setField } from "../../plan/edit-entry.ts";
import { useActivities, usePhases } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { ActivityMoments } from "./activity-moments.tsx";
import styles from "./moment-panel.module.css";

/** Which activity a moment belongs to, if any, with the other moments of that one. */
export function OfActivity({
  moment: { id, phase, activity },
  onOpen,
  onActivity,
}: {
  readonly moment: Communication;
  readonly onOpen: (id: string) => void;
  readonly onActivity: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const options = useActivityOptions(phase);
  const chosen = options.some(({ value }) => value === activity) ? activity : null;
  return (
    <div className={styles.ofActivity}>
      <ChoiceControl
        field="activity"
        label={t("communication.panel.activity")}
        value={chosen ?? ""}
        options={[{ value: "", label: t("communication.panel.noActivity") }, ...options]}
        onChange={(value) => setField(doc, "communications", id, "activity", value === "" ? null : value)}
      />
      {chosen === null ? null : (
        <>
          <Button size="small" className={styles.toActivity ?? ""} onClick={() => onActivity(chosen)}>
            {t("communication.panel.openActivity")}
            <ArrowRight aria-hidden />
          </Button>
          <h4 className={styles.part}>{t("communication.ofActivity.label")}</h4>
          <ActivityMoments activityId={chosen} openId={id} onOpen={onOpen} />
        </>
      )}
    </div>
  );
}

/** All activities to choose from: those of the moment's phase first, the others with their phase. */
function useActivityOptions(phase: string | null): readonly { value: string; label: string }[] {
  const { t } = useTranslation();
  const phases = usePhases();
  const options = useActivities().map(({ id, title, place: [where] }) => {
    const name = title || t("board.untitled");
    const elsewhere = where === phase ? undefined : phases.find((known) => known.id === where);
    return {
      value: id,
      isHere: where === phase,
      label:
        elsewhere === undefined
          ? name
          : t("communication.panel.activityIn", { title: name, phase: elsewhere.name }),
    };
  });
  return options.toSorted((a, b) => Number(b.isHere) - Number(a.isHere));
}
