import { closestCenter, DndContext, type DragEndEvent, useDraggable, useDroppable } from "@dnd-kit/core";
import { GripVertical } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { useTranslation } from "react-i18next";
import { moveStep } from "../../plan/edit-activity.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { NO_WORDS, useDragSensors } from "./silent-drag.ts";
import styles from "./steps.module.css";

/** Lets the steps inside it be dragged into another order. */
export function StepDrag({
  activity,
  stepIds,
  children,
}: {
  readonly activity: string;
  readonly stepIds: readonly string[];
  readonly children: ReactNode;
}): ReactNode {
  const { doc } = usePlanSession();
  const sensors = useDragSensors();
  function onDragEnd({ active, over }: DragEndEvent): void {
    const to = over === null ? -1 : stepIds.indexOf(String(over.id));
    if (to !== -1 && active.id !== over?.id) moveStep(doc, activity, String(active.id), to);
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={NO_WORDS}
      onDragEnd={onDragEnd}
    >
      {children}
    </DndContext>
  );
}

/** What a row needs to be dragged and dropped on: where it is, and the grip to take it by. */
interface DraggableStep {
  readonly rowRef: Ref<HTMLLIElement>;
  readonly style: { readonly translate?: string };
  readonly isDragged: boolean;
  /** Which edge of this row the dragged one would come to, if any. */
  readonly edge: "above" | "below" | undefined;
  readonly grip: ReactNode;
}

export function useDraggableStep(id: string, at: number, title: string): DraggableStep {
  const { t } = useTranslation();
  const { setNodeRef: setDropNode, active, isOver } = useDroppable({ id, data: { at } });
  const { setNodeRef, setActivatorNodeRef, listeners, transform, isDragging } = useDraggable({
    id,
    data: { at },
  });
  const from: unknown = active?.data.current?.["at"];
  const isAimed = isOver && typeof from === "number" && from !== at;
  return {
    rowRef(element) {
      setDropNode(element);
      setNodeRef(element);
    },
    style: transform === null ? {} : { translate: `0 ${transform.y}px` },
    isDragged: isDragging,
    edge: isAimed ? (from > at ? "above" : "below") : undefined,
    grip: (
      // Not a button: it does nothing by keyboard, for which the two arrows are there.
      <span
        ref={setActivatorNodeRef}
        className={styles.grip}
        title={t("activity.steps.drag", { title })}
        aria-hidden="true"
        {...listeners}
      >
        <GripVertical size={14} />
      </span>
    ),
  };
}
