import { type ComponentProps, type ReactNode, useId } from "react";
import styles from "./field.module.css";

/** A labelled line of text, with help and the mistake, if any, tied to it. */
export function TextField({
  label,
  help,
  error,
  ...props
}: ComponentProps<"input"> & {
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
}): ReactNode {
  const id = useId();
  const notes = [help === undefined ? null : `${id}-help`, error === undefined ? null : `${id}-error`];
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        {...props}
        id={id}
        className={styles.input}
        aria-invalid={error !== undefined}
        aria-describedby={notes.filter((note) => note !== null).join(" ") || undefined}
      />
      {help !== undefined && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
