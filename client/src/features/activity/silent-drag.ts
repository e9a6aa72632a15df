import { MouseSensor, TouchSensor, useSensor, useSensors } from "@dnd-kit/core";

/** Says nothing: with the keyboard and a screen reader the same is done by buttons and ticks. */
export const NO_WORDS = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
  screenReaderInstructions: { draggable: "" },
};

/** Presses of a mouse and of a finger that become a drag in a panel. */
export function useDragSensors(): ReturnType<typeof useSensors> {
  return useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  );
}
