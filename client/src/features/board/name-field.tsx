import type { Axis } from "@planwand/shared/plan/displaced.ts";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLeaveNameless } from "../../fields/use-nameless.ts";
import { axisNameOf } from "../../plan/shared-text.ts";
import { useBoundText } from "../../plan/use-bound-text.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { afterPress } from "../../ui/after-press.ts";
import controls from "./axis-controls.module.css";
import { useWall } from "./wall-context.ts";

const MAX_LENGTH = 80;

/** The field in which the name of a phase or domain is changed, together with whoever else is in it. */
export function NameField({ axis, id }: { readonly axis: Axis; readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const wall = useWall();
  const { doc } = usePlanSession();
  const leave = useLeaveNameless();
  const text = useMemo(() => axisNameOf(doc, axis, id), [doc, axis, id]);
  const field = useBoundText<HTMLInputElement>(text);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [field]);

  function close(): void {
    const task = wall.axis.getSnapshot();
    if (task?.doing === "name" && task.id === id) wall.axis.set(null);
    leave(id, () => wall.axis.set({ axis, id, doing: "name", anchor: null }));
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
      onBlur={() => afterPress(close)}
    />
  );
}
