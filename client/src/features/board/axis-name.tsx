import type { Axis } from "@planwand/shared/plan/displaced.ts";
import { type ReactNode, Suspense } from "react";
import { part } from "../../ui/part.ts";
import styles from "./headers.module.css";
import { useStore } from "./use-store.ts";
import { useWall } from "./wall-context.ts";

const NameField = part(async () => (await import("./wall-parts.ts")).NameField);

/** The name of a phase or domain; while it is being changed, a field that others type in too. */
export function AxisName({
  axis,
  id,
  name,
}: {
  readonly axis: Axis;
  readonly id: string;
  readonly name: string;
}): ReactNode {
  const isOpen = useStore(useWall().axis, (task) => task?.doing === "name" && task.id === id);
  const shown = (
    <span className={styles.name} title={name}>
      {name}
    </span>
  );
  if (!isOpen) return shown;
  return (
    <Suspense fallback={shown}>
      <NameField axis={axis} id={id} />
    </Suspense>
  );
}
