import type { Axis } from "@planwand/shared/plan/displaced.ts";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { axisNameOf } from "../../plan/shared-text.ts";
import { useBoundText } from "../../plan/use-bound-text.ts";
import { usePlanSession } from "../../sync/session.tsx";
import controls from "./axis-controls.module.css";
import styles from "./headers.module.css";
import { useStore } from "./use-store.ts";
import { useWall } from "./wall-context.ts";

const MAX_LENGTH = 80;

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
  if (isOpen) return <NameField axis={axis} id={id} />;
  return (
    <span className={styles.name} title={name}>
      {name}
    </span>
  );
}

function NameField({ axis, id }: { readonly axis: Axis; readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const wall = useWall();
  const { doc } = usePlanSession();
  const text = useMemo(() => axisNameOf(doc, axis, id), [doc, axis, id]);
  const field = useBoundText<HTMLInputElement>(text);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [field]);

  function close(): void {
    const task = wall.axis.getSnapshot();
    if (task?.doing === "name" && task.id === id) wall.axis.set(null);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    event.stopPropagation();
    if (event.key !== "Enter" && event.key !== "Escape") return;
    // Or the same key would press the button that gets focus.
    event.preventDefault();
    const header = event.currentTarget.closest("[data-head]");
    close();
    header?.querySelector<HTMLElement>("[data-stop]")?.focus();
  }

  const label = t(axis === "phases" ? "axes.phaseName" : "axes.domainName");
  return (
    <input
      ref={field}
      className={controls.nameField}
      aria-label={label}
      placeholder={label}
      maxLength={MAX_LENGTH}
      onKeyDown={onKeyDown}
      onBlur={close}
    />
  );
}
