import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  pointerWithin,
  useDraggable,
  useDroppable,
} from "@dnd-kit/core";
import { GripVertical } from "lucide-react";
import { type ReactNode, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import chips from "../../fields/chips.module.css";
import { Choices, type Option } from "../../fields/picker.tsx";
import { useActivities, usePhases } from "../../plan/hooks.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";
import { NO_WORDS, useDragSensors } from "./silent-drag.ts";
import styles from "./waits-for.module.css";

const ZONE = "waits-for";

/** All other activities, phase by phase, to tick, or to drag into and out of what this one waits for. */
export function WaitsForPicker({
  activity,
  chosen,
  onToggle,
}: {
  readonly activity: CardSnapshot;
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (id: string, isIn: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const activities = useActivities();
  const phases = usePhases();
  const sensors = useDragSensors();
  const [dragged, drag] = useState<string | null>(null);
  const options = phases.flatMap((phase) =>
    activities
      .filter((card) => card.place[0] === phase.id && card.id !== activity.id)
      .map((card) => ({
        id: card.id,
        label: card.title || t("board.untitled"),
        group: phase.name || t("board.unnamedPhase"),
      })),
  );
  function onDragEnd({ active, over }: DragEndEvent): void {
    drag(null);
    const id = String(active.id);
    const isInZone = over?.id === ZONE;
    if (isInZone !== chosen.has(id)) onToggle(id, isInZone);
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={NO_WORDS}
      onDragStart={({ active }) => drag(String(active.id))}
      onDragCancel={() => drag(null)}
      onDragEnd={onDragEnd}
    >
      <Zone options={options.filter(({ id }) => chosen.has(id))} />
      <Choices
        label={t("activity.dependsOn.add")}
        options={options}
        chosen={chosen}
        onToggle={onToggle}
        renderGrip={(option) => (chosen.has(option.id) ? null : <Grip option={option} />)}
      />
      {createPortal(
        <DragOverlay dropAnimation={null}>
          {dragged === null ? null : (
            <span className={styles.held}>{options.find(({ id }) => id === dragged)?.label}</span>
          )}
        </DragOverlay>,
        document.body,
      )}
    </DndContext>
  );
}

/** What it waits for now: where others are dropped, and from where they are dragged away. */
function Zone({ options }: { readonly options: readonly Option[] }): ReactNode {
  const { t } = useTranslation();
  const { setNodeRef, isOver, active } = useDroppable({ id: ZONE });
  return (
    <div
      ref={setNodeRef}
      className={styles.zone}
      data-testid="waits-for-zone"
      data-aimed={isOver || undefined}
      data-active={active !== null || undefined}
    >
      <p className={styles.zoneLabel}>{t("activity.dependsOn.label")}</p>
      {options.length === 0 ? <p className={chips.none}>{t("activity.dependsOn.drop")}</p> : null}
      <ul className={styles.members}>
        {options.map((option) => (
          <li key={option.id} className={styles.member}>
            <Grip option={option} />
            {option.label}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Not a button: it does nothing by keyboard, for which the ticks are there. */
function Grip({ option }: { readonly option: Option }): ReactNode {
  const { t } = useTranslation();
  const { setNodeRef, listeners } = useDraggable({ id: option.id });
  return (
    <span
      ref={setNodeRef}
      className={styles.grip}
      title={t("activity.dependsOn.drag", { name: option.label })}
      aria-hidden="true"
      onClick={(event) => event.preventDefault()}
      {...listeners}
    >
      <GripVertical size={14} />
    </span>
  );
}
