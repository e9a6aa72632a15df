import type { ReactNode } from "react";
import type * as Y from "yjs";
import { useBoundText } from "../plan/use-bound-text.ts";
import { useEntry } from "./entry-context.ts";
import styles from "./line.module.css";

/** A line of text that people write together, as high as what stands in it; to be read only where nothing may be written. */
export function LineField({
  field,
  text,
  value,
  label,
  labelId,
  placeholder,
  size = "normal",
  onEnter,
}: {
  /** Its name in the entry, for who is where. */
  readonly field: string;
  readonly text: Y.Text | null;
  /** What it says now, for whoever only reads. */
  readonly value: string;
  readonly label: string;
  /** The element that names it, when there is one on the page. */
  readonly labelId?: string;
  readonly placeholder: string;
  readonly size?: "normal" | "title";
  readonly onEnter?: () => void;
}): ReactNode {
  const { canWrite } = useEntry();
  const input = useBoundText<HTMLTextAreaElement>(canWrite ? text : null, fitHeight);
  if (!canWrite || text === null) {
    return (
      <p className={styles.reading} data-size={size} data-empty={value === "" || undefined}>
        {value || placeholder}
      </p>
    );
  }
  const name = labelId === undefined ? { "aria-label": label } : { "aria-labelledby": labelId };
  return (
    <textarea
      ref={input}
      rows={1}
      className={styles.line}
      data-size={size}
      data-field={field}
      placeholder={placeholder}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        onEnter?.();
      }}
      {...name}
    />
  );
}

function fitHeight(element: HTMLTextAreaElement): void {
  element.style.height = "auto";
  element.style.height = `${element.scrollHeight + 2}px`;
}
