import { type ReactNode, useId } from "react";
import styles from "../ui/field.module.css";
import { DateInput, type DateInputProps } from "./date-input.tsx";
import look from "./date-field.module.css";

/** A labelled day in a form that is sent as a whole. */
export function DateField(props: Omit<DateInputProps, "id">): ReactNode {
  const id = useId();
  return (
    <div className={styles.field}>
      <label id={`${id}-label`} className={styles.label} htmlFor={id}>
        {props.label}
      </label>
      <div className={look.input}>
        <DateInput {...props} id={id} />
      </div>
    </div>
  );
}
