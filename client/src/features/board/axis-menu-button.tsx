import type { Axis } from "@planwand/shared/plan/displaced.ts";
import { Ellipsis, Plus } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./axis-controls.module.css";
import { useWall } from "./wall-context.ts";

/** The button with what can be done with a phase or domain, or, without an id, with both axes. */
export function AxisMenuButton({
  axis,
  id,
  label,
}: {
  readonly axis: Axis;
  readonly id: string | null;
  readonly label: string;
}): ReactNode {
  const wall = useWall();
  // Who only reads can still see what is said about it.
  if (!wall.canWrite && id === null) return null;
  const Icon = id === null ? Plus : Ellipsis;
  return (
    <button
      type="button"
      className={styles.menu}
      data-stop={`${axis}:${id ?? "add"}`}
      tabIndex={-1}
      aria-haspopup="menu"
      aria-label={label}
      title={label}
      onClick={(event) => wall.axis.set({ axis, id, doing: "menu", anchor: event.currentTarget })}
    >
      <Icon size={16} aria-hidden="true" />
    </button>
  );
}
