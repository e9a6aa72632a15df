import type { Step } from "@planwand/shared/plan/schema.ts";
import { ArrowDown, ArrowUp, type LucideIcon, X } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { moveStep, removeStep, stepAt, tickStep } from "../../plan/edit-activity.ts";
import { stepTitleOf } from "../../plan/shared-text.ts";
import { useBoundText } from "../../plan/use-bound-text.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { useDraggableStep } from "./step-drag.tsx";
import { useEntry } from "../../fields/entry-context.ts";
import { useTellGone } from "../../fields/use-bin-words.ts";
import styles from "./steps.module.css";

/** One step: ticked, renamed, moved or put away. */
export function StepRow({
  activity,
  step,
  at,
  total,
}: {
  readonly activity: string;
  readonly step: Step;
  readonly at: number;
  readonly total: number;
}): ReactNode {
  const { t } = useTranslation();
  const { doc, actor } = usePlanSession();
  const { canWrite } = useEntry();
  const tellGone = useTellGone();
  const text = useMemo(() => stepTitleOf(doc, activity, step.id), [doc, activity, step.id]);
  const field = useBoundText<HTMLInputElement>(canWrite ? text : null);
  const title = step.title || t("activity.steps.untitled");
  const { rowRef, style, isDragged, edge, grip } = useDraggableStep(step.id, at, title);
  const remove = (): void => {
    removeStep(doc, activity, step.id, actor.id);
    tellGone({
      gone: [{ item: stepAt(activity, step.id) }],
      title,
      words: t("activity.steps.removed", { title }),
    });
  };
  const tool = (label: string, Icon: LucideIcon, isOff: boolean, run: () => void): ReactNode => (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      disabled={isOff}
      onClick={run}
    >
      <Icon size={14} aria-hidden="true" />
    </button>
  );
  return (
    <li
      ref={rowRef}
      className={styles.step}
      style={style}
      data-entry={step.id}
      data-done={step.done || undefined}
      data-dragged={isDragged || undefined}
      data-edge={edge}
    >
      {canWrite ? grip : null}
      <label className={styles.tickArea}>
        <input
          type="checkbox"
          className={styles.tick}
          checked={step.done}
          disabled={!canWrite}
          aria-label={t("activity.steps.toggle", { title })}
          onChange={(event) => tickStep(doc, activity, step.id, event.currentTarget.checked)}
        />
      </label>
      {canWrite && text !== null ? (
        <input ref={field} type="text" className={styles.stepTitle} aria-label={t("activity.steps.rename")} />
      ) : (
        <span className={styles.stepTitle}>{title}</span>
      )}
      {canWrite ? (
        <span className={styles.tools}>
          {tool(t("activity.steps.up", { title }), ArrowUp, at === 0, () =>
            moveStep(doc, activity, step.id, at - 1),
          )}
          {tool(t("activity.steps.down", { title }), ArrowDown, at === total - 1, () =>
            moveStep(doc, activity, step.id, at + 1),
          )}
          {tool(t("activity.steps.remove", { title }), X, false, remove)}
        </span>
      ) : null}
    </li>
  );
}
