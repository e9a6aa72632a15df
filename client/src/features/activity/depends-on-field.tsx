import { endsTooLate, waitingChain } from "@planwand/shared/views/dependencies.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { setWaitsFor } from "../../plan/edit-activity.ts";
import { useActivities, usePlanIndex } from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { showToast } from "../../ui/toaster.tsx";
import { Chip } from "../../fields/chip.tsx";
import styles from "../../fields/chips.module.css";
import { Field } from "../../fields/field.tsx";
import { useEntry } from "../../fields/entry-context.ts";
import { PickerButton } from "../../fields/picker.tsx";
import { WaitsForPicker } from "./waits-for-picker.tsx";

/** The activities that must be finished first. */
export function DependsOnField({ activity }: { activity: CardSnapshot }): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const { canWrite } = useEntry();
  const activities = useActivities();
  const waitsFor = new Set(activity.dependsOn);
  const titleOf = useTitle();
  const index = usePlanIndex();
  const toggle = (on: string, isIn: boolean): void => {
    if (setWaitsFor(doc, activity.id, on, isIn)) return;
    const chain = waitingChain((id) => index.activity(id)?.dependsOn ?? [], on, activity.id);
    const names = chain.flatMap((id) => index.activity(id) ?? []).map(titleOf);
    showToast(t("activity.dependsOn.cycle", { chain: names.join(" → ") }));
  };
  const chosen = activities.filter((card) => waitsFor.has(card.id));
  const isTooLate = (card: CardSnapshot): boolean =>
    card.status !== "dropped" && card.status !== "done" && endsTooLate(card, activity);
  const notesOf = (card: CardSnapshot): string[] => [
    t(`board.status.${card.status}`),
    ...(card.place[1] === activity.place[1]
      ? []
      : [
          t("activity.dependsOn.otherDomain", {
            name: index.list("domains").find(({ id }) => id === card.place[1])?.name ?? "",
          }),
        ]),
    ...(isTooLate(card) ? [t("activity.dependsOn.late")] : []),
  ];
  return (
    <Field name="dependsOn" label={t("activity.dependsOn.label")}>
      {() => (
        <div className={styles.line}>
          <ul className={styles.chips}>
            {chosen.map((card) => (
              <Chip
                key={card.id}
                label={titleOf(card)}
                note={notesOf(card).join(", ")}
                isStruck={card.status === "dropped"}
                isWarning={isTooLate(card)}
                removeLabel={t("activity.dependsOn.remove", { name: titleOf(card) })}
                onRemove={canWrite ? () => toggle(card.id, false) : null}
              />
            ))}
            {chosen.length === 0 ? <li className={styles.none}>{t("activity.dependsOn.none")}</li> : null}
          </ul>
          {canWrite ? (
            <PickerButton label={t("activity.dependsOn.add")}>
              <WaitsForPicker activity={activity} chosen={waitsFor} onToggle={toggle} />
            </PickerButton>
          ) : null}
        </div>
      )}
    </Field>
  );
}

function useTitle(): (card: CardSnapshot) => string {
  const { t } = useTranslation();
  return (card) => card.title || t("board.untitled");
}
